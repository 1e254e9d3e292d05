using System.Text;
using PressParse.Text;

namespace PressParse.Reading.Pdf;

/// <summary>Writes lines in reading order as paragraphs, headings, list items and tables. Not safe to share between threads.</summary>
internal sealed class PdfTextWriter(double bodySize)
{
    private readonly StringBuilder _text = new();
    private readonly List<LayoutRegion> _layout = [];
    private PdfLine? _previous;
    private int _paragraphStart;
    private bool _atHeading;
    private bool _endsFull;

    /// <summary>The text written.</summary>
    public string Text => _text.ToString();

    /// <summary>Regions whose kind geometry tells.</summary>
    public IReadOnlyList<LayoutRegion> Layout => _layout;

    /// <summary>Writes one column of lines; the paragraph before may go on in it.</summary>
    public void Write(List<PdfLine> lines)
    {
        if (lines.Count == 0) return;
        var left = lines.Min(line => line.Left);
        var right = lines.Max(line => line.Right);
        var pitch = Pitch(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (PdfTable.Find(lines, i, right - left, out var end) is { } rows)
            {
                WriteTable(rows);
                i = end - 1;
                continue;
            }
            WriteLine(lines[i], i == 0, left, right, pitch);
        }
        _endsFull = lines.Count >= 3 && _previous is not null && right - _previous.Right < 0.2 * (right - left);
    }

    /// <summary>Ends the last paragraph.</summary>
    public void Close() => EndParagraph();

    private void WriteTable(List<List<(int Column, string Text)>> rows)
    {
        EndParagraph();
        if (_text.Length > 0) _text.Append("\n\n");
        var start = _text.Length;
        foreach (var row in rows)
        {
            if (_text.Length > start) _text.Append('\n');
            var column = 0;
            foreach (var (at, cell) in row)
            {
                for (; column < at; column++) _text.Append('\t');
                _text.Append(cell);
            }
        }
        _layout.Add(new LayoutRegion(LayoutKind.Table, TextSpan.FromBounds(start, _text.Length)));
        _previous = null;
        _paragraphStart = _text.Length;
    }

    private void WriteLine(PdfLine line, bool first, double left, double right, double pitch)
    {
        var text = line.Text;
        var item = IsItem(text);
        var heading = IsHeading(line, text);
        switch (Relation(line, text, first, left, right, pitch, item, heading))
        {
            case Separation.Paragraph:
                EndParagraph();
                if (_text.Length > 0) _text.Append("\n\n");
                _paragraphStart = _text.Length;
                break;
            case Separation.Line:
                EndParagraph();
                _text.Append('\n');
                _paragraphStart = _text.Length;
                break;
            default:
                if (!JoinHyphen(text)) _text.Append(' ');
                break;
        }
        _atHeading = heading;
        _text.Append(text);
        _previous = line;
    }

    private Separation Relation(PdfLine line, string text, bool first, double left, double right, double pitch, bool item, bool heading)
    {
        if (_previous is not { } previous) return Separation.Paragraph;
        if (!first && line.Baseline > previous.Baseline)
        {
            first = true;
            _endsFull = right - previous.Right < 0.2 * (right - left);
        }
        var open = !EndsSentence(_text) && char.IsLower(text[0]) && !item;
        // In the next column or on the next page only an unfinished sentence goes on.
        if (first) return (open || (_endsFull && !item && !heading && !EndsSentence(_text))) && !_atHeading ? Separation.None : Separation.Paragraph;
        if (item) return Separation.Line;
        if (Math.Abs(line.Size - previous.Size) > 0.12 * previous.Size || heading != _atHeading) return Separation.Paragraph;
        var gap = previous.Baseline - line.Baseline;
        if (gap > 1.4 * pitch || gap < 0) return open && gap < 2 * pitch && gap > 0 ? Separation.None : Separation.Paragraph;
        if (heading) return Separation.None;
        if (line.Left > previous.Left + 0.8 * line.Size && previous.Left < left + 2 && EndsSentence(_text)) return Separation.Paragraph;
        // A line that leaves room for the next one's first word ended on purpose.
        var room = right - previous.Right;
        if (room > 0.3 * (right - left) && !open) return EndsSentence(_text) ? Separation.Paragraph : Separation.Line;
        return Separation.None;
    }

