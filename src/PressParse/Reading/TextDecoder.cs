using System.Buffers;
using System.Text;
using AngleSharp.Text;

namespace PressParse.Reading;

/// <summary>
/// Turns bytes into characters: a byte order mark decides, then valid UTF-8, then the charset the page names, then windows-1252, which every
/// byte sequence can be read as and which old releases mostly are. Stateless and safe to share between threads.
/// </summary>
internal static class TextDecoder
{
    // Where HTML asks a browser to look for the charset; pages with a long comment on top put it later than the 1024 bytes of the standard.
    private const int DeclarationWindow = 4096;

    private static readonly Encoding Utf8Strict = new UTF8Encoding(false, true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The characters of <paramref name="bytes"/>, a byte order mark left out.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf16WithoutMark(bytes) is { } utf16) return utf16.GetString(bytes);
        var declared = Declared(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        if (declared is not null and not UTF8Encoding && declared.CodePage is not (1252 or 28591 or 20127)) return declared.GetString(bytes);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        return MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    /// <summary>UTF-16 of mostly Latin text has a zero in every other byte.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 1024)];
        if (sample.Length < 16) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }
        var half = sample.Length / 2;
        if (odd > half * 7 / 10 && even < half / 10) return Encoding.Unicode;
        return even > half * 7 / 10 && odd < half / 10 ? Encoding.BigEndianUnicode : null;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        for (var from = 0; ;)
        {
            var at = IndexOfIgnoreCase(head[from..], "charset="u8);
            var skip = 8;
            if (at < 0)
            {
                at = head[from..].IndexOf("encoding="u8);
                skip = 9;
            }
            if (at < 0) return null;
            var start = from + at + skip;
            while (start < head.Length && head[start] is (byte)'"' or (byte)'\'' or (byte)' ') start++;
            var end = start;
            while (end < head.Length && (char.IsAsciiLetterOrDigit((char)head[end]) || head[end] is (byte)'-' or (byte)'_' or (byte)':')) end++;
            if (end > start)
            {
                var label = Encoding.ASCII.GetString(head[start..end]);
                // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
                if (TextEncoding.IsSupported(label) && TextEncoding.Resolve(label) is { CodePage: not (1200 or 1201) } encoding) return encoding;
            }
            from = start;
        }
    }

    private static int IndexOfIgnoreCase(ReadOnlySpan<byte> where, ReadOnlySpan<byte> lower)
    {
        for (var i = 0; i + lower.Length <= where.Length; i++)
        {
            var at = where[i..].IndexOfAny((byte)'c', (byte)'C');
            if (at < 0) return -1;
            i += at;
            if (i + lower.Length <= where.Length && Ascii.EqualsIgnoreCase(where.Slice(i, lower.Length), lower)) return i;
        }
        return -1;
    }

    /// <summary>A long UTF-8 file with a few broken bytes is still UTF-8: at least nine of ten runs beyond ASCII decode.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                if (next < 0) break;
                bytes = bytes[next..];
            }
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.Done) good++;
            else bad++;
            bytes = bytes[Math.Max(1, consumed)..];
        }
        return good > 9 * bad;
    }
}
