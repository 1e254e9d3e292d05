using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace PressParse.Tests.Reading;

/// <summary>Sets text as a PDF the way a word processor does: wrapped lines, columns, tables with figures at the right, headers and footers.</summary>
internal sealed class PdfDraft
{
    private const double Width = 612;
    private const double Height = 792;
    private const double Margin = 72;
    private const double Size = 10;
    private const double Pitch = 12;

    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _regular;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private readonly int _columns;
    private readonly string? _header;
    private PdfPageBuilder? _page;
    private int _column;
    private int _number;
    private double _y;

    public PdfDraft(int columns = 1, string? header = null, Standard14Font font = Standard14Font.TimesRoman)
    {
        _columns = columns;
        _header = header;
        _regular = _document.AddStandard14Font(font);
        _bold = _document.AddStandard14Font(Standard14Font.TimesBold);
        NewPage();
    }

    private double ColumnWidth => (Width - 2 * Margin - (_columns - 1) * 24) / _columns;

    private double Left => Margin + _column * (ColumnWidth + 24);

    public PdfDraft Heading(string text)
    {
        Space();
        Lines(text, _bold, hyphens: false);
        return this;
    }

    public PdfDraft Paragraph(string text, bool hyphens = false)
    {
        Space();
        Lines(text, _regular, hyphens);
        return this;
    }

    /// <summary>Rows of cells; the first cell of a row stands at the left, others end at the right edge of their column. A table too wide is set smaller.</summary>
    public PdfDraft Table(params string[][] rows)
    {
        Space();
        var columns = rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, columns).Select(i => rows.Where(row => row.Length > i && row.Length > 1).Max(row => Measure(row[i], _regular))).ToArray();
        var gap = Math.Clamp((ColumnWidth - widths.Sum()) / Math.Max(1, columns - 1), 12, 60);
        var scale = Math.Min(1, ColumnWidth / (widths.Sum() + gap * (columns - 1)));
        foreach (var row in rows)
        {
            Need(Pitch);
            var right = Left;
            for (var i = 0; i < row.Length; i++)
            {
                right += (widths[i] + (i > 0 ? gap : 0)) * scale;
                if (row[i].Length > 0) Put(row[i], i == 0 ? Left : right - Measure(row[i], _regular) * scale, _regular, Size * scale);
            }
            _y -= Pitch;
        }
        return this;
    }

    public byte[] Build() => _document.Build();

    private void Lines(string text, PdfDocumentBuilder.AddedFont font, bool hyphens)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (Measure(longer, font) <= ColumnWidth)
            {
                line = longer;
                continue;
            }
            if (hyphens && word.Length > 8 && word.All(char.IsLower) && Measure(line + " " + word[..4] + "-", font) <= ColumnWidth)
            {
                Out(line + " " + word[..4] + "-");
                line = word[4..];
            }
            else
            {
                Out(line);
                line = word;
            }
        }
        Out(line);

        void Out(string whole)
        {
            Need(Pitch);
            Put(whole, Left, font);
            _y -= Pitch;
        }
    }

    private double Measure(string text, PdfDocumentBuilder.AddedFont font) => text.Length == 0 ? 0 : _page!.MeasureText(text, Size, new PdfPoint(0, 0), font).Max(letter => letter.EndBaseLine.X);

    private void Put(string text, double x, PdfDocumentBuilder.AddedFont font, double size = Size) => _page!.AddText(text, size, new PdfPoint(x, _y), font);

    private void Space() => _y -= 8;

    private void Need(double room)
    {
        if (_y - room > Margin) return;
        if (++_column < _columns) _y = Height - Margin;
        else NewPage();
    }

    private void NewPage()
    {
        _page = _document.AddPage(PageSize.Letter);
        _column = 0;
        _y = Height - 40;
        _number++;
        if (_header is not null)
        {
            Put(_header, Margin, _regular);
            _y = 30;
            Put($"Page {_number}", Width / 2, _regular);
        }
        _y = Height - Margin;
    }
}
