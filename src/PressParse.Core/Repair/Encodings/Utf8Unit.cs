namespace PressParse.Repair.Encodings;

/// <summary>A character whose UTF-8 bytes were read as characters of a code page. Immutable.</summary>
/// <param name="Length">Code units it takes in the text.</param>
/// <param name="Value">The character meant.</param>
internal readonly record struct Utf8Unit(int Length, string Value)
{
    /// <summary>The unit that begins at an offset under a code page; null where the bytes are no UTF-8.</summary>
    public static Utf8Unit? Read(string text, int at, CodePage page)
    {
        var lead = page.Byte(text[at]);
        if (lead is < 0xC2 or > 0xF4) return null;
        var count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        var code = lead & (0x3F >> count);
        var lost = false;
        for (var i = 1; i <= count; i++)
        {
            if (at + i >= text.Length) return null;
            var c = text[at + i];
            if (c is '\uFFFD' || (c == '?' && i == 2 && lead == 0xE2 && page.Byte(text[at + 1]) == 0x80))
            {
                // A byte the code page could not show is lost for good: the character is only known to have been one.
                if (i < count || (lost = true) is false) return null;
                break;
            }
            var next = c == ' ' ? Space(text, at, i, lead) : page.Byte(c);
            if (next is < 0x80 or > 0xBF) return null;
            code = (code << 6) | (next & 0x3F);
        }
        if (lost) return new Utf8Unit(count + 1, "\uFFFD");
        if (count == 2 && code < 0x800 || count == 3 && code is < 0x10000 or > 0x10FFFF) return null;
        if (code is >= 0xD800 and <= 0xDBFF) return Pair(text, at, code, page);
        if (code is >= 0xDC00 and <= 0xDFFF or 0xFFFE or 0xFFFF) return null;
        if (lead == 0xC3 && text[at + 1] == ' ') return new Utf8Unit(Follows(text, at + 2) ? 1 : 2, "à");
        return new Utf8Unit(count + 1, char.ConvertFromUtf32(code));
    }

    /// <summary>Characters beyond the first plane written as two surrogates of three bytes each, as some databases do.</summary>
    private static Utf8Unit? Pair(string text, int at, int high, CodePage page)
    {
        if (at + 5 >= text.Length || page.Byte(text[at + 3]) != 0xED) return null;
        int b = page.Byte(text[at + 4]), c = page.Byte(text[at + 5]);
        if (b is < 0xB0 or > 0xBF || c is < 0x80 or > 0xBF) return null;
        var low = 0xD000 | ((b & 0x3F) << 6) | (c & 0x3F);
        return new Utf8Unit(6, char.ConvertFromUtf32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
    }

    /// <summary>Byte A0 is a no-break space, which many programs turn into a plain one; only some letters are common enough to believe it.</summary>
    private static byte Space(string text, int at, int place, byte lead)
    {
        if (lead is 0xC3 or 0xC2) return 0xA0;
        if (lead is 0xC5 or 0xCE or 0xD0 or 0xD9) return at + 2 < text.Length && text[at + 2] > 0x7F ? (byte)0xA0 : (byte)0;
        return lead >= 0xE0 && !(lead == 0xE2 && place == 2) && at + place + 1 < text.Length && text[at + place + 1] > 0x7F ? (byte)0xA0 : (byte)0;
    }

    /// <summary>"voilÃ le": the one space left is the one between the words.</summary>
    private static bool Follows(string text, int at) => at < text.Length && text[at] != ' ';
}
