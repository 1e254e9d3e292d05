using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace PressParse.Reading.Html;

/// <summary>
/// Decodes character references by the rules of HTML5: all of its names (AngleSharp's table), numbers, windows-1252 numbers, and the old names that
/// need no semicolon. What is no reference ("&amp;nhsp;", an ampersand alone) stays as it is, for the repair stage to judge. Stateless.
/// </summary>
internal static class CharacterReference
{
    // "CounterClockwiseContourIntegral;" is the longest name of HTML5.
    private const int LongestName = 33;

    // What HTML5 reads the C1 control numbers as: windows-1252, because that is what their writers meant.
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Reads the reference that begins with the ampersand at <paramref name="at"/>.</summary>
    /// <param name="text">The raw text.</param>
    /// <param name="at">Offset of the ampersand.</param>
    /// <param name="end">Offset the reference must not pass.</param>
    /// <param name="length">Its number of raw characters.</param>
    /// <returns>What it stands for; null when it is no reference.</returns>
    public static string? Read(string text, int at, int end, out int length)
    {
        length = 0;
        if (at + 1 >= end) return null;
        return text[at + 1] == '#' ? ReadNumber(text, at, end, out length) : ReadName(text, at, end, out length);
    }

    /// <summary>Appends <paramref name="text"/> with its references decoded.</summary>
    public static void AppendDecoded(StringBuilder builder, string text, int start, int end)
    {
        while (start < end)
        {
            var at = text.AsSpan(start, end - start).IndexOf('&');
            if (at < 0)
            {
                builder.Append(text, start, end - start);
                return;
            }
            builder.Append(text, start, at);
            start += at;
            if (Read(text, start, end, out var length) is { } value)
            {
                builder.Append(value);
                start += length;
            }
            else
            {
                builder.Append('&');
                start++;
            }
        }
    }

    private static string? ReadNumber(string text, int at, int end, out int length)
    {
        length = 0;
        var i = at + 2;
        var hex = i < end && text[i] is 'x' or 'X';
        if (hex) i++;
        var from = i;
        var value = 0;
        for (; i < end && (hex ? char.IsAsciiHexDigit(text[i]) : char.IsAsciiDigit(text[i])); i++)
        {
            if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + HexConvert(text[i]);
        }
        if (i == from) return null;
        if (i < end && text[i] == ';') i++;
        length = i - at;
        if (value is >= 0x80 and <= 0x9F) return Windows1252[value - 0x80].ToString();
        return value == 0 || value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(value);
    }

    private static int HexConvert(char digit) => int.Parse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string? ReadName(string text, int at, int end, out int length)
    {
        length = 0;
        var stop = at + 1;
        var limit = Math.Min(end, at + 1 + LongestName);
        while (stop < limit && char.IsAsciiLetterOrDigit(text[stop])) stop++;
        if (stop == at + 1) return null;
        var resolver = HtmlEntityProvider.Resolver;
        if (stop < end && text[stop] == ';')
        {
            var name = text.Substring(at + 1, stop - at);
            if (resolver.GetSymbol(name) is { } symbol)
            {
                length = stop + 1 - at;
                return symbol;
            }
        }
        // Only the names of the first HTML may go without their semicolon; the longest of them is "Agrave" with its kin.
        for (var i = Math.Min(stop, at + 7); i > at + 2; i--)
        {
            if (resolver.GetSymbol(text[(at + 1)..i]) is { } symbol)
            {
                length = i - at;
                return symbol;
            }
        }
        return null;
    }
}
