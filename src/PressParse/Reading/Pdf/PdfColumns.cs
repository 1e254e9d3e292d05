using PressParse.Structure;

namespace PressParse.Reading.Pdf;

/// <summary>Brings the lines of a page into reading order: where prose stands in columns, the left column comes before the right. Stateless.</summary>
internal static class PdfColumns
{
    private const int FewestLines = 4;

    // Points that a gutter between columns of prose has at least.
    private const double Gutter = 8;

    /// <summary>Parts of the page in reading order; each is one column of lines from top to bottom.</summary>
    public static List<List<PdfLine>> Order(List<PdfLine> lines)
    {
        var parts = new List<List<PdfLine>>();
        Add(lines, parts, 0);
        return parts;
    }

    private static void Add(List<PdfLine> lines, List<List<PdfLine>> parts, int depth)
    {
        if (lines.Count == 0) return;
        if (depth < 6 && Best(lines) is var (first, last, gutter) && last > first)
        {
            Add(lines[..first], parts, depth + 1);
            var block = lines[first..last];
            Add(Side(block, gutter, left: true), parts, depth + 1);
            Add(Side(block, gutter, left: false), parts, depth + 1);
            Add(lines[last..], parts, depth + 1);
        }
        else parts.Add(lines);
    }

    /// <summary>The longest run of lines that leaves the same gutter free and has prose on both sides of it.</summary>
    private static (int First, int Last, double Gutter) Best(List<PdfLine> lines)
    {
        var left = lines.Min(line => line.Left);
        var right = lines.Max(line => line.Right);
        (int First, int Last, double Gutter) best = (0, 0, 0);
        if (right - left < 150) return best;
        for (var x = left + 0.25 * (right - left); x < left + 0.75 * (right - left); x += 3)
        {
            for (var first = 0; first < lines.Count;)
            {
                if (Crosses(lines[first], x))
                {
                    first++;
                    continue;
                }
                var last = first;
                while (last < lines.Count && !Crosses(lines[last], x)) last++;
                var (from, to) = Trim(lines, first, last, x);
                if (to - from > best.Last - best.First && HoldsProse(lines, from, to, x)) best = (from, to, x);
                first = last;
            }
        }
        return best;
    }

    private static bool Crosses(PdfLine line, double x)
    {
        foreach (var segment in line.Segments)
        {
            if (segment.Left < x + Gutter / 2 && segment.Right > x - Gutter / 2) return true;
        }
        return false;
    }

    /// <summary>A run begins where the right column does: short lines above it belong to the page, not to the left column.</summary>
    private static (int First, int Last) Trim(List<PdfLine> lines, int first, int last, double x)
    {
        var top = first;
        while (top < last && lines[top].Right < x) top++;
        if (top == last) return (first, first);
        var from = top;
        while (from > first && lines[from - 1].Baseline - lines[top].Baseline < 1.3 * lines[top].Size) from--;
        return (from, last);
    }

    /// <summary>True when both sides are prose, or one surely is and the other, a contact or the end of the text, is at least no column of figures.</summary>
    private static bool HoldsProse(List<PdfLine> lines, int first, int last, double x)
    {
        var left = new Tally();
        var right = new Tally();
        for (var i = first; i < last; i++)
        {
            left.Add(lines[i].Segments.Where(segment => segment.Right < x));
            right.Add(lines[i].Segments.Where(segment => segment.Right >= x));
        }
        if (right.IsProse && left.IsProse) return true;
        return (left.IsSurelyProse && right.IsText) || (right.IsSurelyProse && left.IsText);
    }

    /// <summary>Counts what stands on one side of a gutter.</summary>
    private sealed class Tally
    {
        private int _runs;
        private int _letters;
        private int _long;
        private int _values;

        public bool IsProse => _runs >= FewestLines && _letters >= 15 * _runs && _values * 5 < _runs && _long * 2 >= _runs;

        public bool IsSurelyProse => _runs >= 6 && _letters >= 22 * _runs && _long * 10 >= _runs * 7;

        public bool IsText => _runs >= 3 && _letters >= 8 * _runs && _values * 3 < _runs;

        public void Add(IEnumerable<PdfSegment> segments)
        {
            var runs = segments.Select(segment => segment.Text).ToList();
            // A table in a column of prose says nothing about the column.
            if (runs.Count == 0 || (runs.Count > 1 && runs.Exists(text => TableGridValue.IsValue(text)))) return;
            var run = string.Join(' ', runs);
            var letters = run.Count(char.IsLetter);
            _runs++;
            _letters += letters;
            if (letters >= 20) _long++;
            if (TableGridValue.IsValue(run)) _values++;
        }
    }

    private static List<PdfLine> Side(List<PdfLine> block, double gutter, bool left)
    {
        var side = new List<PdfLine>();
        foreach (var line in block)
        {
            var segments = line.Segments.Where(s => s.Right < gutter == left).ToList();
            if (segments.Count > 0) side.Add(line with { Segments = segments });
        }
        return side;
    }
}
