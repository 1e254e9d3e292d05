using PressParse.Text;

namespace PressParse.Repair.Columns;

/// <summary>Finds the gutter of a page as a gap that stands at one place in all lines. Stateless.</summary>
internal static class GutterScan
{
    /// <summary>The lines of a block parted at its gutter; null where it has none, or holds no prose.</summary>
    public static IReadOnlyList<PageLine>? Kept(string text, List<TextSpan> block)
    {
        var starts = new Dictionary<int, int>();
        var any = 0;
        foreach (var line in block)
        {
            var gap = false;
            for (var i = line.Start + 3; i < line.End; i++)
                if (text[i] != ' ' && text[i - 1] == ' ' && text[i - 2] == ' ')
                {
                    starts[i - line.Start] = starts.GetValueOrDefault(i - line.Start) + 1;
                    gap = true;
                }
            if (gap) any++;
        }
        if (any < 3) return null;
        var (column, count) = starts.MaxBy(s => s.Value);
        if (count < 3 || count * 10 < any * 7) return null;
        var lines = new List<PageLine>(block.Count);
        var both = 0;
        foreach (var line in block)
        {
            var cut = line.Start + column;
            if (line.End <= cut)
            {
                var only = Page.Trim(text, line);
                lines.Add(new PageLine(only, new TextSpan(only.End, 0), line));
                continue;
            }
            // A letter over the gutter: the gap is not a gutter, unless the line is that much out of place.
            while (cut > line.Start + column - 2 && cut > line.Start && text[cut - 1] != ' ') cut--;
            if (cut > line.Start && text[cut - 1] != ' ') return null;
            var left = Page.Trim(text, TextSpan.FromBounds(line.Start, cut));
            var right = Page.Trim(text, TextSpan.FromBounds(cut, line.End));
            if (!left.IsEmpty && right.Start - left.End < 2 && left.Length > 0) return null;
            if (!left.IsEmpty) both++;
            lines.Add(new PageLine(left, right, line));
        }
        return both >= 3 && IsProse(text, lines, l => l.Left) && IsProse(text, lines, l => l.Right) ? lines : null;
    }

    /// <summary>
    /// What the lengths of a column's lines say, in nats, below zero for running text: a line that is set ends because the next word has no
    /// room, a cell of a table ends when it is said.
    /// </summary>
    public static double Setting(string text, IReadOnlyList<PageLine> lines, Func<PageLine, TextSpan> side)
    {
        var width = lines.Max(l => side(l).Length);
        var sum = 0.0;
        TextSpan? last = null;
        foreach (var line in lines)
        {
            var span = side(line);
            if (span.IsEmpty) { last = null; continue; }
            if (last is { } before)
            {
                var word = text.AsSpan(span.Start, span.Length).IndexOf(' ');
                if (before.Length + 1 + (word < 0 ? span.Length : word) >= width) sum -= 0.9;
                else if (text[before.End - 1] is not ('.' or ':' or '?' or '!')) sum += 2.5;
            }
            last = span;
        }
        return sum;
    }

    /// <summary>Whether a column reads as sentences: words of small letters, several a line, lines that begin inside a sentence.</summary>
    private static bool IsProse(string text, List<PageLine> lines, Func<PageLine, TextSpan> side)
    {
        int words = 0, small = 0, digits = 0, letters = 0, filled = 0;
        foreach (var line in lines)
        {
            var span = side(line);
            if (span.IsEmpty) continue;
            filled++;
            var inWord = false;
            foreach (var c in text.AsSpan(span.Start, span.Length))
            {
                if (char.IsLetter(c))
                {
                    letters++;
                    if (!inWord) { words++; if (char.IsLower(c)) small++; }
                    inWord = true;
                }
                else
                {
                    inWord = false;
                    if (char.IsAsciiDigit(c)) digits++;
                    else if (c is '|' or '\t') return false;
                }
            }
        }
        return filled >= 3 && words >= 2.5 * filled && small * 5 >= words * 2 && digits * 3 <= letters;
    }
}
