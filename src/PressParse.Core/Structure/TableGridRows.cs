using PressParse.Text;

namespace PressParse.Structure;

/// <summary>
/// Makes a table of raw cells: joins marks to their numbers, takes out columns that hold nothing, and lets headings reach over the empty cells beside
/// them, which is how a spanned heading is written. Stateless.
/// </summary>
internal static class TableGridRows
{
    /// <summary>The table of <paramref name="rows"/>; null when it has no cell.</summary>
    public static Table? Finish(string text, List<List<TableCell>> rows)
    {
        rows.RemoveAll(row => row.Count == 0);
        if (rows.Count == 0) return null;
        foreach (var row in rows) JoinMarks(text, row);
        TakeOutEmptyColumns(rows);
        SetHeadingsOverFigures(text, rows);
        var columns = rows.Max(row => row[^1].Column + row[^1].ColumnSpan);
        var body = false;
        List<TableCell>? above = null;
        foreach (var row in rows)
        {
            if (row is [{ Column: 0 }] || (body && row.Count == 1 && TableGridValue.HasLetter(In(text, row[0])) && !TableGridValue.IsValue(In(text, row[0]))))
            {
                row[0] = row[0] with { Column = 0, ColumnSpan = columns };
                continue;
            }
            var values = row.Exists(cell => cell.Column > 0 && IsBodyValue(text, cell));
            body |= values;
            if (values || (body && !row.TrueForAll(cell => cell.Column > 0))) above = null;
            else
            {
                Widen(row, above, columns);
                above = row;
            }
        }
        return Make(rows);
    }

