namespace PressParse.Repair;

/// <summary>The upper half of code page Windows-1252, which text in Latin-1 often means. Stateless.</summary>
internal static class Windows1252
{
    private const string Upper = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    /// <summary>The character of a byte; U+FFFD for the five that have none.</summary>
    public static char ToChar(byte code) => code is >= 0x80 and < 0xA0 ? Upper[code - 0x80] : (char)code;
}
