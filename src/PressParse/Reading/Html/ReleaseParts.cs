namespace PressParse.Reading.Html;

/// <summary>Tells by their first words the parts of a release that pages put outside its body. Stateless.</summary>
internal static class ReleaseParts
{
    private static readonly string[] Beginnings =
    [
        "about ", "contact", "for further", "for more", "for additional", "further information", "investor", "media", "cautionary", "forward", "disclaimer", "source", "neither ",
        "qualified person", "technical", "competent person", "non-gaap", "non-ifrs", "note", "this news release", "this press release", "certain statements", "table", "appendix", "conference call",
    ];

    /// <summary>True when a block that begins so belongs to the release.</summary>
    public static bool Begins(string words)
    {
        foreach (var beginning in Beginnings)
        {
            if (words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // First letters of the months in English, French and Spanish releases are the same three in most cases.
    private static readonly string[] Months = ["jan", "feb", "fév", "mar", "apr", "avr", "may", "mai", "jun", "juin", "jul", "juil", "aug", "août", "sep", "oct", "nov", "dec", "déc"];

    /// <summary>True for the line that tells when the release was published: "November 05, 2013 07:00 AM Eastern Standard Time".</summary>
    public static bool IsDateLine(string words)
    {
        if (words.Length > 120) return false;
        var year = false;
        for (var i = 0; i + 3 < words.Length && !year; i++)
        {
            year = words[i] is '1' or '2' && words[i + 1] is '9' or '0' && char.IsAsciiDigit(words[i + 2]) && char.IsAsciiDigit(words[i + 3])
                && (i == 0 || !char.IsAsciiLetterOrDigit(words[i - 1])) && (i + 4 == words.Length || !char.IsAsciiLetterOrDigit(words[i + 4]));
        }
        if (!year || words.Contains('\u00A9')) return false;
        foreach (var month in Months)
        {
            var at = words.IndexOf(month, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(words[at - 1]))) return true;
        }
        return words.AsSpan().IndexOfAny('/', '-') is > 0 and var mark && char.IsAsciiDigit(words[mark - 1]);
    }
}
