namespace PressParse.Reading.Html;

/// <summary>
/// Says whether a page's tags nest as pages do. The parser takes time that grows with the square of depth and of unmatched tags, so a page that
/// goes beyond any sane page is read without its tree. One pass, no recursion. Stateless.
/// </summary>
internal static class MarkupDepth
{
    // The deepest of real pages nest some hundred elements; the parser reads this depth in about 20 ms.
    private const int DeepestTree = 2000;

    private const int MostMismatches = 4000;

    /// <summary>True when the page may be parsed into a tree.</summary>
    public static bool IsTame(string html)
    {
        var open = new List<int>(64);
        var mismatches = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var start = at + (closing ? 2 : 1);
            var end = start;
            var hash = 17;
            while (end < html.Length && end < start + 24 && char.IsAsciiLetterOrDigit(html[end])) hash = hash * 31 + (html[end++] | 0x20);
            if (end == start) continue;
            var name = html.AsSpan(start, end - start);
            if (ClosesItself(name)) continue;
            if (!closing)
            {
                if (open.Count >= DeepestTree) return false;
                open.Add(hash);
                continue;
            }
            var match = open.Count - 1;
            while (match >= 0 && match >= open.Count - 64 && open[match] != hash) match--;
            if (match >= 0 && open[match] == hash)
            {
                if (match < open.Count - 1) mismatches++;
                open.RemoveRange(match, open.Count - match);
            }
            else mismatches++;
            if (mismatches > MostMismatches) return false;
        }
        return true;
    }

    // Elements without content, and those whose end tag may be left out: the parser closes them itself.
    private static bool ClosesItself(ReadOnlySpan<char> name) => name.Length switch
    {
        1 => name[0] is 'p' or 'P',
        2 => Is(name, "br") || Is(name, "hr") || Is(name, "li") || Is(name, "td") || Is(name, "tr") || Is(name, "th") || Is(name, "dt") || Is(name, "dd"),
        3 => Is(name, "img") || Is(name, "wbr") || Is(name, "col"),
        4 => Is(name, "meta") || Is(name, "link") || Is(name, "base"),
        _ => Is(name, "input") || Is(name, "option"),
    };

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
