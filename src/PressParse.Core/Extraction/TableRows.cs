using PressParse.Structure;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>A cell that holds a number.</summary>
internal readonly record struct TableFigureCell(int Column, TextSpan Span, TableValue Value);

/// <summary>A row of figures with everything that stands beside and above it. Immutable.</summary>
internal sealed record TableBodyRow
{
    public required IReadOnlyList<TableFigureCell> Figures { get; init; }

    /// <summary>Its labels, the one nearest to the figures first.</summary>
    public required IReadOnlyList<TableLabel> Labels { get; init; }

    /// <summary>The unit from a column of units.</summary>
    public required TableUnit UnitCell { get; init; }

    public required TableColumns Columns { get; init; }

    /// <summary>The section rows above that name a site, a topic and a period.</summary>
    public TableLabel? SiteSection { get; init; }

    public TableLabel? TopicSection { get; init; }

    public TableLabel? PeriodSection { get; init; }
}

/// <summary>Sorts the rows of a grid into captions, headings, sections and rows of figures. Stateless.</summary>
internal static class TableRows
{
    /// <summary>The rows of figures; words over the first heading go to <paramref name="captions"/>.</summary>
    public static List<TableBodyRow> Read(string text, Table table, TableLabelReader reader, List<TableLabel> captions)
    {
        var shape = TableShape.Of(text, table);
        var body = new List<TableBodyRow>();
        var headings = new List<TableRow>();
        TableColumns? columns = null;
        TableLabel? site = null, topic = null, period = null, carried = null;
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            var kind = shape.Kinds[r];
            if (kind == TableRowKind.Heading)
            {
                if (columns is not null && body.Count > 0)
                {
                    headings.Clear();
                    topic = period = carried = null;
                }
                columns = null;
                headings.Add(row);
                continue;
            }
            if (kind == TableRowKind.Section)
            {
                var label = Label(text, row.Cells[0], reader);
                carried = null;
                if (body.Count == 0 && headings.Count == 0)
                {
                    captions.Add(label);
                    continue;
                }
                if (label.Period is { IsResolved: true } && label.Metrics.Count == 0 && label.Site is null) period = label;
                else if (label.IsTotal && !label.IsTopic || label.Site is not null && (label.Metrics.Count == 0 || label.SiteIsKnown))
                {
                    site = label;
                    topic = label.IsTopic ? label : null;
                }
                else topic = label;
                continue;
            }
            if (kind == TableRowKind.Nothing) continue;
            columns ??= TableColumns.Read(text, headings, shape.Columns, shape.FirstValue, shape.LastValue, reader);
            body.Add(Row(text, row, shape, reader, columns, ref carried) with { SiteSection = site, TopicSection = topic, PeriodSection = period });
        }
        TableParts.Measure(body);
        return body;
    }

    private static TableBodyRow Row(string text, TableRow row, TableShape shape, TableLabelReader reader, TableColumns columns, ref TableLabel? carried)
    {
        var figures = new List<TableFigureCell>();
        var labels = new List<TableLabel>();
        var unit = TableUnit.None;
        foreach (var cell in row.Cells)
        {
            if (cell.Column == shape.UnitColumn) unit = reader.Read(text, cell.Span, isUnit: true).Unit;
            else if (cell.Column < shape.FirstValue) labels.Insert(0, Label(text, cell, reader));
            else if (TableValue.Read(text, cell.Span) is { } value) figures.Add(new TableFigureCell(cell.Column, value.Cell, value));
        }
        // A name that stands once for the rows below it.
        if (row.Cells[0].Column == 0) carried = labels.Count > 1 ? labels[^1] : null;
        else if (carried is not null && labels.Count > 0) labels.Add(carried);
        return new TableBodyRow { Figures = figures, Labels = labels, UnitCell = unit, Columns = columns };
    }

    private static TableLabel Label(string text, TableCell cell, TableLabelReader reader)
    {
        var span = cell.Span;
        while (span.Length > 4 && text[span.Start] == '*' && text[span.End - 1] == '*') span = TextSpan.FromBounds(span.Start + 1, span.End - 1);
        return reader.Read(text, span);
    }
}
