using PressParse.Structure;

namespace PressParse.Reading.Pdf;

/// <summary>Finds tables by geometry: rows of which figures stand over one another. Stateless.</summary>
internal static class PdfTable
{
    private const int MostHeadings = 5;

    /// <summary>The rows of the table that begins at a line, each a list of cells by column; null when none begins there.</summary>
    /// <param name="lines">The lines of a column of the page.</param>
    /// <param name="first">Where to look.</param>
    /// <param name="width">Width of that column in points.</param>
    /// <param name="end">After the last line of the table.</param>
    public static List<List<(int Column, string Text)>>? Find(List<PdfLine> lines, int first, double width, out int end)
    {
        end = first;
        if (!IsRow(lines[first]) && !IsHeading(lines, first, width)) return null;
        var data = new List<int>();
        var last = first;
        for (int i = first, since = 0; i < lines.Count; i++)
        {
            if (IsRow(lines[i]))
            {
                data.Add(i);
                last = i + 1;
                since = 0;
                continue;
            }
            if (++since > (data.Count == 0 ? MostHeadings : 3) || !(IsHeading(lines, i, width) || (i > first && IsSection(lines, i, width)))) break;
        }
        if (data.Count < 2) return null;
        var columns = Columns(lines, data);
        if (columns.Count == 0) return null;
        end = last;
        var rows = new List<List<(int, string)>>();
        var isData = data.ToHashSet();
        for (var i = first; i < last; i++) rows.Add(isData.Contains(i) ? DataRow(lines[i], columns) : HeadRow(lines[i], columns));
        return rows;
    }

    /// <summary>A row has figures after its label.</summary>
    private static bool IsRow(PdfLine line)
    {
        if (line.Segments.Count < 2) return false;
        var values = 0;
        for (var i = 1; i < line.Segments.Count; i++)
        {
            var text = line.Segments[i].Text;
            if (text.Length > 70) return false;
            if (TableGridValue.IsOpening(text) || (TableGridValue.IsValue(text) && !TableGridValue.IsYear(text))) values++;
        }
        return values > 0 && values * 2 >= line.Segments.Count - 1;
    }

    private static bool IsHeading(List<PdfLine> lines, int index, double width)
    {
        var line = lines[index];
        if (line.Segments.Count >= 2) return line.Segments.All(segment => segment.Text.Length <= 60 && (segment.Text[^1] != '.' || segment.Text.Length <= 8));
        // One run of text that does not begin at the margin: a heading over the columns.
        return line.Right - line.Left < 0.7 * width && line.Left > lines.Min(other => other.Left) + 0.25 * width && line.Text.Length <= 60;
    }

    private static bool IsSection(List<PdfLine> lines, int index, double width)
    {
        var line = lines[index];
        if (line.Segments.Count > 1 || line.Text.Length > 64 || line.Right - line.Left > 0.7 * width || line.Text[^1] is '.' or ';') return false;
        // It stands as near to the rows around it as they to each other.
        return index == 0 || lines[index - 1].Baseline - line.Baseline < 3.2 * line.Size;
    }

