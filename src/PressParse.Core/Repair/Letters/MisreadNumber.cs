using PressParse.Text;

namespace PressParse.Repair.Letters;

/// <summary>Numbers in which OCR read a digit as a letter. Stateless.</summary>
internal static class MisreadNumber
{
    /// <summary>The repair of "l2,000", "2O17" or "1O.5"; null where the token is no such number. The shape of the number must leave no doubt.</summary>
    public static RepairEdit? Repair(string text, int start, int length)
    {
        Span<char> digits = stackalloc char[length];
        int real = 0, changed = 0, marks = 0;
        for (var i = 0; i < length; i++)
        {
            var c = text[start + i];
            // "22.4o" are degrees; a small o stands for a zero only between digits.
            if (c == 'o' && (i == 0 || i + 1 == length || !char.IsAsciiDigit(text[start + i + 1]))) return null;
            digits[i] = c switch { 'O' or 'o' => '0', 'l' or 'I' => '1', _ => c };
            if (digits[i] != c) changed++;
            else if (char.IsAsciiDigit(c)) real++;
            else if (c is ',' or '.') marks++;
            else return null;
        }
        if (changed == 0 || real < 2 || changed > real) return null;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '/' or '&' or '#')) return null;
        var year = length == 4 && marks == 0 && (digits.StartsWith("19") || digits.StartsWith("20")) && char.IsAsciiDigit(text[start]);
        return year || (marks > 0 && IsGrouped(digits))
            ? RepairEdit.Replace(new TextSpan(start, length), digits.ToString(), "letters read in place of digits; only a number has this shape") : null;
    }

    private static bool IsGrouped(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        if (point >= 0 && number[(point + 1)..].ContainsAny('.', ',')) return false;
        var whole = point < 0 ? number : number[..point];
        var comma = whole.IndexOf(',');
        if (comma < 0) return point > 0 && point <= 4;
        if (comma is 0 or > 3) return false;
        for (var at = comma; at < whole.Length; at += 4)
            if (whole[at] != ',' || at + 3 >= whole.Length || whole.Slice(at + 1, 3).Contains(',')) return false;
        return (whole.Length - comma) % 4 == 0;
    }
}