    private void EndParagraph()
    {
        var length = _text.Length - _paragraphStart;
        if (length > 0)
        {
            var span = new TextSpan(_paragraphStart, length);
            if (_atHeading) _layout.Add(new LayoutRegion(LayoutKind.Heading, span));
            else if (IsItem(_text.ToString(_paragraphStart, Math.Min(6, length)))) _layout.Add(new LayoutRegion(LayoutKind.ListItem, span));
        }
        _paragraphStart = _text.Length;
        _atHeading = false;
    }

    /// <summary>A word broken at the line's end becomes whole; true when that was done.</summary>
    private bool JoinHyphen(string next)
    {
        if (_text.Length < 2) return false;
        if (_text[^1] == '/') return true;
        if (_text[^1] is not ('-' or '\u2010') || !char.IsLetter(_text[^2]) || !char.IsLetter(next[0])) return _text[^1] is '-' or '\u2010' or '\u2013' && char.IsLetterOrDigit(_text[^2]) && char.IsLetterOrDigit(next[0]);
        var start = _text.Length - 2;
        while (start > 0 && (char.IsLetterOrDigit(_text[start - 1]) || _text[start - 1] == '-')) start--;
        // "run-of-" and "Non-" keep theirs.
        var compound = _text.ToString(start, _text.Length - 1 - start);
        if (char.IsLower(next[0]) && !compound.Contains('-', StringComparison.Ordinal) && !IsPrefix(compound)) _text.Length--;
        return true;
    }

    private static bool IsPrefix(string word) =>
        word.ToLowerInvariant() is "non" or "all" or "year" or "first" or "second" or "third" or "fourth" or "forward" or "open" or "half" or "long" or "short" or "high" or "low" or "well" or "by" or "co" or "self" or "mid" or "pre" or "post" or "ex"
            or "on" or "off" or "in" or "up" or "life" or "run" or "heap" or "cut" or "mine" or "near" or "one" or "two" or "three" or "four" or "five" or "six" or "nine" or "ten" or "twelve" or "month" or "quarter";

    private bool IsHeading(PdfLine line, string text) =>
        text.Length <= 140 && text.Length > 2 && text[^1] is not ('.' or ',' or ';') && char.IsLetter(text[0]) && (line.Size > 1.15 * bodySize || (line.Bold && line.Segments.Count == 1 && text.Length <= 100));

    private static bool IsItem(string text) =>
        text.Length > 1 && ((text[0] is '\u2022' or '\u25CF' or '\u25AA' or '\u25E6' or '\u00B7' or '\u2023' or '\uF0B7') || (text[0] is '-' or '\u2013' or '*' or 'o' && text[1] == ' ' && text.Length > 2 && !char.IsAsciiDigit(text[2]) && (text[0] != 'o' || char.IsUpper(text[2]))));

    private static bool EndsSentence(StringBuilder text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or ';' or '\u201D' or '"';

    /// <summary>The distance of base lines that most lines keep.</summary>
    private static double Pitch(List<PdfLine> lines)
    {
        var gaps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var gap = lines[i - 1].Baseline - lines[i].Baseline;
            if (gap > 0.5 * lines[i].Size && gap < 2.2 * lines[i].Size) gaps.Add(gap);
        }
        if (gaps.Count < 3) return 1.25 * lines[0].Size;
        gaps.Sort();
        // Lines inside paragraphs are closer than paragraphs to each other; the lower third is surely the former.
        return gaps[gaps.Count / 3];
    }
}
