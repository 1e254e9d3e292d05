using PressParse.Text;

namespace PressParse.Structure;

/// <summary>
/// Reads tables whose columns are drawn with two or more spaces, with tabs here and there, or with leading dots. What stands over one another is a
/// column; a heading that stands over several columns spans them. Stateless.
/// </summary>
internal static class TableGridFixedWidth
{
    // A line longer than this with one run of text is prose, not the heading of a section of a table.
    private const int LongestSection = 64;

    // Above the first line of figures: a title row or two, two or three lines of headings, rules.
    private const int MostHeadingLines = 8;

    private enum LineKind { Blank, Rule, Data, Head, Section, Prose }

    /// <summary>The table that begins at line <paramref name="first"/>; null when none does, <paramref name="end"/> then says how far was read.</summary>
    public static Table? Find(string text, List<TableGridLine> lines, int first, out int end)
    {
        end = first;
        var kind = KindOf(text, lines[first]);
        if (kind is LineKind.Blank or LineKind.Prose) return null;
        if (kind == LineKind.Section && !(first + 1 < lines.Count && KindOf(text, lines[first + 1]) is LineKind.Data or LineKind.Rule or LineKind.Head)) return null;
        var last = first;
        var data = new List<int>();
        for (int i = first, since = 0; i < lines.Count && since <= MostHeadingLines; i++)
        {
            kind = KindOf(text, lines[i]);
            end = i;
            if (kind == LineKind.Prose) break;
            if (kind == LineKind.Blank)
            {
                if (!GoesOnAfter(text, lines, i, data.Count > 0)) break;
                continue;
            }
            since++;
            if (kind != LineKind.Data) continue;
            data.Add(i);
            last = i + 1;
            since = MostHeadingLines - 3;
        }
        if (data.Count < 2) return null;
        var columns = Columns(text, lines, data);
        if (columns.Count == 0) return null;
        var rows = new List<List<TableCell>>();
        for (var i = first; i < last; i++)
        {
            kind = KindOf(text, lines[i]);
            if (kind is LineKind.Blank or LineKind.Rule) continue;
            rows.Add(kind == LineKind.Data ? DataCells(text, lines[i], columns) : HeadCells(text, lines[i], columns, rows));
        }
        end = last;
        return TableGridRows.Make(rows);
    }

    private static LineKind KindOf(string text, TableGridLine line)
    {
        if (line.IsBlank) return LineKind.Blank;
        var characters = line.Of(text);
        if (characters.Trim("-=_ .*\u2014\u2500").IsEmpty && characters.Length >= 3) return LineKind.Rule;
        if (line.Length > 400 || TableGridLine.IsListItem(characters)) return LineKind.Prose;
        var segments = Segments(text, line);
        if (segments.Count == 1)
        {
            if (line.Length > LongestSection || (characters[^1] == '.' && characters.Count(' ') > 4)) return LineKind.Prose;
            return line.Start - line.LineStart >= 12 ? LineKind.Head : LineKind.Section;
        }
        var values = 0;
        for (var i = 1; i < segments.Count; i++)
        {
            var segment = segments[i].In(text);
            if (segment.Length > 60) return LineKind.Prose;
            if (TableGridValue.IsValue(segment) && !TableGridValue.IsYear(segment)) values++;
        }
        var ending = segments[^1].In(text);
        if (values > 0 && (TableGridValue.IsValue(ending) || values * 2 >= segments.Count - 1)) return LineKind.Data;
        return characters[^1] is '.' or ';' || ending.Length > 40 || segments[0].Length > 60 ? LineKind.Prose : LineKind.Head;
    }

    private static bool GoesOnAfter(string text, List<TableGridLine> lines, int blank, bool inBody)
    {
        if (blank + 1 >= lines.Count) return false;
        var next = KindOf(text, lines[blank + 1]);
        if (next == LineKind.Data || (!inBody && next is LineKind.Rule or LineKind.Head)) return true;
        return next == LineKind.Section && blank + 2 < lines.Count && KindOf(text, lines[blank + 2]) == LineKind.Data;
    }

