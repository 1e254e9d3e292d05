using System.Text;
using System.Text.Json;

namespace PressParse.Tests.Corpus;

/// <summary>A release of the corpus and its gold file, as they lie on disk; nothing of the product reads them here.</summary>
internal sealed class AnnotatedRelease
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private readonly Lazy<string> _folded;

    private AnnotatedRelease(string folder, string group, string text, JsonElement gold)
    {
        (Name, Group, Text, Gold) = ($"{group}/{Path.GetFileName(folder)}", group, text, gold);
        _folded = new(() => Folding.Space(Text));
    }

    /// <summary>Group and slug, for messages.</summary>
    public string Name { get; }

    public string Group { get; }

    public string Text { get; }

    public JsonElement Gold { get; }

    /// <summary>The text with white space folded.</summary>
    public string FoldedText => _folded.Value;

    public string Split => Gold.GetProperty("split").GetString()!;

    public IEnumerable<JsonElement> Figures => Gold.GetProperty("figures").EnumerateArray();

    public IEnumerable<JsonElement> Dates => Gold.GetProperty("dates").EnumerateArray();

    public IEnumerable<JsonElement> Disclaimers => Gold.GetProperty("disclaimers").EnumerateArray();

    /// <summary>Every release of the corpus, in order. A gold file that does not parse or has no release beside it fails here, by name.</summary>
    public static IReadOnlyList<AnnotatedRelease> LoadAll()
    {
        var root = Path.Combine(RepositoryRoot.Path, "corpus");
        return [.. Directory.EnumerateFiles(root, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Load)];
    }

    /// <summary>The words a reader would see: tags away, entities read, mojibake undone, white space folded.</summary>
    public IEnumerable<string> ReadableForms()
    {
        yield return FoldedText;
        yield return Folding.Space(System.Net.WebUtility.HtmlDecode(Folding.WithoutTags(Text)));
        var bytes = new List<byte>(Text.Length);
        string? undone;
        try
        {
            foreach (var c in Text)
                if (c < 256) bytes.Add((byte)c);
                else bytes.AddRange(Windows1252.GetBytes([c]));
            undone = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
        }
        catch (ArgumentException)
        {
            undone = null;
        }
        if (undone is not null) yield return Folding.Space(undone);
    }

    private static AnnotatedRelease Load(string goldPath)
    {
        var folder = Path.GetDirectoryName(goldPath)!;
        var group = Path.GetFileName(Path.GetDirectoryName(folder)!);
        var releases = Directory.GetFiles(folder, "release.*");
        if (releases.Length != 1) throw new InvalidDataException($"{folder} must hold one release, not {releases.Length}.");
        try
        {
            return new(folder, group, File.ReadAllText(releases[0]), JsonDocument.Parse(File.ReadAllText(goldPath)).RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{goldPath}: {e.Message}", e);
        }
    }
}
