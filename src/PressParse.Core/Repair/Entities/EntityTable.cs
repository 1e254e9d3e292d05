using System.Globalization;
using System.Text;

namespace PressParse.Repair.Entities;

/// <summary>The named character references of the HTML standard (resource <c>html-entities.tsv</c>), read at first use.</summary>
internal static class EntityTable
{
    /// <summary>
    /// Names that prose and tables of releases use, apart from the accented letters; only these are looked for where the writing is
    /// not exact. Ordered by how often they are met.
    /// </summary>
    private static readonly string[] Typographic =
    [
        "amp", "nbsp", "quot", "rsquo", "ldquo", "rdquo", "lsquo", "ndash", "mdash", "lt", "gt", "apos", "hellip", "bull", "reg", "copy",
        "trade", "deg", "middot", "frac12", "frac14", "frac34", "pound", "euro", "cent", "yen", "sect", "para", "plusmn", "times", "micro",
        "sup2", "sup3", "sup1", "le", "ge", "laquo", "raquo", "sbquo", "bdquo", "dagger", "permil", "ensp", "emsp", "thinsp", "shy", "minus",
        "divide", "iquest", "iexcl", "ordm", "ordf", "szlig", "aelig", "AElig", "oslash", "Oslash", "ccedil", "Ccedil", "zwj", "zwnj",
    ];

    /// <summary>Names that may lack their semicolon: no word of prose, no parameter of an address, is written like them after an ampersand.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "nbsp", "quot", "rsquo", "ldquo", "rdquo", "lsquo", "ndash", "mdash", "hellip", "bull", "amp", "trade", "deg", "apos", "laquo", "raquo", "frac12", "frac14", "frac34", "plusmn",
        "eacute", "egrave", "agrave", "ccedil", "ouml", "uuml", "auml", "ntilde", "oacute", "aacute", "iacute", "uacute", "atilde", "otilde",
    };

    private static readonly Lazy<Dictionary<string, string>> Names = new(Read);

    private static readonly Lazy<HashSet<string>> CommonNames = new(() =>
    {
        var names = new HashSet<string>(Typographic, StringComparer.Ordinal);
        foreach (var letter in "aeiouyncAEIOUYNC")
            foreach (var accent in new[] { "acute", "grave", "circ", "uml", "tilde", "ring" })
                if (Names.Value.TryGetValue(letter + accent, out var value) && value.Length == 1 && value[0] < 256) names.Add(letter + accent);
        return names;
    });

    /// <summary>All names with what they stand for.</summary>
    public static Dictionary<string, string> All => Names.Value;

    /// <summary>The names met in releases.</summary>
    public static HashSet<string> Common => CommonNames.Value;

    /// <summary>True when a name may stand without its semicolon.</summary>
    public static bool IsBare(string name) => Bare.Contains(name);

    /// <summary>What a code point of a numeric entity stands for; null where it is none. 128 to 159 are meant as Windows-1252.</summary>
    public static string? Numeric(int code) => code switch
    {
        >= 128 and <= 159 => Windows1252.ToChar((byte)code) is var c and not '\uFFFD' ? c.ToString() : null,
        9 or 10 => " ",
        < 32 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF or 0xFFFE or 0xFFFF => null,
        _ => Plain(char.ConvertFromUtf32(code)),
    };

    /// <summary>The text that stands for an entity's value: spaces of any width become one space, invisible marks nothing.</summary>
    public static string Plain(string value) => value is ['\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u200A' or '\u2005' or '\u2004' or '\u2007' or '\u2008'] ? " "
        : value is ['\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060'] ? "" : value;

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(EntityTable).Assembly.GetManifestResourceStream("html-entities.tsv")
            ?? throw new InvalidOperationException("The resource html-entities.tsv is missing from PressParse.Core.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var names = new Dictionary<string, string>(2200, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0) continue;
            var value = new StringBuilder(2);
            foreach (var code in line.AsSpan(tab + 1).ToString().Split(' ')) value.Append(char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            names[line[..tab]] = Plain(value.ToString());
        }
        return names;
    }
}
