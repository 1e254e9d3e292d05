using System.Globalization;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>Reads days and months: "Thursday, July 30, 2020", "30 June 2019", "August 30th", "2018-07-16", "12/07/2018", "June 2025", "in March".</summary>
internal static class DayReader
{
    public static DateExpression? Read(BlockTokens block, int i)
    {
        var start = i;
        if (block.TermAt(i, TermCategory.Weekday) is { } weekday)
        {
            i = weekday.End;
            if (block.IsMark(i, '.')) i++;
            if (block.IsMark(i, ',')) i++;
            if (block.Is(i, "the")) i++;
        }
        var date = MonthFirst(block, i) ?? DayFirst(block, i) ?? (start == i ? Numeric(block, i) : null);
        return date is null || (start != i && date.Form != DateForm.Day) ? (start == i ? date : null) : date with { First = start };
    }

    private static DateExpression? MonthFirst(BlockTokens block, int i)
    {
        if (block.TermAt(i, TermCategory.Month) is not { } month) return null;
        var next = month.End;
        if (block.IsMark(next, '.') && !block.Tokens[next].SpaceBefore) next++;
        var m = (int)month.Entry.Value;
        if (Day(block, next) is { } day)
        {
            var end = day.End;
            // "March 3-5, 2020": a run of days.
            var endDay = 0;
            if (block.KindAt(end) == TokenKind.Dash && Day(block, end + 1) is { } last && last.Day > day.Day) { endDay = last.Day; end = last.End; }
            var year = YearAfter(block, end, out var yearEnd);
            if (year > 0) end = yearEnd;
            return new DateExpression { Form = DateForm.Day, First = i, End = end, Year = year, Month = m, Day = day.Day, EndDay = endDay };
        }
        var ofYear = block.Is(next, "of") || block.IsMark(next, ',') ? next + 1 : next;
        var y = DateReader.YearAt(block, ofYear);
        if (y == 0 && block.KindAt(next) is TokenKind.Dash or TokenKind.Mark && block.At(next) is "-" or "'" or "’" && TwoDigitYear(block, next + 1) is var two and > 0 && !block.Tokens[next].SpaceBefore) { y = two; ofYear = next + 1; }
        if (y > 0)
        {
            var end = ofYear + 1;
            if (block.TermAt(UnitReader.SkipDash(block, end), TermCategory.UnitOfYear) is { Code: "Q" } q && block.Is(q.First, "quarter") && m % 3 == 0) return new DateExpression { Form = DateForm.MonthQuarter, First = i, End = q.End, Year = y, Month = m };
            return new DateExpression { Form = DateForm.Month, First = i, End = end, Year = y, Month = m };
        }
        var dash = UnitReader.SkipDash(block, next);
        if (block.TermAt(dash, TermCategory.UnitOfYear) is { Code: "Q" } quarter && block.Is(quarter.First, "quarter") && m % 3 == 0)
        {
            var year = YearAfter(block, quarter.End, out var yearEnd);
            return new DateExpression { Form = DateForm.MonthQuarter, First = i, End = year > 0 ? yearEnd : quarter.End, Year = year, Month = m };
        }
        // "May" and "March" are words too: a lone month needs something before it that a month follows.
        return MonthMayStand(block, i) ? new DateExpression { Form = DateForm.Month, First = i, End = next, Month = m } : null;
    }

    private static bool MonthMayStand(BlockTokens block, int i)
    {
        var word = block.At(i);
        if (word.Length <= 3 && !(word is "May" or "Jan" or "Feb" or "Apr" or "Jun" or "Jul" or "Aug" or "Sep" or "Oct" or "Nov" or "Dec" or "Mar")) return false;
        if (word.Length == 3 && word is not "May") return block.IsMark(i + 1, '.') || block.Is(i - 1, "in");
        var before = block.At(i - 1);
        var told = before is "in" or "In" or "during" or "During" or "for" or "by" or "By" or "since" or "Since" or "of" or "until" or "from" or "last" or "this" or "next" or "late" or "early" or "mid" or "to" or "through" or "ending" or "ended" or "and" or "end" or "between" or "early-" or "For" or "From" or "Last" or "month";
        if (word is "May" or "March" or "MAY" or "MARCH" or "August" or "AUGUST") return told && before is not ("and" or "to" or "of");
        return true;
    }

