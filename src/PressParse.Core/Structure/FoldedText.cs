using PressParse.Text;

namespace PressParse.Structure;

/// <summary>The first characters of a span in lower case, dashes and runs of white space read as one space: what cue words are compared with.</summary>
internal static class FoldedText
{
    /// <summary>Folds as much of a span as the buffer takes.</summary>
    public static ReadOnlySpan<char> Fold(string text, TextSpan span, Span<char> buffer)
    {
        var length = 0;
        for (var i = span.Start; i < span.End && length < buffer.Length; i++)
        {
            var c = text[i];
            if (c is '-' or '–' or '—' or '‑' or '\u00a0' or '\t' or '\r') c = ' ';
            if (c == ' ' && length > 0 && buffer[length - 1] is ' ' or '\n') continue;
            if (c == '\n' && length > 0 && buffer[length - 1] == ' ') length--;
            buffer[length++] = char.ToLowerInvariant(c);
        }
        return buffer[..length];
    }

    public static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
