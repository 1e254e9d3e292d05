namespace PressParse.Repair;

/// <summary>The repairs in the order they run, one line each.</summary>
public static class RepairCatalog
{
    /// <summary>All repairs.</summary>
    public static IReadOnlyList<ITextRepair> All { get; } =
    [
        new Mojibake(),
        new ControlCharacters(),
        new HtmlEntity(),
        new InlineMarkup(),
        new OddSpaces(),
        new Ligatures(),
        new LostLineBreaks(),
        new MathMarkup(),
        new GluedText(),
        new TwoColumns(),
        new ColumnBleed(),
        new LineEnds(),
        new Spacing(),
        new FootnoteMarks(),
        new OcrLetters(),
    ];

    /// <summary>A runner of all repairs.</summary>
    public static RepairRunner Default { get; } = new(All);
}