    private static DateExpression? DayFirst(BlockTokens block, int i)
    {
        if (Day(block, i) is not { } day) return null;
        var next = day.End;
        var endDay = 0;
        if ((block.KindAt(next) == TokenKind.Dash || block.Is(next, "to") || block.Is(next, "and")) && Day(block, next + 1) is { } last && last.Day > day.Day && block.TermAt(last.End, TermCategory.Month) is not null)
        {
            endDay = last.Day;
            next = last.End;
        }
        if (block.Is(next, "day") && block.Is(next + 1, "of")) next++;
        if (block.Is(next, "of")) next++;
        if (block.KindAt(next) == TokenKind.Dash && !block.Tokens[next].SpaceBefore) next++;
        if (block.TermAt(next, TermCategory.Month) is not { } month) return null;
        var end = month.End;
        if (block.IsMark(end, '.') && !block.Tokens[end].SpaceBefore && DateReader.YearAt(block, end + 1) > 0) end++;
        if (block.KindAt(end) == TokenKind.Dash && DateReader.YearAt(block, end + 1) > 0) end++;
        var year = YearAfter(block, end, out var yearEnd);
        if (year == 0 && block.At(month.First).Length == 3 && block.At(month.First) is "Mar" or "May" or "MAY" && !char.IsUpper(block.At(month.First)[0])) return null;
        return new DateExpression { Form = DateForm.Day, First = i, End = year > 0 ? yearEnd : month.End, Year = year, Month = (int)month.Entry.Value, Day = day.Day, EndDay = endDay };
    }

    private static DateExpression? Numeric(BlockTokens block, int i)
    {
        // ISO 2018-07-16.
        if (DateReader.YearAt(block, i) is var iso and > 0 && block.KindAt(i + 1) == TokenKind.Dash && !block.Tokens[i + 1].SpaceBefore && Small(block, i + 2) is var m and >= 1 and <= 12 && block.KindAt(i + 3) == TokenKind.Dash && Small(block, i + 4) is var d and >= 1 and <= 31 && block.Tokens[i + 2].Length == 2)
            return new DateExpression { Form = DateForm.Day, First = i, End = i + 5, Year = iso, Month = m, Day = d };
        if (block.KindAt(i) != TokenKind.Number) return null;
        // 12.07.2018 is one token; 07/16/2018 five. A first part over 12 is the day; otherwise the American order, unless points separate them.
        var text = block.At(i);
        if (text.Length is >= 8 and <= 10 && text.Count('.') == 2)
        {
            var dot = text.IndexOf('.');
            var last = text.LastIndexOf('.');
            if (int.TryParse(text[..dot], out var day) && int.TryParse(text[(dot + 1)..last], out var month) && int.TryParse(text[(last + 1)..], out var year) && text.Length - last == 5 && month is >= 1 and <= 12 && day is >= 1 and <= 31 && year > 1950)
                return new DateExpression { Form = DateForm.Day, First = i, End = i + 1, Year = year, Month = month, Day = day };
            return null;
        }
        if (!block.IsMark(i + 1, '/') || !block.IsMark(i + 3, '/')) return null;
        var (a, b, y) = (Small(block, i), Small(block, i + 2), DateReader.YearAt(block, i + 4));
        if (y == 0) y = TwoDigitYear(block, i + 4);
        if (y == 0 || a is < 1 or > 31 || b is < 1 or > 31 || (a > 12 && b > 12)) return null;
        return new DateExpression { Form = DateForm.Day, First = i, End = i + 5, Year = y, Month = a > 12 ? b : a, Day = a > 12 ? a : b };
    }

    private readonly record struct DayRead(int Day, int End);

    private static DayRead? Day(BlockTokens block, int i)
    {
        var day = Small(block, i);
        if (day is < 1 or > 31) return null;
        var end = i + 1;
        if (end < block.Count && block.KindAt(end) == TokenKind.Word && block.At(end) is "st" or "nd" or "rd" or "th" && block.Tokens[end].Start - block.Tokens[i].End <= 1) end++;
        else if (end < block.Count && !block.Tokens[end].SpaceBefore && block.KindAt(end) is TokenKind.Word) return null;
        if (block.IsMark(end, '%')) return null;
        return new DayRead(day, end);
    }

    /// <summary>A year after a day or month, a comma between them or not.</summary>
    internal static int YearAfter(BlockTokens block, int i, out int end)
    {
        var token = block.IsMark(i, ',') || block.IsMark(i, '.') || block.Is(i, "of") || block.Is(i, "in") ? i + 1 : i;
        if (block.IsMark(token, ',')) token++;
        var year = DateReader.YearAt(block, token);
        end = year > 0 ? token + 1 : i;
        return year;
    }

    internal static int TwoDigitYear(BlockTokens block, int i)
    {
        var two = block.KindAt(i) == TokenKind.Number && block.Tokens[i].Length == 2 ? Small(block, i) : -1;
        return two < 0 ? 0 : two < 70 ? 2000 + two : 1900 + two;
    }

    internal static int Small(BlockTokens block, int i) =>
        block.KindAt(i) == TokenKind.Number && i < block.Count && i >= 0 && block.Tokens[i].Length <= 2 && int.TryParse(block.At(i), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
