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
            if (MonthUnit(block, i, m, next) is { } shortYear) return shortYear;
            var year = YearAfter(block, end, out var yearEnd);
            if (year > 0) end = yearEnd;
            return InYear(block, new DateExpression { Form = DateForm.Day, First = i, End = end, Year = year, Month = m, Day = day.Day, EndDay = endDay });
        }
        if (MonthUnit(block, i, m, next) is { } unit) return unit;
        var ofYear = block.Is(next, "of") || block.IsMark(next, ',') ? next + 1 : next;
        var y = DateReader.YearAt(block, ofYear);
        if (y == 0 && block.KindAt(next) is TokenKind.Dash or TokenKind.Mark && block.At(next) is "-" or "'" or "’" && TwoDigitYear(block, next + 1) is var two and > 0 && !block.Tokens[next].SpaceBefore) { y = two; ofYear = next + 1; }
        if (y > 0)
        {
            if (m % 3 == 0 && IsQuarterlyReport(block, i)) return new DateExpression { Form = DateForm.MonthQuarter, First = i, End = ofYear + 1, Year = y, Month = m };
            return new DateExpression { Form = DateForm.Month, First = i, End = ofYear + 1, Year = y, Month = m };
        }
        // "May" and "March" are words too: a lone month needs something before it that a month follows.
        return MonthMayStand(block, i) ? InYear(block, new DateExpression { Form = DateForm.Month, First = i, End = month.End, Month = m }) : null;
    }

    /// <summary>"June 2013 half", "Dec 12 quarter", "Sep Q FY25", "March qtr 2010", "December half", "SEPTEMBER 2024 QUARTERLY": the three or six months that end with a month.</summary>
    private static DateExpression? MonthUnit(BlockTokens block, int first, int month, int next)
    {
        if (month % 3 != 0) return null;
        var (year, at) = (0, next);
        if (DateReader.YearAt(block, at) is var full and > 0) (year, at) = (full, at + 1);
        else if (block.KindAt(at) == TokenKind.Dash && DateReader.YearAt(block, at + 1) is var whole and > 0) (year, at) = (whole, at + 2);
        else if (block.KindAt(at) == TokenKind.Dash && TwoDigitYear(block, at + 1) is var dashed and > 0) (year, at) = (dashed, at + 2);
        else if (TwoDigitYear(block, at) is var two and > 0) (year, at) = (Small(block, at) >= 30 ? 0 : two, at + 1); // "June 30 quarter" names the day it ends
        at = UnitReader.SkipDash(block, at);
        var months = block.At(at) switch
        {
            "quarter" or "Quarter" or "QUARTER" or "qtr" or "Qtr" or "QTR" or "Q" or "quarters" => 3,
            "quarterly" or "Quarterly" or "QUARTERLY" when year > 0 => 3,
            "half" or "Half" or "HALF" when month % 6 == 0 => 6,
            _ => 0,
        };
        if (months == 0) return null;
        var end = block.At(at).EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? at : at + 1;
        var fiscal = false;
        if (year == 0 && PeriodReader.FiscalYear(block, end) is { } fy) (year, end, fiscal) = (fy.Year, fy.End, fy.Fiscal);
        else if (year == 0 && YearAfter(block, end, out var yearEnd) is var after and > 0) (year, end) = (after, yearEnd);
        return new DateExpression { Form = DateForm.MonthQuarter, First = first, End = end, Year = year, Month = month, Months = months, Fiscal = fiscal };
    }

    /// <summary>"QUARTERLY REPORT – SEPTEMBER 2015".</summary>
    private static bool IsQuarterlyReport(BlockTokens block, int i) =>
        block.KindAt(i - 1) == TokenKind.Dash && (block.Is(i - 2, "report") || block.Is(i - 2, "update") || block.Is(i - 2, "activities")) && (block.Is(i - 3, "quarterly") || block.Is(i - 4, "quarterly"));

    /// <summary>"13 October next year", "18 November last year", "last January", "this June".</summary>
    private static DateExpression InYear(BlockTokens block, DateExpression date)
    {
        if (date.Year > 0) return date;
        if (block.Is(date.End, "year") is false && block.Is(date.End + 1, "year") && block.At(date.End) is "next" or "last" or "this") return date with { Relation = block.At(date.End) switch { "next" => 4, "last" => -4, _ => 0 }, End = date.End + 2 };
        return date;
    }

    private static bool MonthMayStand(BlockTokens block, int i)
    {
        var word = block.At(i);
        if (word.Length <= 3 && !(word is "May" or "Jan" or "Feb" or "Apr" or "Jun" or "Jul" or "Aug" or "Sep" or "Oct" or "Nov" or "Dec" or "Mar")) return false;
        if (block.KindAt(i + 1) == TokenKind.Dash && !block.Tokens[i + 1].SpaceBefore && block.KindAt(i + 2) == TokenKind.Word && !block.Tokens[i + 2].SpaceBefore && char.IsUpper(block.At(i + 2)[0]) && block.TermAt(i + 2, TermCategory.Month) is null) return false; // "Sept-Îles"
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
        var of = block.Is(next, "of");
        if (of) next++;
        if (block.KindAt(next) == TokenKind.Dash && !block.Tokens[next].SpaceBefore) next++;
        if (block.TermAt(next, TermCategory.Month) is not { } month || (of && block.At(month.First) is "MAR" or "SEP" or "DEC")) return null;
        var end = month.End;
        if (block.IsMark(end, '.') && !block.Tokens[end].SpaceBefore && DateReader.YearAt(block, end + 1) > 0) end++;
        if (block.KindAt(end) == TokenKind.Dash && DateReader.YearAt(block, end + 1) > 0) end++;
        var year = YearAfter(block, end, out var yearEnd);
        if (year == 0 && block.At(month.First).Length == 3 && block.At(month.First) is "Mar" or "May" or "MAY" && !char.IsUpper(block.At(month.First)[0])) return null;
        return InYear(block, new DateExpression { Form = DateForm.Day, First = i, End = year > 0 ? yearEnd : month.End, Year = year, Month = (int)month.Entry.Value, Day = day.Day, EndDay = endDay });
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
