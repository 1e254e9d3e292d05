namespace PressParse.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, possibly with digits after them.</summary>
    Word,

    /// <summary>Digits with their thousands commas and decimals.</summary>
    Number,

    /// <summary>A hyphen or dash.</summary>
    Dash,

    /// <summary>Any other single character.</summary>
    Mark,

    /// <summary>A web or mail address, or the target of a Markdown link.</summary>
    Address,

    /// <summary>A footnote mark glued to the word before it.</summary>
    Footnote,
}

/// <summary>A token of a text: its place, what it is, and the number of its word in the vocabulary (-1 for a word it does not hold).</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, int Word, bool SpaceBefore, bool LineBefore)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}
