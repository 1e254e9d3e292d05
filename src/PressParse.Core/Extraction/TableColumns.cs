using PressParse.Structure;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>The headings over the columns of a stretch of body rows: one label per column, joined from all heading rows above it. Immutable.</summary>
internal sealed class TableColumns
{
    private readonly TableLabel[] _labels;

    private TableColumns(TableLabel[] labels, TableLabel corner)
    {
        _labels = labels;
        Corner = corner;
    }

    /// <summary>No headings at all.</summary>
    public static readonly TableColumns None = new([], TableLabel.Empty);

    /// <summary>What stands over the column of row labels.</summary>
    public TableLabel Corner { get; }

    /// <summary>The heading of a column.</summary>
    public TableLabel this[int column] => column < _labels.Length ? _labels[column] : TableLabel.Empty;

    public IReadOnlyList<TableLabel> All => _labels;

    /// <summary>The period that the periods of all columns make up together, null where they leave gaps or overlap.</summary>
    public TablePeriod? Whole
    {
        get
        {
            var periods = _labels.Select(l => l.Period).OfType<TablePeriod>().Where(p => p.IsResolved).OrderBy(p => p.From).ToList();
            if (periods.Count < 2) return null;
            for (var i = 1; i < periods.Count; i++)
                if (periods[i].From != periods[i - 1].To!.Value.AddDays(1)) return null;
            return new TablePeriod { From = periods[0].From, To = periods[^1].To };
        }
    }

    /// <summary>Reads headings from their rows, top to bottom.</summary>
    /// <param name="text">The text of the document.</param>
    /// <param name="rows">The heading rows.</param>
    /// <param name="columns">Number of columns of the table.</param>
    /// <param name="firstValue">The first column that holds figures.</param>
    /// <param name="lastValue">The last column that holds figures.</param>
    /// <param name="reader">Reads the labels.</param>
    public static TableColumns Read(string text, IReadOnlyList<TableRow> rows, int columns, int firstValue, int lastValue, TableLabelReader reader)
    {
        if (rows.Count == 0) return None;
        var parts = new List<string>[columns];
        for (var c = 0; c < columns; c++) parts[c] = [];
        var starts = new List<int>();
        foreach (var row in rows)
        {
            var here = new List<int>();
            // Headings that begin one column late and end one column past the figures had a cell too many before them.
            var late = row.Cells.Count > 1 && row.Cells[0].Column > 0 && row.Cells[^1].Column >= lastValue + 1 ? 1 : 0;
            foreach (var cell in row.Cells)
            {
                here.Add(cell.Column - late);
                // A heading does not reach under the next heading of the row above it.
                var end = Math.Min(columns, cell.Column - late + cell.ColumnSpan);
                foreach (var start in starts) if (start > cell.Column - late && start < end) end = start;
                var words = Plain(cell.Span.In(text));
                for (var c = cell.Column - late; c < end; c++)
                    if (parts[c].Count == 0 || parts[c][^1] != words) parts[c].Add(words);
            }
            starts = here;
        }
        var labels = new TableLabel[columns];
        for (var c = 0; c < columns; c++) labels[c] = Label(string.Join(' ', parts[c]), reader);
        var corner = string.Join(' ', parts.Take(Math.Max(1, firstValue)).SelectMany(p => p).Distinct());
        return new TableColumns(labels, Label(corner, reader));
    }

    private static TableLabel Label(string text, TableLabelReader reader) => text.Length == 0 ? TableLabel.Empty : reader.Read(text, new TextSpan(0, text.Length));

    /// <summary>A cell's words on one line, without Markdown's emphasis.</summary>
    private static string Plain(string cell) => string.Join(' ', cell.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
