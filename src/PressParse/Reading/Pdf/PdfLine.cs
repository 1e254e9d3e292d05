namespace PressParse.Reading.Pdf;

/// <summary>A run of text on a line without a gap as wide as the space between columns. Immutable.</summary>
/// <param name="Text">Its characters, words separated by one space.</param>
/// <param name="Left">Left edge in points.</param>
/// <param name="Right">Right edge in points.</param>
/// <param name="Gaps">Spaces in it that are wider than others: where narrow columns may part.</param>
internal sealed record PdfSegment(string Text, double Left, double Right, IReadOnlyList<PdfGap> Gaps);

/// <summary>A wide space in a run of text. Immutable.</summary>
/// <param name="At">Index of the space in the run's characters.</param>
/// <param name="Left">Where the text before it ends, in points.</param>
/// <param name="Right">Where the text after it begins, in points.</param>
internal readonly record struct PdfGap(int At, double Left, double Right);

/// <summary>What stands on one base line of a page. Immutable.</summary>
/// <param name="Segments">Its runs from left to right; at least one.</param>
/// <param name="Baseline">Height of its base line above the bottom of the page, in points.</param>
/// <param name="Size">Size of its largest letters in points.</param>
/// <param name="Bold">True when all its letters are bold.</param>
internal sealed record PdfLine(IReadOnlyList<PdfSegment> Segments, double Baseline, double Size, bool Bold)
{
    /// <summary>Left edge in points.</summary>
    public double Left => Segments[0].Left;

    /// <summary>Right edge in points.</summary>
    public double Right => Segments[^1].Right;

    /// <summary>Its characters, runs separated by a space.</summary>
    public string Text => Segments.Count == 1 ? Segments[0].Text : string.Join(' ', Segments.Select(s => s.Text));
}
