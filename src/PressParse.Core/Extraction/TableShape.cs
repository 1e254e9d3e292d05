using PressParse.Mentions;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>What a row of a table is.</summary>
internal enum TableRowKind : byte { Heading, Section, Body, Nothing }

/// <summary>Which rows of a grid hold figures and which columns hold labels, units and figures. Immutable.</summary>
internal sealed class TableShape
{
    public required TableRowKind[] Kinds { get; init; }

    public required int Columns { get; init; }

    /// <summary>The first column that holds figures.</summary>
    public required int FirstValue { get; init; }

    /// <summary>The last column that holds figures.</summary>
    public required int LastValue { get; init; }

    /// <summary>The column of units, -1 for none.</summary>
    public required int UnitColumn { get; init; }

    public static TableShape Of(string text, Table table)
    {
        var columns = 1;
        foreach (var row in table.Rows)
            foreach (var cell in row.Cells) columns = Math.Max(columns, cell.Column + 1);
        int[] values = new int[columns], words = new int[columns], units = new int[columns];
        var kinds = new TableRowKind[table.Rows.Count];
        var first = FirstBody(text, table);
        for (var r = 0; r < kinds.Length; r++)
        {
            var row = table.Rows[r];
            int figures = 0, nils = 0;
            var cells = new CellKind[row.Cells.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = ValueOf(text, row.Cells[i], r >= first);
                if (row.Cells[i].Column == 0 && cells.Length > 1) continue;
                if (cells[i] == CellKind.Figure) figures++;
                else if (cells[i] == CellKind.Nil) nils++;
            }
            kinds[r] = KindOf(text, row, figures, nils, r < first);
            // "Metric | Value" is a whole heading: a pair of words under it is a row ("Ticker | KES").
            if (r > 0 && r < first && kinds[r] == TableRowKind.Heading && IsPair(row) && IsPair(table.Rows[r - 1]) && !IsHeadingCell(text, row.Cells[1]) && !IsUnitCell(text, row.Cells[1])) kinds[r] = TableRowKind.Nothing;
            if (kinds[r] != TableRowKind.Body) continue;
            for (var i = 0; i < cells.Length; i++)
                if (cells[i] != CellKind.Words) values[row.Cells[i].Column]++;
                else if (row.Cells[i].Column > 0 && IsUnitCell(text, row.Cells[i])) units[row.Cells[i].Column]++;
                else words[row.Cells[i].Column]++;
        }
        var firstValue = 0;
        while (firstValue < columns && values[firstValue] <= words[firstValue] + units[firstValue]) firstValue++;
        if (firstValue == 0 && columns > 1) firstValue = 1;
        var unitColumn = -1;
        for (var c = 1; c < columns && unitColumn < 0; c++)
            if (units[c] > 1 && units[c] * 10 >= (units[c] + words[c] + values[c]) * 6 || units[c] == 1 && words[c] + values[c] == 0) unitColumn = c;
        return new TableShape { Kinds = kinds, Columns = columns, FirstValue = firstValue, LastValue = Math.Max(firstValue, Array.FindLastIndex(values, n => n > 0)), UnitColumn = unitColumn };
    }

    private static bool IsPair(TableRow row) => row.Cells is [{ Column: 0 }, { Column: 1 }];

    private enum CellKind : byte { Words, Figure, Nil }

    private static int FirstBody(string text, Table table)
    {
        for (var r = 0; r < table.Rows.Count; r++)
            foreach (var cell in table.Rows[r].Cells)
                if (cell.Column > 0 && ValueOf(text, cell, false) == CellKind.Figure) return r;
        return table.Rows.Count;
    }

    private static TableRowKind KindOf(string text, TableRow row, int figures, int nils, bool beforeBody)
    {
        if (figures > 0 || nils > 0 && !beforeBody) return TableRowKind.Body;
        if (row.Cells.Count == 1 && row.Cells[0].Column == 0) return row.Cells[0].Span.Length <= 160 ? TableRowKind.Section : TableRowKind.Nothing;
        if (beforeBody) return TableRowKind.Heading;
        // Words in the columns of figures head what follows only where they say a period, a unit or a kind.
        foreach (var cell in row.Cells)
            if (cell.Column > 0 && IsHeadingCell(text, cell)) return TableRowKind.Heading;
        return TableRowKind.Nothing;
    }

    private static bool IsHeadingCell(string text, TableCell cell)
    {
        if (cell.Span.Length > 60) return false;
        var tokens = BlockTokens.Read(text, cell.Span, Lexicon.Default);
        return DateReader.Read(tokens).Count > 0 || Array.Exists(tokens.Terms, t => t.Category is TermCategory.Metric or TermCategory.Ytd or TermCategory.Month or TermCategory.UnitOfYear || t is { Category: TermCategory.Table, Code: "guidance" or "planned" or "actual" });
    }

    private static CellKind ValueOf(string text, TableCell cell, bool inBody)
    {
        var characters = text.AsSpan(cell.Span.Start, cell.Span.Length);
        if (TableGridValue.IsNil(characters)) return CellKind.Nil;
        if (!inBody && (TableGridValue.IsYear(characters) || characters.IndexOfAny(' ', '\t') is 4 && TableGridValue.IsYear(characters[..4]))) return CellKind.Words;
        return IsPeriod(characters, inBody) || TableValue.Read(text, cell.Span) is null ? CellKind.Words : CellKind.Figure;
    }

    /// <summary>"9M" over a column of figures is nine months, below other figures it is nine million.</summary>
    private static bool IsPeriod(ReadOnlySpan<char> cell, bool inBody)
    {
        if (TableGridValue.IsPeriod(cell)) return true;
        cell = TableGridValue.Plain(cell);
        return !inBody && cell.Length is 2 or 3 && cell[^1] == 'M' && cell[..^1].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsUnitCell(string text, TableCell cell)
    {
        if (cell.Span.Length > 24) return false;
        var tokens = BlockTokens.Read(text, cell.Span, Lexicon.Default);
        // "Copper (%)" names a metal and its unit; a cell of units begins with one.
        if (tokens.KindAt(0) == TokenKind.Word && !Array.Exists(tokens.Terms, t => t.First == 0 && t.Category is TermCategory.Unit or TermCategory.Currency or TermCategory.Scale or TermCategory.NotUnit)) return false;
        return TableUnitReader.Read(tokens, true, false, false) is { } unit && (unit.IsKnown || unit.Scale != 1) && !Array.Exists(tokens.Terms, t => t.Category == TermCategory.Metric);
    }
}
