using System.Text;

namespace PressParse.Dataset;

/// <summary>Names of companies and sites reduced to what tells them apart.</summary>
internal static class NameKeys
{
    /// <summary>Legal forms and fillers that a company is written with or without.</summary>
    private static readonly HashSet<string> CompanyWords = new(StringComparer.Ordinal)
    {
        "the", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "lp", "nl", "sa", "ag", "ab", "se", "nv", "pty", "group", "holdings",
    };

    /// <summary>Words that say only that a name is a site.</summary>
    private static readonly HashSet<string> SiteWords = new(StringComparer.Ordinal)
    {
        "the", "mine", "mines", "project", "projects", "operation", "operations", "complex", "property", "mill", "plant", "site", "deposit",
    };

    /// <summary>Accented Latin letters and the plain letters they are compared as; a table, because a build may run without any culture data.</summary>
    private const string Accented = "àáâãäåāăąçćčďđèéêëēęěğìíîïīıłñńňòóôõöøōőřśšşťùúûüūůűýÿžźż";
    private const string Plain = "aaaaaaaaacccddeeeeeeegiiiiiilnnnoooooooorsssstuuuuuuuyyzzz";

    /// <summary>Key of a company; empty for no name.</summary>
    public static string Company(string? name) => Join(name, CompanyWords);

    /// <summary>Key of a site; empty for the company as a whole.</summary>
    public static string Site(string? name) => Join(name, SiteWords);

    /// <summary>First letters of a site's words, by which it is often called ("LDI"); empty when there are fewer than two words.</summary>
    public static string Initials(string? name)
    {
        var words = Words(name).Where(w => !SiteWords.Contains(w)).ToList();
        return words.Count < 2 ? "" : string.Concat(words.Select(w => w[0]));
    }

    private static string Join(string? name, HashSet<string> without)
    {
        var words = Words(name).ToList();
        var kept = words.Where(w => !without.Contains(w)).ToList();
        return string.Join(' ', kept.Count > 0 ? kept : words);
    }

    private static IEnumerable<string> Words(string? name)
    {
        var word = new StringBuilder();
        foreach (var raw in name ?? "")
        {
            var c = char.ToLowerInvariant(raw);
            var accent = c < 128 ? -1 : Accented.IndexOf(c, StringComparison.Ordinal);
            if (accent >= 0) c = Plain[accent];
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (c is '\'' or '’' or '.') continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
