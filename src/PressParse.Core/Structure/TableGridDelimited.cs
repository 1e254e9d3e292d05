using PressParse.Text;

namespace PressParse.Structure;

/// <summary>Reads tables whose cells are separated by a character: tabs, or the pipes of Markdown. Stateless.</summary>
internal static class TableGridDelimited
{
    /// <summary>Wider than any table of a release; what stands further right is not read.</summary>
    private const int MostColumns = 500;

    /// <summary>The table that begins at line <paramref name="first"/>; null when none does, and none begins before <paramref name="end"/> either.</summary>
    public static Table? Find(string text, List<TableGridLine> lines, int first, out int end)
    {
        end = first;
        var separator = SeparatorOf(text, lines[first]);
        if (separator == '\0' && HasOnePipe(text, lines[first]) && StartsTable(text, lines, first)) separator = '|';
        if (separator == '\0') return null;
        var last = first + 1;
        var rows = 1;
        while (last < lines.Count)
        {
            if (SeparatorOf(text, lines[last]) == separator || separator == '|' && HasOnePipe(text, lines[last]))
            {
                last++;
                rows++;
            }
            // A section row stands alone on its line between rows of cells.
            else if (separator == '\t' && !lines[last].IsBlank && lines[last].Length <= 80 && last + 1 < lines.Count && SeparatorOf(text, lines[last + 1]) == separator) last++;
            // A table cut by a blank line goes on when its rows do.
            else if (separator == '\t' && lines[last].IsBlank && last + 1 < lines.Count && SeparatorOf(text, lines[last + 1]) == separator
                && CountOf(text, lines[last + 1], separator) == CountOf(text, lines[last - 1], separator)) last++;
            else break;
        }
        if (rows < 2) return null;
        end = last;
        return Read(text, lines, first, last, separator);
    }

    /// <summary>The table in a range of lines; null when there are no cells in it.</summary>
    public static Table? Read(string text, List<TableGridLine> lines, int first, int last, char separator)
    {
        var rows = new List<List<TableCell>>(last - first);
        for (var i = first; i < last; i++)
        {
            if (lines[i].IsBlank || IsRule(text, lines[i])) continue;
            rows.Add(Cells(text, lines[i], separator));
        }
        if (rows.TrueForAll(row => row.Count <= 2 && row.Count > 0 && IsMark(text, row[0]))) return null;
        return TableGridRows.Finish(text, rows);
    }

    private static char SeparatorOf(string text, TableGridLine line)
    {
        if (line.IsBlank) return '\0';
        var characters = line.Of(text);
        if (characters[0] == '|' ? characters.Length > 1 && characters[1..].Contains('|') : characters.Count('|') >= 2) return '|';
        return characters.Contains('\t') || (text[line.LineStart] == '\t' && characters.Contains('\t')) ? '\t' : '\0';
    }

    /// <summary>"2025 | 2024" of a table whose empty cells were dropped, "Ounces produced | 12,538" of one with a single column of figures.</summary>
    private static bool HasOnePipe(string text, TableGridLine line) => !line.IsBlank && line.Of(text).Count('|') == 1;

    /// <summary>A line with one pipe begins a table where rows of more cells follow, or two rows of a label and its value.</summary>
    private static bool StartsTable(string text, List<TableGridLine> lines, int first)
    {
        const int headings = 2;
        var next = first + 1;
        while (next < lines.Count && next - first < headings && HasOnePipe(text, lines[next])) next++;
        if (next < lines.Count && SeparatorOf(text, lines[next]) == '|') return true;
        var pair = IsPair(text, lines, first) ? first : first + 1;
        return IsPair(text, lines, pair) && IsPair(text, lines, pair + 1);
    }

    private static bool IsPair(string text, List<TableGridLine> lines, int at) =>
        at < lines.Count && HasOnePipe(text, lines[at]) && lines[at].Of(text) is var row && TableGridValue.IsValue(row[(row.IndexOf('|') + 1)..]);

    private static int CountOf(string text, TableGridLine line, char separator) => text.AsSpan(line.LineStart, line.End - line.LineStart).Count(separator);

    /// <summary>The line of dashes between a Markdown table's head and body, or any line without words.</summary>
    private static bool IsRule(string text, TableGridLine line)
    {
        var dashes = 0;
        foreach (var c in line.Of(text))
        {
            if (c is '-' or '=' or '_') dashes++;
            else if (c is not ('|' or ':' or ' ' or '\t' or '+')) return false;
        }
        return dashes >= 3;
    }

    /// <summary>A bullet or a number before an item of a list.</summary>
    private static bool IsMark(string text, TableCell cell)
    {
        var mark = text.AsSpan(cell.Span.Start, cell.Span.Length);
        return mark is "\u2022" or "-" or "\u2013" or "*" or "o" or "\u00B7" or "\u25CF" or "\u25AA" or "\u2713" || (mark.Length <= 4 && mark[^1] is ')' or '.');
    }

    private static List<TableCell> Cells(string text, TableGridLine line, char separator)
    {
        var cells = new List<TableCell>();
        var start = separator == '\t' ? line.LineStart : line.Start;
        var end = line.End;
        if (separator == '|')
        {
            if (text[start] == '|') start++;
            if (end > start && text[end - 1] == '|' && text[end - 2] != '\\') end--;
        }
        for (var column = 0; ; column++)
        {
            var stop = start;
            while (stop < end && (text[stop] != separator || (separator == '|' && stop > start && text[stop - 1] == '\\'))) stop++;
            var span = TableGridLine.Trim(text, start, stop);
            if (!span.IsEmpty) cells.Add(new TableCell(column, 1, span));
            if (stop >= end || column == MostColumns) return cells;
            start = stop + 1;
        }
    }
}
