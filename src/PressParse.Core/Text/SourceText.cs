namespace PressParse.Text;

/// <summary>What a format knows of a region of its text before anything is read.</summary>
public enum LayoutKind
{
    /// <summary>A heading of the document.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A table: one line a row, cells separated by one tab, spanned cells left empty.</summary>
    Table,
}

/// <summary>A region of <see cref="SourceText.Text"/> whose kind the format itself states (an HTML heading, a PDF table). Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where, in <see cref="SourceText.Text"/>.</param>
public readonly record struct LayoutRegion(LayoutKind Kind, TextSpan Span);

/// <summary>
/// A document as received and the text a reader took from it. Paragraphs are separated by blank lines, list items and headings stand on
/// their own lines, tables are lines of tab-separated cells. Immutable and safe to share between threads.
/// </summary>
public sealed class SourceText
{
    /// <summary>A document whose text is a rewriting of its raw characters.</summary>
    /// <param name="raw">The characters as received; source spans of records count in these.</param>
    /// <param name="text">What was read from them.</param>
    /// <param name="map">From <paramref name="text"/> back to <paramref name="raw"/>.</param>
    /// <param name="layout">Regions whose kind the format states, in order of their start.</param>
    /// <param name="mediaType">For example <c>text/plain</c>, <c>text/html</c>, <c>application/pdf</c>.</param>
    /// <exception cref="ArgumentException">The map does not fit the two texts.</exception>
    public SourceText(string raw, string text, PieceMap map, IReadOnlyList<LayoutRegion> layout, string mediaType)
    {
        if (map.SourceLength != raw.Length || map.OutputLength != text.Length)
            throw new ArgumentException("The piece map does not fit the text it was given with.", nameof(map));
        Raw = raw;
        Text = text;
        Map = map;
        Layout = layout;
        MediaType = mediaType;
    }

    /// <summary>The characters as received.</summary>
    public string Raw { get; }

    /// <summary>The text read from them, not yet repaired.</summary>
    public string Text { get; }

    /// <summary>From <see cref="Text"/> back to <see cref="Raw"/>.</summary>
    public PieceMap Map { get; }

    /// <summary>Regions whose kind the format states.</summary>
    public IReadOnlyList<LayoutRegion> Layout { get; }

    /// <summary>Media type of the document.</summary>
    public string MediaType { get; }

    /// <summary>Plain text, taken as it is.</summary>
    public static SourceText Plain(string text, string mediaType = "text/plain") => new(text, text, PieceMap.Identity(text.Length), [], mediaType);
}
