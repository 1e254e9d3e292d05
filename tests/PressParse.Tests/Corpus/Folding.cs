using System.Text;

namespace PressParse.Tests.Corpus;

/// <summary>Texts made comparable: white space and marks folded.</summary>
internal static class Folding
{
    /// <summary>Every run of white space as one space.</summary>
    public static string Space(string text) => Runs(text, char.IsWhiteSpace);

    /// <summary>White space and the marks of Markdown as one space, lower case, so that a phrase is found across a table's bars.</summary>
    public static string Marks(string text) => Runs(text, c => char.IsWhiteSpace(c) || c is '*' or '_' or '#' or '\\' or '|').ToLowerInvariant().Trim();

    /// <summary>Every tag as one space. A &lt; that no letter, slash or ! follows is none.</summary>
    public static string WithoutTags(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] is '/' or '!') && text.IndexOf('>', i) is > 0 and var end)
            {
                result.Append(' ');
                i = end;
            }
            else result.Append(text[i]);
        }
        return result.ToString();
    }

    /// <summary>Whether a folded phrase stands at an offset of a text, white space aside.</summary>
    public static bool StandsAt(string text, int at, string phrase)
    {
        var i = at;
        foreach (var c in phrase)
        {
            if (i >= text.Length) return false;
            if (c == ' ')
            {
                if (!char.IsWhiteSpace(text[i])) return false;
                while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            }
            else if (text[i++] != c) return false;
        }
        return true;
    }

    /// <summary>The starts of every occurrence.</summary>
    public static IReadOnlyList<int> Occurrences(string text, string phrase)
    {
        var found = new List<int>();
        for (var i = text.IndexOf(phrase, StringComparison.Ordinal); i >= 0; i = text.IndexOf(phrase, i + 1, StringComparison.Ordinal)) found.Add(i);
        return found;
    }

    private static string Runs(string text, Func<char, bool> folds)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!folds(c)) result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }
        return result.ToString();
    }
}
