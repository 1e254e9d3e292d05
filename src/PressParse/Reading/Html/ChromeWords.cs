using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace PressParse.Reading.Html;

/// <summary>Tells by its words that a short block is text of the site. Immutable, safe to share between threads.</summary>
internal static class ChromeWords
{
    /// <summary>No block of a site's own text is longer; longer ones are not looked at.</summary>
    public const int LongestBlock = 420;

    private static readonly SearchValues<string> NoticeWords = SearchValues.Create(["cookie", "copyright", "&copy", "&#169", "(c) ", "javascript", "&#96", "&#x25b"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoticeMarks = SearchValues.Create("\u00A9\u25B2\u25BC\u25B4\u25BE");

    private static readonly FrozenSet<string> Labels = new[]
    {
        "share", "share this", "share this article", "share this release", "share this news", "share this page", "share article", "share via", "tweet", "facebook", "twitter", "linkedin", "x",
        "email", "e-mail", "print", "print page", "print this page", "email this", "copy link", "subscribe", "sign up", "sign in", "log in", "login", "register", "read more", "learn more", "more",
        "more news", "view all", "view all news", "see all", "back", "back to top", "back to news", "back to all news", "back to news releases", "return to list", "previous", "next", "previous article",
        "next article", "download pdf", "view pdf", "pdf", "pdf version", "download as pdf", "view as pdf", "follow us", "advertisement", "skip to content", "skip to main content", "skip navigation",
        "accept", "accept all", "accept cookies", "reject all", "manage cookies", "cookie settings", "privacy policy", "terms of use", "menu", "search", "home", "close", "save", "listen",
        "all rights reserved", "rss", "add to calendar", "comments", "leave a comment", "tags", "news provided by", "share this story",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] RelatedHeadings =
    [
        "related", "more news", "more from", "more press releases", "more releases", "latest news", "latest releases", "latest press releases", "latest headlines", "recent news", "recent press releases",
        "recent releases", "other news", "other releases", "also in the news", "also read", "read also", "read next", "you may also", "you might also", "recommended", "trending", "most read", "most popular",
        "top stories", "top news", "in other news", "up next", "see also", "sponsored", "from around the web", "recent stories", "similar stories", "further reading", "stock quote", "market data",
        "sign up", "email alerts", "get news alerts", "follow us", "share this", "leave a reply", "quick links", "site map", "also on this site", "also from", "previous releases",
    ];

    /// <summary>True for "Share", "Print", "Read more" and what is like them.</summary>
    public static bool IsLabel(string block) => block.Length <= 40 && Labels.Contains(block.Trim(' ', ':', '|', '.', '>', '<', '\u00BB', '\u203A', '\u2190', '\u2192', '\u00AB', '\u2039', '\u2191'));

    /// <summary>True for a heading under which a site lists other stories or asks something of its visitor.</summary>
    public static bool IsRelatedHeading(string heading)
    {
        if (heading.Length > 60) return false;
        if (heading.Trim(':', ' ') is var whole && (whole.Equals("popular", StringComparison.OrdinalIgnoreCase) || whole.Equals("explore", StringComparison.OrdinalIgnoreCase) || whole.Equals("archive", StringComparison.OrdinalIgnoreCase)
            || whole.Equals("newsletter", StringComparison.OrdinalIgnoreCase))) return true;
        return BeginsRelated(heading);
    }

    /// <summary>True for a block that begins with the words sites put before other stories.</summary>
    public static bool BeginsRelated(string heading)
    {
        foreach (var start in RelatedHeadings)
        {
            if (heading.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (heading.Length == start.Length || !char.IsLetter(heading[start.Length])) && !IsRelatedParties(heading)) return true;
        }
        return false;
    }

    /// <summary>False when no word of a notice stands in raw characters.</summary>
    public static bool MayBeNotice(ReadOnlySpan<char> raw) => raw.ContainsAny(NoticeMarks) || raw.ContainsAny(NoticeWords);

    /// <summary>True for copyright lines, cookie notices and price tickers.</summary>
    public static bool IsNotice(string block)
    {
        if (block.Length > LongestBlock) return false;
        if (block.Length <= 160 && block.AsSpan().IndexOfAny("\u25B2\u25BC\u25B4\u25BE") >= 0) return true;
        if (Has(block, "cookie") && (Has(block, "accept") || Has(block, "use cookies") || Has(block, "uses cookies") || Has(block, "experience") || Has(block, "consent") || Has(block, "agree") || Has(block, "this site") || Has(block, "our site") || Has(block, "website"))) return true;
        var mark = block.Contains('\u00A9') || Has(block, "copyright") || Has(block, "(c) ");
        if (mark && (Has(block, "all rights reserved") || Has(block, "privacy") || Has(block, "terms of"))) return true;
        if (block.Length <= 120 && (block.StartsWith('\u00A9') || block.StartsWith("copyright ", StringComparison.OrdinalIgnoreCase))) return true;
        return block.Length <= 160 && Has(block, "javascript") && (Has(block, "enable") || Has(block, "disabled"));
    }

    /// <summary>White space runs of a block's text made one space each.</summary>
    public static string Squeeze(StringBuilder text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '\u00A0' ? ' ' : text[i];
            if (char.IsWhiteSpace(c))
            {
                if (squeezed.Length > 0 && squeezed[^1] != ' ') squeezed.Append(' ');
            }
            else squeezed.Append(c);
        }
        if (squeezed.Length > 0 && squeezed[^1] == ' ') squeezed.Length--;
        return squeezed.ToString();
    }

    // "Related party transactions" heads a part of the release.
    private static bool IsRelatedParties(string heading) => heading.StartsWith("related part", StringComparison.OrdinalIgnoreCase);

    private static bool Has(string block, string words) => block.Contains(words, StringComparison.OrdinalIgnoreCase);
}
