using PressParse.Text;

namespace PressParse.Reading;

/// <summary>How two neighbouring runs of text are kept apart.</summary>
internal enum Separation
{
    /// <summary>Nothing between them.</summary>
    None,

    /// <summary>A space: they belong to one line.</summary>
    Space,

    /// <summary>A line end.</summary>
    Line,

    /// <summary>A blank line: they are paragraphs of their own.</summary>
    Paragraph,
}

/// <summary>
/// Collects the text a reader takes from raw characters, in raw order, as pieces: what is taken is copied, what stands for something
/// else is replaced, everything between is dropped or becomes the separation asked for. Not safe to share between threads.
/// </summary>
internal sealed class SourceTextBuilder(string raw)
{
    private readonly List<Piece> _pieces = [];
    private readonly List<LayoutRegion> _layout = [];
    private int _copyStart;
    private int _next;
    private int _written;
    private Separation _separation;
    private int _tabs;

    /// <summary>The characters the pieces count in.</summary>
    public string Raw => raw;

    /// <summary>Number of characters written so far, pending separation left out.</summary>
    public int Written => _written + _next - _copyStart;

    /// <summary>Asks for at least this much separation before the next text.</summary>
    public void Separate(Separation separation)
    {
        if (separation >= Separation.Line && separation > _separation) _tabs = 0;
        if (separation > _separation) _separation = separation;
    }

    /// <summary>Puts one more tab before the next text: the end of a table cell.</summary>
    public void NextCell() => _tabs++;

    /// <summary>Copies raw characters; whatever was not taken before them is dropped.</summary>
    public void Copy(int start, int end)
    {
        if (start >= end) return;
        Reach(start);
        _next = end;
    }

    /// <summary>Writes <paramref name="replacement"/> for raw characters.</summary>
    public void Replace(int start, int end, string replacement)
    {
        Reach(start);
        CloseCopy();
        _pieces.Add(Piece.Replace(TextSpan.FromBounds(start, end), replacement));
        _written += replacement.Length;
        _copyStart = _next = end;
    }

    /// <summary>Notes that the format states the kind of the text from <paramref name="start"/> (a value of <see cref="Written"/> plus separation) to here.</summary>
    public void State(LayoutKind kind, int start)
    {
        if (Written > start) _layout.Add(new LayoutRegion(kind, TextSpan.FromBounds(start, Written)));
    }

    /// <summary>Where the next text will begin, its separation counted.</summary>
    public int NextStart => Written + SeparationText().Length;

    /// <summary>The text and its map; everything not taken is dropped.</summary>
    public SourceText Build(string mediaType)
    {
        CloseCopy();
        if (_next < raw.Length) _pieces.Add(Piece.Drop(TextSpan.FromBounds(_next, raw.Length)));
        _layout.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return new SourceText(raw, PieceMap.Render(raw, _pieces), PieceMap.Identity(raw.Length).Then(_pieces), _layout, mediaType);
    }

    private void Reach(int start)
    {
        if (start < _next) throw new InvalidOperationException($"Text must be taken in the order of the source: {start} comes before {_next}.");
        if (start == _next && _separation == Separation.None && _tabs == 0) return;
        var gapIsSpace = _separation == Separation.Space && _tabs == 0 && start == _next + 1 && raw[_next] == ' ' && Written > 0;
        if (gapIsSpace)
        {
            _separation = Separation.None;
            _next = start;
            return;
        }
        var text = SeparationText();
        CloseCopy();
        _pieces.Add(Piece.Replace(TextSpan.FromBounds(_next, start), text));
        _written += text.Length;
        _copyStart = _next = start;
        _separation = Separation.None;
        _tabs = 0;
    }

    private string SeparationText()
    {
        if (Written == 0) return _tabs == 0 ? "" : new string('\t', _tabs);
        if (_tabs > 0) return (_separation switch { Separation.Paragraph => "\n\n", Separation.Line => "\n", _ => "" }) + new string('\t', _tabs);
        return _separation switch { Separation.Paragraph => "\n\n", Separation.Line => "\n", Separation.Space => " ", _ => "" };
    }

    private void CloseCopy()
    {
        if (_next > _copyStart)
        {
            _pieces.Add(Piece.Copy(TextSpan.FromBounds(_copyStart, _next)));
            _written += _next - _copyStart;
        }
        _copyStart = _next;
    }
}
