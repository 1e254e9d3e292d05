namespace PressParse.Text;

/// <summary>A half-open range of UTF-16 code units: <see cref="Start"/> is in it, <see cref="End"/> is not. Immutable.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="Length">Number of code units, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just after the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>True when no code unit is in the span.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to but without <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>True when <paramref name="offset"/> lies in the span.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>True when all of <paramref name="other"/> lies in the span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>True when the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The characters of <paramref name="text"/> that the span covers.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
