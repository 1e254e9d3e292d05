using PressParse.Repair.Language;
using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Parts what a program ran together where it dropped the break between two lines or cells: "Full-Year 2021 ResultsProvides 2022 Guidance",
/// "of REO•Sold 36,837 tons", "Gold Ounces Produced348,529 88,946", "20232022Change". The exhibits of the SEC, taken out of their HTML tag by tag, look like
/// this. Only where several words of the text are plainly two; names such as "OceanaGold" are none.
/// </summary>
internal sealed class GluedText : ITextRepair
{
    /// <summary>Places that must be plainly glued before anything is parted.</summary>
    private const int Fewest = 3;

    /// <summary>Shortest word believed to be one half.</summary>
    private const int Shortest = 3;

    private const string Reason = "two lines or cells without the break between them";

    /// <inheritdoc/>
    public string Name => "gluedText";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        if (!IsGlued(text)) return [];
        var edits = new List<RepairEdit>();
        for (var at = 1; at < text.Length; at++)
        {
            if (Break(text, at) is not { } mark) continue;
            var span = new TextSpan(at, 1);
            if (!context.InTable(span)) edits.Add(RepairEdit.Replace(span, mark + text[at], Reason));
        }
        return edits;
    }

    /// <summary>True when enough different places are plainly glued.</summary>
    private static bool IsGlued(string text)
    {
        HashSet<string>? words = null;
        for (var at = Shortest; at + 1 < text.Length; at++)
        {
            // "118,420109,660": a group has three digits.
            if (IsGroupEnd(text, at) && StartsGroup(text, at) || text[at - 1] == '.' && char.IsAsciiLetterUpper(text[at]) && IsLower(text[at - 2]) && IsLower(text[at - 3]) && IsSentence(text, at)) { }
            else if (text[at] is '•' or '▪' ? !(IsLower(text[at - 1]) || text[at - 1] is '.' or ')') : !char.IsAsciiLetterUpper(text[at]) || !IsLower(text[at - 1]) || !IsTwoWords(text, at, true)) continue;
            if ((words ??= []).Add(text.Substring(at, Math.Min(8, text.Length - at))) && words.Count >= Fewest) return true;
        }
        return false;
    }

    /// <summary>What must stand before a character, or null.</summary>
    private static string? Break(string text, int at)
    {
        var (before, here) = (text[at - 1], text[at]);
        if (here is '•' or '▪' or '●') return text.AsSpan(0, at).TrimEnd(' ') is [.., not '\n'] ? "\n" : null;
        if (char.IsWhiteSpace(before) || char.IsWhiteSpace(here)) return null;
        if (here == '“') return IsLower(before) || before is '.' or ')' || char.IsAsciiDigit(before) ? "\n\n" : null;
        if (char.IsAsciiLetterUpper(here))
        {
            if (IsLower(before)) return IsTwoWords(text, at, false) ? IsEnded(text, at) ? " " : "\n\n" : IsColumn(text, at) ? " " : null;
            if (before == ',' && char.IsAsciiDigit(text[at - 2])) return IsKnown(text, at) ? " " : null;
            if (IsNotMeaningful(text, at - 3)) return IsKnown(text, at) || IsCapitals(text, at) || IsNotMeaningful(text, at) ? " " : null;
            if (char.IsAsciiLetterUpper(before)) return at + 1 < text.Length && IsLower(text[at + 1]) && IsHeading(text, at) ? "\n\n" : null;
            if (before == '.' && IsYear(text, at - 5)) return "\n\n";
            if (before is '.' or '”' or '"' && at > 1 && IsLower(text[at - 2])) return IsSentence(text, at) || IsCapitals(text, at) ? "\n\n" : null;
            if (char.IsAsciiDigit(before) && (IsColumn(text, at) || (IsKnown(text, at, true) || IsSymbol(text, at)) && !IsCode(text, at))) return IsYearOfSentence(text, at) ? "\n\n" : " ";
            return before is ')' or '%' && (IsKnown(text, at) || IsCapitals(text, at)) || before == ')' && IsNotMeaningful(text, at) ? " " : null;
        }
        if (char.IsAsciiDigit(here))
        {
            if (IsLower(before) && IsYear(text, at) && at + 5 < text.Length && text[at + 4] == ' ' && char.IsAsciiLetterUpper(text[at + 5])) return "\n\n";
            if (IsGroupEnd(text, at) || before == '%' || IsDecimalsEnd(text, at)) return " ";
            if (before == ',' && char.IsAsciiDigit(text[at - 2])) return IsYear(text, at) && !char.IsAsciiDigit(text[at - 4]) ? " " : null;
            return IsNumberBehindLabel(text, at) || text.AsSpan(0, at).EndsWith("(000)", StringComparison.Ordinal) || before == ')' && IsYear(text, at) && !char.IsAsciiDigit(text[at - 2]) || IsYear(text, at - 4) && (at < 5 || !char.IsAsciiDigit(text[at - 5]) || IsYear(text, at - 8)) && (IsYear(text, at) || at + 1 < text.Length && text[at + 1] is 'Q' or 'H' or 'M') ? " " : null;
        }
        if (here == '$') return IsLower(before) || char.IsAsciiDigit(before) || before is ')' or '%' || char.IsAsciiLetterUpper(before) && !IsCurrency(text, at) ? " " : null;
        return here == '(' && before == ')' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 2]) ? " " : null;
    }

    /// <summary>"yearCommenced", and, where any will do, "ResultsProvides": a word to the left, a word with a capital to the right.</summary>
    private static bool IsTwoWords(string text, int at, bool plain)
    {
        var start = at;
        while (start > 0 && IsLower(text[start - 1])) start--;
        var capital = start > 0 && char.IsAsciiLetterUpper(text[start - 1]);
        if (plain && capital || start > (capital ? 1 : 0) && char.IsLetter(text[start - (capital ? 2 : 1)])) return false;
        if (capital) start--;
        return at - start >= Shortest && WordModel.Default.Find(text.AsSpan(start, at - start)) >= 0 && (IsKnown(text, at) || !plain && IsCapitals(text, at));
    }

    /// <summary>A known word with a capital begins here: "Provides".</summary>
    private static bool IsKnown(string text, int at, bool beforeNumber = false)
    {
        var end = at + 1;
        while (end < text.Length && IsLower(text[end])) end++;
        return end - at >= Shortest && (beforeNumber || !(end < text.Length && char.IsAsciiDigit(text[end]))) && WordModel.Default.Find(text.AsSpan(at, end - at)) >= 0;
    }

    /// <summary>"Au grade", "AgEq produced": a metal by its symbol.</summary>
    private static bool IsSymbol(string text, int at) =>
        at + 2 < text.Length && text.AsSpan(at, 2) is "Au" or "Ag" or "Cu" or "Zn" or "Pb" or "Ni" or "Mo" or "Co" or "Li" && (text[at + 2] == ' ' || text[at + 2] == 'E');

    /// <summary>"Three months endedJune 30": the two belong together.</summary>
    private static bool IsEnded(string text, int at) => text.AsSpan(0, at).EndsWith("ended", StringComparison.Ordinal) || text.AsSpan(0, at).EndsWith("ending", StringComparison.Ordinal);

    /// <summary>Three digits behind a comma end a number.</summary>
    private static bool IsGroupEnd(string text, int at) =>
        at > 7 && char.IsAsciiDigit(text[at]) && text[at - 4] == ',' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at - 2]) && char.IsAsciiDigit(text[at - 3]) && char.IsAsciiDigit(text[at - 5])
        && !(IsYear(text, at - 3) && (text[at - 6] == ' ' || text[at - 7] == ' '));

    /// <summary>Up to three digits, a comma and three more begin here.</summary>
    private static bool StartsGroup(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= 3 && char.IsAsciiDigit(text[end])) end++;
        return end + 3 < text.Length && text[end] == ',' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3]);
    }

    /// <summary>"9.959.619.809.54": numbers of one row have as many decimals as the last one.</summary>
    private static bool IsDecimalsEnd(string text, int at)
    {
        const int longest = 120;
        var end = at;
        while (end < text.Length && end - at < longest && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        if (end < text.Length && text[end - 1] == '.') end--;
        var point = text.LastIndexOf('.', end - 1, end - at);
        if (point < 0) return false;
        var decimals = end - point - 1;
        return decimals is >= 1 and <= 4 && at > decimals && text[at - decimals - 1] == '.' && at - decimals >= 2 && char.IsAsciiDigit(text[at - decimals - 2]) && text.AsSpan(at - decimals, decimals).IndexOfAnyExceptInRange('0', '9') < 0
            && point - at is >= 1 and <= 3 | text.AsSpan(at, point - at).Contains('.');
    }

    /// <summary>"AISC", "REO": at least three capitals and no more letters.</summary>
    private static bool IsCapitals(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetterUpper(text[end])) end++;
        return end - at >= Shortest && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    /// <summary>"SUMMARYAttributable": a word in capitals before a word with one.</summary>
    private static bool IsHeading(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiLetterUpper(text[start - 1])) start--;
        return at - start > Shortest && IsKnown(text, at) && WordModel.Default.Find(text.AsSpan(start, at - start)) >= 0;
    }

    /// <summary>"N/A" or "N/M" in a cell.</summary>
    private static bool IsNotMeaningful(string text, int at) => at >= 0 && at + 3 <= text.Length && text.AsSpan(at, 3) is "N/A" or "N/M";

    /// <summary>"US$", "C$": the letters belong to the mark.</summary>
    private static bool IsCurrency(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiLetterUpper(text[start - 1])) start--;
        return text.AsSpan(start, at - start) is "US" or "U" or "C" or "A" or "CA" or "AU" or "CDN" or "CAD" or "AUD" or "USD" or "NZ" or "HK" or "S" or "R" or "N";
    }

    /// <summary>"quarter.The Company": a stop behind a word in lower case and a word and a space behind it; no address.</summary>
    private static bool IsSentence(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsLower(text[end])) end++;
        return (end == text.Length || text[end] is ' ' or ',' or ':') && (end - at == 1 && text[at] is 'A' or 'I' || WordModel.Default.Find(text.AsSpan(at, end - at)) >= 0);
    }

    /// <summary>"Q4'23Q3'23FY'23", "20212Q 2021".</summary>
    private static bool IsColumn(string text, int at) =>
        text[at] is 'Q' or 'H' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && text[at + 2] is '\'' or '’' or ' ' or '2'
        || text.AsSpan(at).StartsWith("FY'", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("FY’", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("FY2", StringComparison.Ordinal);

    /// <summary>"CO2Capture", "5E Advanced": the digits belong to a name.</summary>
    private static bool IsCode(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is ',' or '.')) start--;
        return start > 0 && char.IsAsciiLetter(text[start - 1]) && !(start > 1 && IsLower(text[start - 2]));
    }

    /// <summary>"in 2023Generated": a year that ends a line of words, and no head of a column.</summary>
    private static bool IsYearOfSentence(string text, int at) => IsYear(text, at - 4) && at > 5 && text[at - 5] == ' ' && IsLower(text[at - 6]);

    /// <summary>"Produced348,529", "(MTs)9,257", "Gold$1,652": a label and a number with groups, decimals or another number behind it.</summary>
    private static bool IsNumberBehindLabel(string text, int at)
    {
        if (!(text[at - 1] == ')' && at > 2 && (!char.IsAsciiDigit(text[at - 2]) || text[at - 3] == '(') || IsLower(text[at - 1]) && at > 2 && IsLower(text[at - 2]) && IsLower(text[at - 3]))) return false;
        var end = at;
        var marks = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            if (!char.IsAsciiDigit(text[end++])) marks++;
        if (marks > 0) return true;
        return end - at >= 2 && end + 1 < text.Length && text[end] == ' ' && (char.IsAsciiDigit(text[end + 1]) || text[end + 1] is '$' or '(' or '—' or '–' or 'N');
    }

    private static bool IsYear(string text, int at) =>
        at >= 0 && at + 4 <= text.Length && (text.AsSpan(at, 2) is "20" or "19") && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]);

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';
}