    /// <summary>The table of finished rows.</summary>
    public static Table Make(List<List<TableCell>> rows)
    {
        int start = int.MaxValue, end = 0;
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                start = Math.Min(start, cell.Span.Start);
                end = Math.Max(end, cell.Span.End);
            }
        }
        return new Table(TextSpan.FromBounds(start, end), [.. rows.Select(row => new TableRow([.. row]))]);
    }

    private static bool IsBodyValue(string text, TableCell cell)
    {
        var characters = text.AsSpan(cell.Span.Start, cell.Span.Length);
        return TableGridValue.IsValue(characters) && !TableGridValue.IsYear(characters);
    }

    /// <summary>"$ | 1,234 | )" is one cell, in the column of its number.</summary>
    private static void JoinMarks(string text, List<TableCell> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i + 1 < row.Count && row[i + 1].Column <= row[i].Column + 2 && TableGridValue.IsOpening(In(text, row[i])) && TableGridValue.IsValue(In(text, row[i + 1])))
            {
                row[i] = new TableCell(row[i + 1].Column, 1, TextSpan.FromBounds(row[i].Span.Start, row[i + 1].Span.End));
                row.RemoveAt(i + 1);
            }
            if (i + 1 < row.Count && row[i + 1].Column <= row[i].Column + 2 && TableGridValue.IsClosing(In(text, row[i + 1])) && row[i].Column > 0 && EndsAsNumber(In(text, row[i])) && !TableGridValue.IsYear(In(text, row[i])))
            {
                row[i] = row[i] with { Span = TextSpan.FromBounds(row[i].Span.Start, row[i + 1].Span.End) };
                row.RemoveAt(i + 1);
            }
        }
    }

    private static bool EndsAsNumber(ReadOnlySpan<char> cell)
    {
        cell = TableGridValue.Plain(cell);
        return !cell.IsEmpty && (char.IsAsciiDigit(cell[^1]) || cell[^1] == ')') && (TableGridValue.IsValue(cell) || TableGridValue.IsValue(cell.TrimStart("(")));
    }

    private static ReadOnlySpan<char> In(string text, TableCell cell) => text.AsSpan(cell.Span.Start, cell.Span.Length);

    /// <summary>
    /// Columns in which only headings begin ("$" columns whose marks went to their numbers, columns that make room) go out; a heading that began
    /// in one begins in the next that stays.
    /// </summary>
    private static void TakeOutEmptyColumns(List<List<TableCell>> rows)
    {
        var columns = rows.Max(row => row[^1].Column) + 1;
        var filled = new int[columns];
        var beside = new bool[columns];
        var lastRow = new int[columns];
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < rows[r].Count; i++)
            {
                var column = rows[r][i].Column;
                filled[column]++;
                lastRow[column] = r;
                if (i + 1 < rows[r].Count && rows[r][i + 1].Column == column + 1) beside[column] = true;
            }
        }
        var headings = FirstFull(rows);
        var kept = new bool[columns];
        for (var i = 0; i < columns; i++)
        {
            kept[i] = filled[i] > 0 && (i == 0 || i + 1 == columns || beside[i] || filled[i] * 2 >= filled[i + 1] || lastRow[i] >= headings);
        }
        var numbers = new int[columns];
        for (int i = 0, number = 0; i < columns; i++)
        {
            numbers[i] = number;
            if (kept[i]) number++;
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++) row[i] = row[i] with { Column = numbers[row[i].Column] };
        }
    }

    /// <summary>
    /// Headings that stand one column beside as many columns of figures, because a cell too many begins their row or the empty cell over the labels was
    /// dropped ("2025 | 2024" over "Ounces | 12,538 | 11,915"), move over them, and with the latter the fewer headings above that span them.
    /// </summary>
    private static void SetHeadingsOverFigures(string text, List<List<TableCell>> rows)
    {
        var first = rows.FindIndex(row => row.Exists(cell => cell.Column > 0 && IsBodyValue(text, cell)));
        if (first <= 0) return;
        var last = rows.Skip(first).Max(row => row[^1].Column);
        var dropped = false;
        for (var r = first - 1; r >= 0; r--)
        {
            var row = rows[r];
            dropped |= last > 1 && row.Count == last && row[0].Column == 0 && row[^1].Column == last - 1 && row.TrueForAll(cell => EndsAsTime(In(text, cell)));
            var spread = dropped && row.Count > 1 && row[0].Column == 0 && row[^1].Column == row.Count - 1 && last % row.Count == 0;
            if (!spread && (row.Count != last || row[0].Column != 2 || row[^1].Column != last + 1)) continue;
            for (var i = 0; i < row.Count; i++) row[i] = row[i] with { Column = 1 + i * (last / row.Count) };
        }
    }

    /// <summary>"2025", "Q4 2025", "31 Dec 2025": no label of a row.</summary>
    private static bool EndsAsTime(ReadOnlySpan<char> cell)
    {
        cell = TableGridValue.Plain(cell);
        return TableGridValue.IsYear(cell) || TableGridValue.IsPeriod(cell) || cell.Length is > 5 and < 40 && char.IsWhiteSpace(cell[^5]) && TableGridValue.IsYear(cell[^4..]);
    }

    /// <summary>Index of the first row that fills at least half of what the fullest row fills: the end of the headings.</summary>
    private static int FirstFull(List<List<TableCell>> rows)
    {
        var most = rows.Max(row => row.Count);
        var first = rows.FindIndex(row => row[0].Column == 0 && row.Count * 2 >= most && row.Count > 1);
        return first < 0 ? rows.Count : first;
    }

    /// <summary>Lets each heading reach to the next one, but not beyond the heading it stands under.</summary>
    private static void Widen(List<TableCell> row, List<TableCell>? above, int columns)
    {
        for (var i = 0; i < row.Count; i++)
        {
            // The cell over the labels stays over them.
            var column = row[i].Column;
            if (column == 0) continue;
            var next = i + 1 < row.Count ? row[i + 1].Column : columns;
            foreach (var cell in above ?? [])
            {
                if (cell.Column <= column && column < cell.Column + cell.ColumnSpan) next = Math.Min(next, cell.Column + cell.ColumnSpan);
            }
            row[i] = row[i] with { ColumnSpan = next - column };
        }
    }
}
