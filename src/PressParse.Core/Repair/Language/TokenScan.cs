namespace PressParse.Repair.Language;

/// <summary>
/// Splits text into the tokens the word model knows: words (letters with inner apostrophes cut before "'s"), numbers, and single marks.
/// White space parts tokens and is none. A mutable scan for one thread.
/// </summary>
internal ref struct TokenScan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Offset of the token in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in code units.</summary>
    public int Length { get; private set; }

    /// <summary>Steps to the next token; false at the end.</summary>
    public bool Next()
    {
        var at = Start + Length;
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        Start = at;
        if (at >= _text.Length) { Length = 0; return false; }
        var end = at + 1;
        if (IsApostrophe(_text[at]) && end < _text.Length && _text[end] is 's' or 'S' && at > 0 && char.IsLetter(_text[at - 1])
            && (end + 1 == _text.Length || !char.IsLetterOrDigit(_text[end + 1]))) end++;
        else if (char.IsLetter(_text[at])) while (end < _text.Length && (char.IsLetter(_text[end]) || IsInnerApostrophe(end))) end++;
        else if (char.IsAsciiDigit(_text[at]))
            while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || (_text[end] is '.' or ',' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1])))) end++;
        Length = end - at;
        return true;
    }

    /// <summary>The token under which the model knows a token: "0" for any number, a straight quote for any double quote, otherwise itself.</summary>
    public static ReadOnlySpan<char> Class(ReadOnlySpan<char> token) => token[0] switch
    {
        >= '0' and <= '9' => "0",
        '“' or '”' or '„' => "\"",
        '‘' or '’' when token.Length == 1 => "'",
        '’' => "'s",
        '–' or '—' => "-",
        _ => token,
    };

    private readonly bool IsInnerApostrophe(int at) =>
        IsApostrophe(_text[at]) && at + 1 < _text.Length && char.IsLetter(_text[at + 1])
        && !(_text[at + 1] is 's' or 'S' && (at + 2 == _text.Length || !char.IsLetterOrDigit(_text[at + 2])));

    private static bool IsApostrophe(char c) => c is '\'' or '’';
}
