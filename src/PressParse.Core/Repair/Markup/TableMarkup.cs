using PressParse.Text;

namespace PressParse.Repair.Markup;

/// <summary>
/// Turns a table left in its tags ("&lt;tr&gt;&lt;td&gt;AISC&lt;/td&gt;&lt;td&gt;1,730&lt;/td&gt;&lt;/tr&gt;", as converters of PDF leave it in Markdown) into rows of
/// cells parted by tabs: a line for a row, an empty cell for each column a cell spans. Belongs to one table of one text.
/// </summary>
internal sealed class TableMarkup(string text)
{
    /// <summary>Columns and rows one cell may span; more is nonsense or an attack.</summary>
    private const int MostSpan = 50;

    /// <summary>Rows still to come that a cell further up reaches into, by column.</summary>
    private readonly List<int> _reaching = [];

    /// <summary>The column of the next cell, and the columns beside its first that the open one covers.</summary>
    private int _column, _wide;
    private bool _inRow, _inCell, _any;
    private int _contentFrom;

    /// <summary>The edits for the content that ends at a tag, and for the tag with the white space behind it.</summary>
    public void Read(Tag tag, List<RepairEdit> edits)
    {
        if (_inCell) JoinLines(_contentFrom, tag.Span.Start, edits);
        var stand = tag.Name switch
        {
            "td" or "th" when !tag.Closing => OpenCell(tag),
            "td" or "th" => CloseCell(),
            "tr" => EndRow(),
            "table" when tag.Closing && _any => EndRow() + "\n",
            _ when _inCell => tag.Breaks ? " " : "",
            _ => "",
        };
        var end = tag.Span.End;
        // Between the tags of rows and cells white space is the source's, not the table's.
        if (!_inCell || tag.Name is "td" or "th")
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        edits.Add(RepairEdit.Replace(TextSpan.FromBounds(tag.Span.Start, end), stand, $"left-over tag <{(tag.Closing ? "/" : "")}{tag.Name}>"));
        _contentFrom = end;
    }

    /// <summary>Goes past what another edit takes.</summary>
    public void Pass(TextSpan span, List<RepairEdit> edits)
    {
        if (_inCell) JoinLines(_contentFrom, span.Start, edits);
        _contentFrom = span.End;
    }

    private string OpenCell(Tag tag)
    {
        var before = "";
        if (!_inRow)
        {
            before = _any || tag.Span.Start > 0 ? "\n" : "";
            (_inRow, _any, _column) = (true, true, 0);
        }
        else if (_inCell || _column > 0) before = "\t";
        _inCell = true;
        while (_column < _reaching.Count && _reaching[_column] > 0)
        {
            _reaching[_column++]--;
            before += "\t";
        }
        var (columns, rows) = (Attribute(tag, "colspan"), Attribute(tag, "rowspan"));
        for (var i = 0; i < columns; i++, _column++)
        {
            while (_reaching.Count <= _column) _reaching.Add(0);
            _reaching[_column] = rows - 1;
        }
        _wide = columns - 1;
        return before;
    }

    private string CloseCell()
    {
        _inCell = false;
        var empty = new string('\t', _wide);
        _wide = 0;
        return empty;
    }

    private string EndRow()
    {
        _inCell = _inRow = false;
        for (var i = _column; i < _reaching.Count; i++) _reaching[i] = Math.Max(0, _reaching[i] - 1);
        return "";
    }

    /// <summary>A line break inside a cell is a space.</summary>
    private void JoinLines(int from, int to, List<RepairEdit> edits)
    {
        for (var at = from; at < to; at++)
        {
            if (text[at] is not ('\n' or '\r')) continue;
            var end = at + 1;
            while (end < to && char.IsWhiteSpace(text[end])) end++;
            edits.Add(RepairEdit.Replace(TextSpan.FromBounds(at, end), " ", "line break inside a cell"));
            at = end;
        }
    }

    private int Attribute(Tag tag, string name)
    {
        var written = tag.Span.In(text);
        var at = written.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var value = 0;
        foreach (var c in written[(at + name.Length)..])
        {
            if (char.IsAsciiDigit(c)) value = Math.Min(MostSpan, value * 10 + c - '0');
            else if (value > 0 || c is not ('=' or '"' or '\'' or ' ')) break;
        }
        return Math.Max(1, value);
    }
}
