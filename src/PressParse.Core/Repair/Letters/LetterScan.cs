namespace PressParse.Repair.Letters;

/// <summary>Steps through the words of a text that hold letters OCR confuses. A mutable scan for one thread.</summary>
internal ref struct LetterScan(string text)
{
    private const byte Letter = 1, Digit = 2, Suspect = 4;

    private static readonly byte[] Kinds = Classify();

    private int _next;

    /// <summary>Offset of the word.</summary>
    public int Start { get; private set; }

    /// <summary>Its length in code units.</summary>
    public int Length { get; private set; }

    /// <summary>True when letters and digits stand in it together.</summary>
    public bool HasDigit { get; private set; }

    /// <summary>Steps to the next word worth a look; false at the end.</summary>
    public bool Next()
    {
        var at = _next;
        while (at < text.Length)
        {
            while (at < text.Length && Kind(text[at]) == 0) at++;
            var start = at;
            byte all = 0;
            while (at < text.Length && Kind(text[at]) is var kind && (kind != 0 || (text[at] is ',' or '.' && (all & Digit) != 0 && at + 1 < text.Length && Kind(text[at + 1]) != 0 && text[at + 1] < 0x80)))
            {
                all |= kind;
                at++;
            }
            var length = at - start;
            if (length < 3 || length > 30 || (all & Letter) == 0) continue;
            var mixed = (all & Digit) != 0;
            if (!mixed && ((all & Suspect) == 0 || !Trigger(text.AsSpan(start, length)))) continue;
            (Start, Length, HasDigit, _next) = (start, length, mixed, at);
            return true;
        }
        _next = at;
        return false;
    }

    /// <summary>Whether letters stand as OCR confusions would leave them.</summary>
    private static bool Trigger(ReadOnlySpan<char> word)
    {
        if (word[0] == 'l' && word[1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y')) return true;
        if (word[0] == 'I' && char.IsLower(word[1])) return true;
        for (var i = 0; i < word.Length; i++)
            switch (word[i])
            {
                case 'm' or 'd': return true;
                case 'n' when i > 0 && word[i - 1] == 'r': return true;
                case 'l' when i > 0 && word[i - 1] is 'c' or 'C' || i > 0 && char.IsUpper(word[i - 1]) && i + 1 < word.Length && char.IsUpper(word[i + 1]): return true;
                case 'v' when i > 0 && word[i - 1] is 'v' or 'V': return true;
                case 'I' when i > 0 && char.IsLower(word[i - 1]): return true;
                case 'q' when i + 1 == word.Length || word[i + 1] != 'u': return true;
                case 'u' when i > 0 && word[i - 1] is 'g' or 'G': return true;
            }
        return false;
    }

    private static byte Kind(char c) => c < 0x80 ? Kinds[c] : char.IsLetter(c) ? Letter : (byte)0;

    private static byte[] Classify()
    {
        var kinds = new byte[0x80];
        for (var c = 0; c < 0x80; c++) kinds[c] = char.IsAsciiLetter((char)c) ? Letter : char.IsAsciiDigit((char)c) ? Digit : (byte)0;
        foreach (var c in "lIrmnqgcdvu") kinds[c] |= Suspect;
        return kinds;
    }
}
