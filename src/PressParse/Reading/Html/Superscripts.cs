namespace PressParse.Reading.Html;

/// <summary>What a raised text is.</summary>
internal enum Superscript
{
    /// <summary>Part of the word before it: "30th", "m3".</summary>
    Word,

    /// <summary>A footnote mark.</summary>
    Mark,

    /// <summary>The power of a ten: "10^6".</summary>
    Power,
}

/// <summary>Tells footnote marks from raised text that belongs to its word. Stateless.</summary>
internal static class Superscripts
{
    /// <summary>Judges a raised text.</summary>
    /// <param name="content">The text, references decoded.</param>
    /// <param name="before">The raw characters before its tag.</param>
    public static Superscript Judge(string content, ReadOnlySpan<char> before)
    {
        var mark = content.AsSpan().Trim();
        if (mark.IsEmpty) return Superscript.Mark;
        foreach (var c in mark)
        {
            if (!char.IsAsciiDigit(c) && c is not ('(' or ')' or '[' or ']' or ',' or ' ' or '*' or '\u2020' or '\u2021' or '\u00A7' or '#' or '+' or '-' or '\u2013' or '\u2212'))
            {
                // A lone letter, bare or in brackets, marks a note; "st", "th", "TM" do not.
                return mark.Trim("()[]").Length == 1 && char.IsAsciiLetterLower(mark.Trim("()[]")[0]) ? Superscript.Mark : Superscript.Word;
            }
        }
        before = before.TrimEnd();
        if (before.EndsWith(">")) before = before[..Math.Max(0, before.LastIndexOf('<'))].TrimEnd();
        if (mark.Length <= 2 && char.IsAsciiDigit(mark[^1]))
        {
            if (mark[^1] is '2' or '3' && mark.Length == 1 && EndsWithUnit(before)) return Superscript.Word;
            if (before.EndsWith("10") && (before.Length == 2 || before[^3] is ' ' or 'x' or '\u00D7' or '>' or ';' or '\u00A0')) return Superscript.Power;
        }
        return Superscript.Mark;
    }

    private static bool EndsWithUnit(ReadOnlySpan<char> before)
    {
        foreach (var unit in (ReadOnlySpan<string>)["m", "km", "cm", "mm", "ft", "mi", "dm"])
        {
            if (before.EndsWith(unit, StringComparison.Ordinal) && (before.Length == unit.Length || !char.IsLetter(before[^(unit.Length + 1)]))) return true;
        }
        return false;
    }
}