    /// <summary>The runs of a line between gaps of two spaces, tabs, or leading dots.</summary>
    private static List<TextSpan> Segments(string text, TableGridLine line)
    {
        var segments = new List<TextSpan>();
        var start = line.Start;
        for (var i = line.Start; i < line.End;)
        {
            var c = text[i];
            if (c is not (' ' or '\t' or '.' or '\u00A0'))
            {
                i++;
                continue;
            }
            var stop = i;
            var dots = 0;
            while (stop < line.End && text[stop] is ' ' or '\t' or '.' or '\u00A0')
            {
                if (text[stop] == '.') dots++;
                stop++;
            }
            // The dot of ".92" belongs to its number.
            if (text[stop - 1] == '.' && char.IsAsciiDigit(text[Math.Min(stop, line.End - 1)]) && stop - i > 1 && text[stop - 2] != '.')
            {
                stop--;
                dots--;
            }
            var gap = dots >= 3 || (dots == 0 && (stop - i >= 2 || c == '\t')) || (dots == 1 && c == '.' && stop - i >= 3 && !char.IsLower(text[Math.Min(stop, line.End - 1)]));
            if (gap)
            {
                var cut = dots >= 3 || c != '.' ? i : i + 1;
                if (cut > start) segments.Add(TextSpan.FromBounds(start, cut));
                start = stop;
            }
            i = stop;
        }
        if (start < line.End) segments.Add(TextSpan.FromBounds(start, line.End));
        return Join(text, segments);
    }

    /// <summary>A currency mark that stands apart joins its number.</summary>
    private static List<TextSpan> Join(string text, List<TextSpan> segments)
    {
        for (var i = 0; i + 1 < segments.Count; i++)
        {
            var joins = TableGridValue.IsOpening(segments[i].In(text)) && TableGridValue.IsValue(segments[i + 1].In(text));
            joins |= TableGridValue.IsClosing(segments[i + 1].In(text)) && TableGridValue.IsValue(segments[i].In(text)) && !TableGridValue.IsYear(segments[i].In(text)) && segments[i + 1].Start - segments[i].End <= 3;
            if (!joins) continue;
            segments[i] = TextSpan.FromBounds(segments[i].Start, segments[i + 1].End);
            segments.RemoveAt(i + 1);
        }
        return segments;
    }

    /// <summary>The columns of figures as ranges of offsets in a line; empty when the lines do not stand over one another.</summary>
    private static List<TextSpan> Columns(string text, List<TableGridLine> lines, List<int> data)
    {
        var parts = new List<(int Start, int End, int Line)>();
        foreach (var index in data)
        {
            var segments = Segments(text, lines[index]);
            for (var i = 1; i < segments.Count; i++)
            {
                parts.Add((segments[i].Start - lines[index].LineStart, segments[i].End - lines[index].LineStart, index));
            }
        }
        parts.Sort();
        var columns = new List<TextSpan>();
        var members = new List<HashSet<int>>();
        var clashes = 0;
        foreach (var part in parts)
        {
            if (columns.Count > 0 && part.Start < columns[^1].End)
            {
                columns[^1] = TextSpan.FromBounds(columns[^1].Start, Math.Max(columns[^1].End, part.End));
                if (!members[^1].Add(part.Line)) clashes++;
            }
            else
            {
                columns.Add(TextSpan.FromBounds(part.Start, part.End));
                members.Add([part.Line]);
            }
        }
        if (clashes * 5 > parts.Count || members.TrueForAll(m => m.Count < 2)) return [];
        return columns;
    }

    private static List<TableCell> DataCells(string text, TableGridLine line, List<TextSpan> columns)
    {
        var cells = new List<TableCell>();
        var segments = Segments(text, line);
        for (var i = 0; i < segments.Count; i++)
        {
            var start = segments[i].Start - line.LineStart;
            var column = i == 0 && start < columns[0].Start ? 0 : Nearest(columns, start, segments[i].End - line.LineStart) + 1;
            if (cells.Count > 0 && column <= cells[^1].Column) column = cells[^1].Column + 1;
            cells.Add(new TableCell(column, 1, segments[i]));
        }
        return cells;
    }

