using PressParse.Text;

namespace PressParse.Structure;

/// <summary>
/// Finds the tables of a text and gives their cells: tables the format states, pipe tables, tab-separated lines, columns drawn with spaces, rows run
/// together with single spaces, tables of which every cell became a line of its own, and those that became part of a line. Time grows linearly with the text. Stateless and safe to
/// share between threads.
/// </summary>
public static class TableGrid
{
    /// <summary>The tables of <paramref name="text"/>, in order of their start; none overlaps another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Regions whose kind the format states, in order of their start; a stated table is a table whatever it looks like.</param>
    public static IReadOnlyList<Table> Find(string text, IReadOnlyList<LayoutRegion> layout) => Find(text, layout, CancellationToken.None);

    internal static IReadOnlyList<Table> Find(string text, IReadOnlyList<LayoutRegion> layout, CancellationToken cancellation)
    {
        var tables = new List<Table>();
        var from = 0;
        foreach (var region in layout)
        {
            if (region.Kind != LayoutKind.Table || region.Span.Start < from || region.Span.End > text.Length) continue;
            FindUnstated(text, from, region.Span.Start, tables, cancellation);
            var lines = TableGridLine.Split(text, region.Span.Start, region.Span.End);
            if (TableGridDelimited.Read(text, lines, 0, lines.Count, '\t') is { } table) tables.Add(table);
            from = region.Span.End;
        }
        FindUnstated(text, from, text.Length, tables, cancellation);
        return tables;
    }

    private static void FindUnstated(string text, int from, int to, List<Table> tables, CancellationToken cancellation)
    {
        if (to - from < 8) return;
        var characters = text.AsSpan(from, to - from);
        var separators = characters.ContainsAny('\t', '|');
        var gaps = separators || characters.Contains("  ", StringComparison.Ordinal) || characters.Contains("...", StringComparison.Ordinal);
        var lines = TableGridLine.Split(text, from, to);
        var stacked = CountValues(text, lines) >= 4;
        if (!gaps && !stacked && !TableGridRunTogether.MayHave(text, lines))
        {
            for (var i = 0; i < lines.Count; i++)
                if (lines[i].End > (tables.Count > 0 ? tables[^1].Span.End : from) && TableGridOneLine.Find(text, lines, i, tables.Count > 0 ? tables[^1].Span.End : from) is { } inside) tables.Add(inside);
            return;
        }
        var delimitedTo = 0;
        var gapTries = new Tries();
        var stackTries = new Tries();
        for (var i = 0; i < lines.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var end = i;
            Table? table = null;
            if (!lines[i].IsBlank)
            {
                if (separators && i >= delimitedTo)
                {
                    table = TableGridDelimited.Find(text, lines, i, out delimitedTo);
                    end = delimitedTo;
                }
                if (table is null && gaps && gapTries.MayTry(i))
                {
                    table = TableGridFixedWidth.Find(text, lines, i, out end);
                    gapTries.Tried(end);
                }
                if (table is null && TableGridRunTogether.Find(text, lines, i, tables.Count > 0 ? tables[^1].Span.End : from, out var runEnd) is { } run) (table, end) = (run, runEnd);
                if (table is null && stacked && stackTries.MayTry(i))
                {
                    table = TableGridStacked.Find(text, lines, i, out end);
                    stackTries.Tried(end);
                }
                if (table is null && TableGridOneLine.Find(text, lines, i, tables.Count > 0 ? tables[^1].Span.End : from) is { } inside) (table, end) = (inside, LineAfter(lines, i, inside));
            }
            if (table is not null) tables.Add(table);
            i = table is null ? i + 1 : end;
        }
    }

    private static int LineAfter(List<TableGridLine> lines, int line, Table table)
    {
        while (line < lines.Count && lines[line].Start < table.Span.End) line++;
        return line;
    }

    private static int CountValues(string text, List<TableGridLine> lines)
    {
        var count = 0;
        foreach (var line in lines)
        {
            if (line.Length is > 0 and <= 32 && TableGridValue.IsValue(line.Of(text)) && ++count >= 4) break;
        }
        return count;
    }

    /// <summary>
    /// Lets a reader that read far and found nothing try only a few of the lines it read again as a beginning: what makes the time linear.
    /// </summary>
    private sealed class Tries
    {
        private const int MostTries = 12;

        private int _readTo;
        private int _tries;

        public bool MayTry(int line) => line >= _readTo || _tries < MostTries;

        public void Tried(int readTo)
        {
            if (readTo > _readTo)
            {
                _readTo = readTo;
                _tries = 0;
            }
            _tries++;
        }
    }
}
