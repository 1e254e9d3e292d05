using System.Text;

namespace PressParse.Evaluation;

/// <summary>Names reduced to what must agree.</summary>
internal static class NameKey
{
    /// <summary>Words that a site is called with or without, as in score.py.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "mine", "mines", "project", "operation", "operations", "complex", "property", "gold", "silver", "copper", "the", "mill", "plant",
    };

    /// <summary>Lower-case letters a to z and digits; everything between them one space.</summary>
    public static string Plain(string? name)
    {
        var key = new StringBuilder();
        foreach (var raw in name ?? "")
        {
            var c = char.ToLowerInvariant(raw);
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) key.Append(c);
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        if (key.Length > 0 && key[^1] == ' ') key.Length--;
        return key.ToString();
    }

    /// <summary>The plain name without the words that say only that it is a site, and without spaces.</summary>
    public static string Site(string? name) => string.Concat(Plain(name).Split(' ').Where(w => !Generic.Contains(w)));
}
