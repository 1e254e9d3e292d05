namespace PressParse.Repair.Letters;

/// <summary>Steps through the words of a text that hold letters OCR confuses. A mutable scan for one thread.</summary>
internal ref struct LetterScan(string text)
{
    private const ushort Letter = 1, Digit = 2, Always = 4, R = 8, N = 16, C = 32, L = 64, V = 128, Q = 256, G = 512, U = 1024, Capital = 2048, SmallI = 4096;

    private static readonly ushort[] Kinds = Classify();

    private readonly ReadOnlySpan<char> _text = text;
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
        var text = _text;
        var kinds = Kinds;
        var at = _next;
        while (at < text.Length)
        {
            var all = Kind(kinds, text[at]);
            var start = at++;
            if (all == 0) continue;
            while (true)
            {
                while (at < text.Length && Kind(kinds, text[at]) is var kind && kind != 0)
                {
                    all |= kind;
                    at++;
                }
                // The marks inside a number.
                if ((all & Digit) == 0 || at + 1 >= text.Length || text[at] is not (',' or '.') || !char.IsAsciiLetterOrDigit(text[at + 1])) break;
                at++;
            }
            var length = at - start;
            if (length < 3 || length > 30 || (all & Letter) == 0) continue;
            var mixed = (all & Digit) != 0;
            if (!mixed && !Doubtful(all, text.Slice(start, length))) continue;
            (Start, Length, HasDigit, _next) = (start, length, mixed, at);
            return true;
        }
        _next = at;
        return false;
    }

    /// <summary>Whether letters stand as OCR confusions would leave them.</summary>
    private static bool Doubtful(ushort all, ReadOnlySpan<char> word)
    {
        if ((all & Always) != 0) return true;
        if (word[0] == 'l' && word[1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y')) return true;
        if (word[0] == 'I' && char.IsLower(word[1])) return true;
        if ((all & (R | N)) == (R | N) && word.IndexOf("rn") >= 0) return true;
        if ((all & (C | L)) == (C | L) && word.IndexOf("cl", StringComparison.OrdinalIgnoreCase) >= 0) return true;
        if ((all & (G | U)) == (G | U) && word.IndexOf("gu") >= 0) return true;
        if ((all & V) != 0 && word.IndexOf("vv") >= 0) return true;
        if ((all & SmallI) != 0 && word.IndexOf("ii") >= 0) return true;
        if ((all & Q) != 0 && word.IndexOf('q') is var q && q >= 0 && (q + 1 == word.Length || word[q + 1] != 'u')) return true;
        if ((all & Capital) == 0) return false;
        for (var i = 1; i < word.Length; i++)
            if ((word[i] == 'I' && char.IsLower(word[i - 1])) || (word[i] == 'l' && char.IsUpper(word[i - 1]) && i + 1 < word.Length && char.IsUpper(word[i + 1]))) return true;
        return false;
    }

    private static ushort Kind(ushort[] kinds, char c) => c < 0x80 ? kinds[c] : char.IsLetter(c) ? Letter : (ushort)0;

    private static ushort[] Classify()
    {
        var kinds = new ushort[0x80];
        for (var c = 0; c < 0x80; c++) kinds[c] = char.IsAsciiLetterUpper((char)c) ? (ushort)(Letter | Capital) : char.IsAsciiLetterLower((char)c) ? Letter : char.IsAsciiDigit((char)c) ? Digit : (ushort)0;
        foreach (var (letter, kind) in new[] { ('m', Always), ('d', Always), ('r', R), ('n', N), ('c', C), ('C', C), ('l', L), ('v', V), ('q', Q), ('g', G), ('u', U), ('i', SmallI) }) kinds[letter] |= kind;
        return kinds;
    }
}
