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
}