    private static List<(double Left, double Right)> Columns(List<PdfLine> lines, List<int> data)
    {
        var parts = new List<(double Left, double Right, int Line)>();
        foreach (var index in data)
        {
            var segments = Joined(lines[index]);
            for (var i = 1; i < segments.Count; i++) parts.Add((segments[i].Left, segments[i].Right, index));
        }
        parts.Sort();
        var columns = new List<(double Left, double Right)>();
        var members = new List<HashSet<int>>();
        var clashes = 0;
        foreach (var (left, right, line) in parts)
        {
            if (columns.Count > 0 && left < columns[^1].Right - 0.5)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, right));
                if (!members[^1].Add(line)) clashes++;
            }
            else
            {
                columns.Add((left, right));
                members.Add([line]);
            }
        }
        return clashes * 5 > parts.Count || members.TrueForAll(m => m.Count < 2) ? [] : columns;
    }

    /// <summary>The runs of a row: figures that stand close together part, "$" and ")" that stand apart from their number join it.</summary>
    private static List<PdfSegment> Joined(PdfLine line)
    {
        var segments = new List<PdfSegment>(line.Segments.Count);
        foreach (var segment in line.Segments) Part(segment, segments);
        for (var i = 1; i + 1 < segments.Count; i++)
        {
            var opens = TableGridValue.IsOpening(segments[i].Text) && TableGridValue.IsValue(segments[i + 1].Text);
            var closes = TableGridValue.IsClosing(segments[i + 1].Text) && TableGridValue.HasDigit(segments[i].Text);
            if (!opens && !closes) continue;
            segments[i] = new PdfSegment(segments[i].Text + segments[i + 1].Text, segments[i].Left, segments[i + 1].Right, []);
            segments.RemoveAt(i + 1);
        }
        return segments;
    }

    private static void Part(PdfSegment segment, List<PdfSegment> segments)
    {
        foreach (var gap in segment.Gaps)
        {
            var before = segment.Text[..gap.At];
            var after = segment.Text[(gap.At + 1)..];
            var next = after.Split(' ')[0];
            // "131 014" is one number.
            if (!IsCell(before, segments.Count == 0) || !IsCell(after, false) || (next.Length == 3 && char.IsAsciiDigit(next[2]) && before.Length <= 3)) continue;
            segments.Add(new PdfSegment(before, segment.Left, gap.Left, []));
            Part(new PdfSegment(after, gap.Right, segment.Right, [.. segment.Gaps.Where(g => g.At > gap.At).Select(g => g with { At = g.At - gap.At - 1 })]), segments);
            return;
        }
        segments.Add(segment);
    }

    private static bool IsCell(string text, bool label) => label ? TableGridValue.HasLetter(text) && text.Length > 2 : TableGridValue.IsValue(text) || text.Split(' ').All(word => TableGridValue.IsValue(word) && !TableGridValue.IsYear(word));

    private static List<(int, string)> DataRow(PdfLine line, List<(double Left, double Right)> columns)
    {
        var cells = new List<(int Column, string Text)>();
        var segments = Joined(line);
        for (var i = 0; i < segments.Count; i++)
        {
            var column = i == 0 && segments[i].Left < columns[0].Left - 1 ? 0 : Nearest(columns, segments[i]) + 1;
            if (cells.Count > 0 && column <= cells[^1].Column) column = cells[^1].Column + 1;
            cells.Add((column, segments[i].Text));
        }
        return cells;
    }

    private static List<(int, string)> HeadRow(PdfLine line, List<(double Left, double Right)> columns)
    {
        var cells = new List<(int Column, string Text)>();
        var segments = line.Segments;
        if (segments.Count == columns.Count + 1) return [.. segments.Select((segment, i) => (i, segment.Text))];
        for (var i = 0; i < segments.Count; i++)
        {
            var over = columns.FindIndex(column => column.Left < segments[i].Right && column.Right > segments[i].Left);
            var column = over >= 0 && !(i == 0 && segments[i].Left < columns[0].Left - 60) ? over + 1 : segments[i].Right <= columns[0].Left || i == 0 && over >= 0 ? 0 : Nearest(columns, segments[i]) + 1;
            if (cells.Count > 0 && column <= cells[^1].Column) column = cells[^1].Column + 1;
            cells.Add((column, segments[i].Text));
        }
        return cells;
    }

    private static int Nearest(List<(double Left, double Right)> columns, PdfSegment segment)
    {
        var best = 0;
        var least = double.MaxValue;
        for (var i = 0; i < columns.Count; i++)
        {
            var distance = Math.Max(columns[i].Left, segment.Left) - Math.Min(columns[i].Right, segment.Right);
            if (distance >= least) continue;
            least = distance;
            best = i;
        }
        return best;
    }
}
