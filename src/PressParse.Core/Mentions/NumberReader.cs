using System.Globalization;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>A number as printed: its value with scale words multiplied in, and the tokens it covers.</summary>
internal readonly record struct NumberRead(decimal Value, int First, int End, decimal Scale, bool Grouped, bool InWords)
{
    public bool Scaled => Scale != 1;
}

/// <summary>Reads numbers in digits and in words, with scale words ("1.2 million", "twenty-five", "180 000").</summary>
internal static class NumberReader
{
    /// <summary>The largest and the smallest number read: beyond them nothing is a quantity, and products with units and scales stay exact.</summary>
    private const decimal Most = 1_000_000_000_000_000m, Least = 0.000_000_001m;

    /// <summary>Groups of three digits of the largest number.</summary>
    private const int MostGroups = 6;

    public static NumberRead? Read(BlockTokens block, int token)
    {
        var kind = block.KindAt(token);
        if (token >= block.Count) return null;
        var number = kind == TokenKind.Number ? ReadDigits(block, token) : kind == TokenKind.Word ? ReadWords(block, token) : null;
        return number is { Value: > Most or > 0 and < Least } ? null : number;
    }

    private static NumberRead? ReadDigits(BlockTokens block, int token)
    {
        var text = block.At(token);
        if (!decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Most) return null;
        var grouped = text.IndexOf(',') >= 0;
        var end = token + 1;
        // Groups of three after a space ("1 234 567", "180 000 ounces"), the South African and French Canadian way.
        if (!grouped && text.Length <= 3 && text.IndexOf('.') < 0)
        {
            var last = end;
            while (last < block.Count && last - token <= MostGroups && block.KindAt(last) == TokenKind.Number && IsSpacedGroup(block, last)) last++;
            if (last > end && (block.KindAt(last) != TokenKind.Number || !block.Tokens[last].SpaceBefore))
            {
                for (var i = end; i < last; i++)
                {
                    var group = block.At(i);
                    value = value * 1000 + decimal.Parse(group[..3], NumberStyles.None, CultureInfo.InvariantCulture);
                    if (group.Length > 3) value += decimal.Parse(group[3..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
                }
                end = last;
                grouped = true;
            }
        }
        if (Torn(block, token) is { } whole) (value, end, grouped) = (whole, token + 2, true);
        return WithScale(block, new NumberRead(value, token, end, 1, grouped, false));
    }

    /// <summary>"production was 4 3,824 ounces": a number torn after its first digits, in prose and before its unit, where a second number has no place.</summary>
    private static decimal? Torn(BlockTokens block, int token)
    {
        const int firstGroup = 3;
        var rest = token + 1;
        if (rest + 1 >= block.Count || block.KindAt(rest) != TokenKind.Number || block.Tokens[rest].Start - block.Tokens[token].End != 1 || block.TermAt(rest + 1, TermCategory.Unit) is null) return null;
        if (!(block.At(token - 1) is "was" or "were" or "of" or "to" or "produced" or "sold" or "totaled" or "totalled" or "milled" or "processed" or "reached")) return null;
        var comma = block.At(rest).IndexOf(',');
        if (comma < 1 || block.Tokens[token].Length + comma > firstGroup || block.At(token).IndexOfAny(',', '.') >= 0 || block.At(rest).IndexOf('.') >= 0) return null;
        return decimal.TryParse(string.Concat(block.At(token), block.At(rest)), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var whole) ? whole : null;
    }

    private static bool IsSpacedGroup(BlockTokens block, int token)
    {
        var here = block.Tokens[token];
        var text = block.At(token);
        return here.SpaceBefore && !here.LineBefore && here.Start - block.Tokens[token - 1].End == 1 && block.Text[here.Start - 1] != '\t' && text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
            && (text.Length == 3 || (text[3] == '.' && text[4..].IndexOfAnyExceptInRange('0', '9') < 0));
    }

    private static NumberRead? ReadWords(BlockTokens block, int token)
    {
        if (block.TermAt(token, TermCategory.NumWord) is not { } first) return null;
        decimal total = 0, current = first.Entry.Value;
        var end = token + 1;
        while (end < block.Count && current < Most && total < Most)
        {
            if (Spoken(block, end, out var after) is { } part)
            {
                (current, end) = (current + part, after);
                continue;
            }
            var next = block.KindAt(end) == TokenKind.Dash || block.Is(end, "and") ? end + 1 : end;
            if (block.TermAt(next, TermCategory.NumWord) is { } word && (current == 0 || current % 100 == 0 || (current % 10 == 0 && word.Entry.Value < 10 && current % 100 >= 20)))
            {
                current += word.Entry.Value;
                end = next + 1;
            }
            else if (next == end && block.TermAt(end, TermCategory.Scale) is { } scale && scale.Entry.Code == "hundred")
            {
                current *= 100;
                end = scale.End;
            }
            else if (next == end && block.TermAt(end, TermCategory.Scale) is { } large && large.Entry.Value >= 1000 && block.At(end).Length > 2)
            {
                total += current * large.Entry.Value;
                current = 0;
                end = large.End;
            }
            else break;
        }
        return new NumberRead(total + current, token, end, 1, false, true);
    }

    /// <summary>"one point two five million", as it is spoken: what stands behind the point.</summary>
    private static decimal? Spoken(BlockTokens block, int at, out int end)
    {
        const int longest = 6;
        end = at;
        if (!block.Is(at, "point")) return null;
        var (part, place) = (0m, 1m);
        for (end = at + 1; end < block.Count && end - at <= longest && block.TermAt(end, TermCategory.NumWord) is { Entry.Value: < 10 } digit; end++)
        {
            place /= 10;
            part += digit.Entry.Value * place;
        }
        return end > at + 1 ? part : null;
    }

    private static NumberRead WithScale(BlockTokens block, NumberRead number)
    {
        var next = number.End;
        if (block.KindAt(next) == TokenKind.Dash && next + 1 < block.Count && !block.Tokens[next].SpaceBefore && !block.Tokens[next + 1].SpaceBefore) next++;
        if (IsMillions(block, number, next)) return number with { Value = number.Value * Million, End = next + 1, Scale = Million };
        if (block.TermAt(next, TermCategory.Scale) is not { } scale || scale.Code == "hundred") return number;
        var mark = block.At(next);
        // A lone letter ("M", "k", "B") is a scale only when glued to its number or before a mass ("15.5 M lbs").
        if (mark.Length == 1 && block.Tokens[next].SpaceBefore && !(block.TermAt(scale.End, TermCategory.Unit) is { Code: "oz" or "lb" or "t" or "st" or "ct" } && block.At(scale.End).Length > 1)) return number;
        return number with { Value = number.Value * scale.Entry.Value, End = scale.End, Scale = scale.Entry.Value };
    }

    private const decimal Million = 1_000_000;

    /// <summary>"3.2m tonnes", "US$264.9m": a small "m" is a metre but in sums of money and before a mass, the British press's way.</summary>
    private static bool IsMillions(BlockTokens block, NumberRead number, int mark) =>
        mark == number.End && block.At(mark) is "m" && !block.Tokens[mark].SpaceBefore
        && (block.TermEndingAt(number.First, TermCategory.Currency) is not null || block.TermAt(mark + 1, TermCategory.Unit) is { Code: "oz" or "lb" or "t" or "st" or "ct" } && block.At(mark + 1).Length > 1);
}
