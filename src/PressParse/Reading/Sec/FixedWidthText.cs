using System.Buffers;
using PressParse.Reading.Html;

namespace PressParse.Reading.Sec;

/// <summary>
/// Reads the plain text of filings before web pages: lines of fixed width, tables between &lt;TABLE&gt; and &lt;/TABLE&gt; whose columns &lt;S&gt; and &lt;C&gt;
/// mark, &lt;PAGE&gt; between pages. Spaces stay, for they draw the tables; marks, page numbers and page breaks go. Stateless.
/// </summary>
internal static class FixedWidthText
{
    private static readonly SearchValues<string> Tags = SearchValues.Create(
        ["<PAGE>", "<TABLE>", "</TABLE>", "<CAPTION>", "</CAPTION>", "<S>", "<C>", "<FN>", "</FN>", "<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<BTB>", "<PRE>", "</PRE>", "<TEXT>", "</TEXT>", "<B>", "</B>", "<I>", "</I>", "<U>", "</U>", "<BR>", "<P>"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the text between two offsets.</summary>
    public static void Append(SourceTextBuilder text, int start, int end)
    {
        var raw = text.Raw;
        var blanks = 2;
        var page = false;
        for (var at = start; at < end;)
        {
            var length = raw.AsSpan(at, end - at).IndexOf('\n');
            var lineEnd = length < 0 ? end : at + length;
            var next = length < 0 ? end : lineEnd + 1;
            var line = raw.AsSpan(at, lineEnd - at);
            var tag = line.IndexOfAny(Tags);
            page |= tag >= 0 && line[tag..].StartsWith("<PAGE>", StringComparison.OrdinalIgnoreCase);
            if (line.Trim().IsEmpty) blanks++;
            else if ((tag >= 0 && IsOnlyTags(line)) || IsPageNumber(line, page, blanks))
            {
                // The line goes as if it had not been there; a page break is at most the blank line it stands on.
                blanks = Math.Max(blanks, 1);
            }
            else
            {
                text.Separate(blanks > 0 ? Separation.Paragraph : Separation.Line);
                WriteLine(text, at, at + line.TrimEnd().Length);
                blanks = 0;
                page = false;
            }
            at = next;
        }
        text.Separate(Separation.Paragraph);
    }

    private static void WriteLine(SourceTextBuilder text, int start, int end)
    {
        var raw = text.Raw;
        while (start < end)
        {
            var at = raw.AsSpan(start, end - start).IndexOfAny('<', '&');
            if (at < 0) at = end - start;
            text.Copy(start, start + at);
            start += at;
            if (start >= end) return;
            if (raw[start] == '<' && TagLength(raw.AsSpan(start, end - start)) is var length and > 0)
            {
                start += length;
                continue;
            }
            if (raw[start] == '&' && CharacterReference.Read(raw, start, end, out length) is { } value && raw[start + length - 1] == ';')
            {
                text.Replace(start, start + length, value == "\u00A0" ? " " : value);
                start += length;
                continue;
            }
            text.Copy(start, start + 1);
            start++;
        }
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 12)].IndexOf('>');
        return close > 0 && text[..(close + 1)].IndexOfAny(Tags) == 0 ? close + 1 : 0;
    }

    private static bool IsOnlyTags(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        while (!line.IsEmpty)
        {
            var length = TagLength(line);
            if (length == 0) return false;
            line = line[length..].TrimStart();
        }
        return true;
    }

    /// <summary>A number alone on its line beside a page break.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> line, bool afterBreak, int blanks)
    {
        var number = line.Trim().Trim("- ");
        if (number.StartsWith("Page ", StringComparison.OrdinalIgnoreCase)) number = number[5..].Trim();
        if (number.IsEmpty || number.Length > 3 || number.ContainsAnyExceptInRange('0', '9')) return false;
        return afterBreak || (blanks > 0 && line.Length - line.TrimStart().Length > 20);
    }
}
