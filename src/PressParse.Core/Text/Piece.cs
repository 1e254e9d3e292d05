namespace PressParse.Text;

/// <summary>
/// One step of a rewriting: the characters of <see cref="Source"/> copied as they are, replaced, or dropped. A list of pieces in
/// output order that holds every source character exactly once describes a whole rewriting, reordering included. Immutable.
/// </summary>
/// <param name="Source">The characters of the text that is rewritten.</param>
/// <param name="Replacement">Null: copied; empty: dropped; otherwise what stands there instead.</param>
public readonly record struct Piece(TextSpan Source, string? Replacement)
{
    /// <summary>A piece that keeps its characters.</summary>
    public static Piece Copy(TextSpan source) => new(source, null);

    /// <summary>A piece whose characters are replaced by <paramref name="replacement"/>.</summary>
    public static Piece Replace(TextSpan source, string replacement) => new(source, replacement);

    /// <summary>A piece whose characters are left out.</summary>
    public static Piece Drop(TextSpan source) => new(source, "");

    /// <summary>True when the characters are kept as they are.</summary>
    public bool IsCopy => Replacement is null;

    /// <summary>Number of code units the piece gives.</summary>
    public int OutputLength => Replacement?.Length ?? Source.Length;
}
