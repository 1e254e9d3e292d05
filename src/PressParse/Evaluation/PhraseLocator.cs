using PressParse.Text;

namespace PressParse.Evaluation;

/// <summary>Places a gold disclaimer by the words it starts and ends with.</summary>
internal static class PhraseLocator
{
    /// <summary>From the first word of <c>starts</c> to the last of <c>ends</c>; null where either is not in the text.</summary>
    public static TextSpan? Place(string text, GoldDisclaimer disclaimer)
    {
        var start = Locate(text, disclaimer.Starts, 0, disclaimer.Occurrence);
        var end = disclaimer.EndOccurrence is { } occurrence
            ? Locate(text, disclaimer.Ends, 0, occurrence)
            : Locate(text, disclaimer.Ends, Math.Max(start?.Start ?? 0, 0), 1);
        return start is { } s && end is { } e ? TextSpan.FromBounds(s.Start, e.End) : null;
    }

    /// <summary>The n-th occurrence of a phrase from an offset on; markdown marks, white space and case do not matter.</summary>
    public static TextSpan? Locate(string text, string phrase, int start, int occurrence)
    {
        var words = phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        for (int at = start, n = 1; at <= text.Length && (at = text.IndexOf(words[0], at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = MatchRest(text, at + words[0].Length, words, 1);
            if (end < 0) at++;
            else if (n++ == occurrence) return TextSpan.FromBounds(at, end);
            else at = end;
        }
        return null;
    }

    /// <summary>End of the words from the given one on, which must follow after marks or white space; -1 where they do not.</summary>
    private static int MatchRest(string text, int at, string[] words, int word)
    {
        if (word == words.Length) return at;
        var end = at;
        while (end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] is '*' or '_' or '#' or '\\' or '|')) end++;
        // A word may itself start with a mark, so that the marks before it are tried from all to one.
        for (var next = end; next > at; next--)
        {
            if (string.Compare(text, next, words[word], 0, words[word].Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var rest = MatchRest(text, next + words[word].Length, words, word + 1);
            if (rest >= 0) return rest;
        }
        return -1;
    }
}
