using PressParse.Records;
using PressParse.Text;

namespace PressParse.Structure;

/// <summary>What a block of a release is.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Headline,

    /// <summary>A heading inside the release.</summary>
    Heading,

    /// <summary>A paragraph of prose.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>A block of the repaired text. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the repaired text, without the white space around it.</param>
/// <param name="Heading">Index of the heading it stands under, -1 for none.</param>
/// <param name="Disclaimer">The kind of boilerplate it belongs to; null in the body.</param>
/// <param name="Section">Number of the boilerplate section it belongs to, 0 in the body; two sections of one kind have two numbers.</param>
/// <param name="Table">The cells, for a table.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, int Heading, DisclaimerKind? Disclaimer, int Section, Table? Table);

/// <summary>A table as a grid of cells. Immutable.</summary>
/// <param name="Span">Where it stands in the repaired text.</param>
/// <param name="Rows">Its rows, header rows included.</param>
public sealed record Table(TextSpan Span, IReadOnlyList<TableRow> Rows);

/// <summary>A row of a table. Immutable.</summary>
/// <param name="Cells">The cells that hold text, in order of their column.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>A cell of a table. Immutable.</summary>
/// <param name="Column">Number of its first column, from 0.</param>
/// <param name="ColumnSpan">How many columns it covers, 1 or more.</param>
/// <param name="Span">Its text in the repaired text, without the white space around it.</param>
public sealed record TableCell(int Column, int ColumnSpan, TextSpan Span);
