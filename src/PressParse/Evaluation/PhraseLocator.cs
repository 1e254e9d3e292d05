using System.Text.RegularExpressions;
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
        // Non-backtracking, hence linear whatever the phrase; used on gold files only.
        var pattern = new Regex(string.Join(@"[\s*_#\\|]+", words.Select(Regex.Escape)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var match = pattern.Match(text, Math.Min(start, text.Length));
        for (var n = 1; match.Success; n++, match = match.NextMatch())
        {
            if (n == occurrence) return new TextSpan(match.Index, match.Length);
        }
        return null;
    }
}