    private static List<TableCell> HeadCells(string text, TableGridLine line, List<TextSpan> columns, List<List<TableCell>> above)
    {
        var segments = Segments(text, line);
        if (segments.Count == 1 && (line.Start - line.LineStart < 3 && columns[0].Start > 8 || segments[0].End - line.LineStart <= columns[0].Start && line.Start - line.LineStart < 12)) return [new TableCell(0, columns.Count + 1, segments[0])];
        var cells = new List<TableCell>();
        var from = 0;
        if (segments.Count == columns.Count + 1 || segments[0].Start - line.LineStart + 2 < columns[0].Start && segments[0].End - line.LineStart <= columns[0].End && segments.Count != columns.Count && Overlap(columns[0], segments[0], line) <= 0)
        {
            cells.Add(new TableCell(0, 1, segments[0]));
            from = 1;
        }
        if (segments.Count - from == columns.Count)
        {
            for (var i = from; i < segments.Count; i++) cells.Add(new TableCell(i - from + 1, 1, segments[i]));
            return cells;
        }
        // "December 31" under "Three months ended" covers what that covers.
        if (above.Count > 0 && above[^1].Count == segments.Count - from && above[^1].Exists(cell => cell.ColumnSpan > 1) && above[^1][0].Column > 0)
        {
            for (var i = from; i < segments.Count; i++) cells.Add(above[^1][i - from] with { Span = segments[i] });
            return cells;
        }
        for (var i = from; i < segments.Count; i++) AddHead(text, line, columns, segments[i], cells);
        return cells;
    }

    private static void AddHead(string text, TableGridLine line, List<TextSpan> columns, TextSpan segment, List<TableCell> cells)
    {
        int first = -1, last = -1;
        for (var c = 0; c < columns.Count; c++)
        {
            if (Overlap(columns[c], segment, line) <= 0) continue;
            if (first < 0) first = c;
            last = c;
        }
        if (first < 0) first = last = Nearest(columns, segment.Start - line.LineStart, segment.End - line.LineStart);
        if (cells.Count > 0) first = Math.Max(first, cells[^1].Column + cells[^1].ColumnSpan - 1);
        last = Math.Max(first, last);
        if (last > first && SplitHead(text, line, columns, segment, first, last, cells)) return;
        cells.Add(new TableCell(first + 1, last - first + 1, segment));
    }

    /// <summary>"2016 2015" over two columns is two headings although one space parts them.</summary>
    private static bool SplitHead(string text, TableGridLine line, List<TextSpan> columns, TextSpan segment, int first, int last, List<TableCell> cells)
    {
        var parts = new List<TextSpan>();
        var start = segment.Start;
        for (var c = first; c < last; c++)
        {
            var cut = -1;
            for (var at = Math.Max(start + 1, line.LineStart + columns[c].End - 2); at < Math.Min(segment.End, line.LineStart + columns[c + 1].End) && cut < 0; at++)
            {
                if (text[at] == ' ') cut = at;
            }
            if (cut < 0) return false;
            parts.Add(TextSpan.FromBounds(start, cut));
            start = cut + 1;
        }
        parts.Add(TextSpan.FromBounds(start, segment.End));
        if (!parts.TrueForAll(part => TableGridValue.HasDigit(text.AsSpan(part.Start, part.Length)))) return false;
        for (var i = 0; i < parts.Count; i++) cells.Add(new TableCell(first + i + 1, 1, parts[i]));
        return true;
    }

    private static int Overlap(TextSpan column, TextSpan segment, TableGridLine line) =>
        Math.Min(column.End, segment.End - line.LineStart) - Math.Max(column.Start, segment.Start - line.LineStart);

    private static int Nearest(List<TextSpan> columns, int start, int end)
    {
        var best = 0;
        var least = int.MaxValue;
        for (var i = 0; i < columns.Count; i++)
        {
            var distance = Math.Max(columns[i].Start, start) - Math.Min(columns[i].End, end);
            if (distance >= least) continue;
            least = distance;
            best = i;
        }
        return best;
    }
}
