using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PressParse.Extraction;

namespace PressParse.Export.Report;

/// <summary>
/// One HTML page on which people check records: text with every record in place, table, charts, corrections. It carries all it needs and
/// asks nothing of the network. Releases are text of strangers: they stand in the page as JSON that cannot end its element, are shown as
/// text only, and a content security policy lets nothing but the page's own script run.
/// </summary>
internal static class ReportPage
{
    private static readonly string[] Scripts = ["state.js", "text.js", "details.js", "table.js", "charts.js", "gold.js", "page.js"];

    /// <summary>Writes the page; releases are taken one at a time.</summary>
    public static void Write(Stream output, IEnumerable<ReleaseAnalysis> releases)
    {
        var script = string.Concat(Scripts.Select(Asset));
        var style = Asset("page.css");
        var policy = $"default-src 'none'; script-src {Hash(script)}; style-src {Hash(style)}; img-src data:; base-uri 'none'; form-action 'none'";
        var parts = Asset("page.html").Split("{{DATA}}");
        Text(parts[0].Replace("{{POLICY}}", policy, StringComparison.Ordinal).Replace("{{STYLE}}", style, StringComparison.Ordinal));
        WriteData(output, releases);
        Text(parts[1].Replace("{{SCRIPT}}", script, StringComparison.Ordinal));
        output.Flush();

        void Text(string text) => output.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>
    /// The default encoder escapes every character that means something to an HTML parser, so that no release can close the element.
    /// </summary>
    private static void WriteData(Stream output, IEnumerable<ReleaseAnalysis> releases)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        output.Write("["u8);
        var any = false;
        foreach (var release in releases)
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PageEncoder.Instance, SkipValidation = true })) ReportData.Write(json, release);
            if (any) output.Write(",\n"u8);
            output.Write(buffer.WrittenSpan);
            any = true;
        }
        output.Write("]"u8);
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report." + name) ?? throw new InvalidOperationException($"The page part {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
