using System.Globalization;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>Reads periods: quarters and halves by word and by code, periods with a printed end, fiscal years; <see cref="RelativePeriodReader"/> reads those told by relation.</summary>
internal static class PeriodReader
{
    /// <summary>"Q1 2018", "Q3 FY26", "2Q20", "H1 FY2025", "second quarter of fiscal 2026", "first nine months of 2018", "the June quarter".</summary>
    public static DateExpression? PartOfYear(BlockTokens block, int i)
    {
        if (Code(block, i) is { } code) return code;
        var start = i;
        if (block.TermAt(i, TermCategory.Ordinal) is not { } ordinal) return null;
        i = ordinal.End;
        var index = (int)ordinal.Entry.Value;
        if (block.TermAt(i, TermCategory.FyWord) is { Code: "fy" } fyBetween && UnitAfter(block, fyBetween.End) is not null) i = fyBetween.End;
        if (Count(block, i, out var afterCount) is var count and > 1 && index == 1 && block.TermAt(afterCount, TermCategory.UnitOfYear) is { Code: "M" } months)
            return WithYear(block, start, months.End, 1, count);
        if (UnitAfter(block, i) is not { } unit) return null;
        // "the first half and second quarter": a year may follow at once or after the ended date.
        if (unit.Code == "H" && block.Is(unit.First, "halves")) return null;
        return WithYear(block, start, unit.End, IndexOf(ordinal, unit), unit.Code == "Q" ? 3 : 6);
    }

    /// <summary>Place of a quarter or half in its year; "the final quarter" is the fourth, "the final half" the second.</summary>
    public static int IndexOf(Term ordinal, Term unit) => ordinal.Entry.Value > 0 ? (int)ordinal.Entry.Value : unit.Code == "Q" ? 4 : 2;

    /// <summary>A quarter or half after an ordinal, a hyphen between them or not.</summary>
    public static Term? UnitAfter(BlockTokens block, int i)
    {
        i = UnitReader.SkipDash(block, i);
        return block.TermAt(i, TermCategory.UnitOfYear) is { Code: "Q" or "H" } unit ? unit : null;
    }

    internal static DateExpression WithYear(BlockTokens block, int start, int end, int index, int months)
    {
        if (EndedAfter(block, end) is { } ended) return ended with { First = start, Form = DateForm.Ended, Months = index == 1 && months > 6 ? months : months, Index = index };
        var next = end;
        if (block.IsMark(next, '(')) return Part(block, start, end, index, months, 0, false);
        if (block.IsMark(next, ',') && (DateReader.YearAt(block, next + 1) > 0 || block.TermAt(next + 1, TermCategory.FyWord) is not null)) next++;
        if (block.Is(next, "of") || block.Is(next, "in")) next++;
        if (block.Is(next, "the") && (block.TermAt(next + 1, TermCategory.FyWord) is not null || DateReader.YearAt(block, next + 1) > 0 && block.TermAt(next + 2, TermCategory.FyWord) is not null)) next++;
        if (FiscalYear(block, next) is { } fiscal) return Part(block, start, fiscal.End, index, months, fiscal.Year, fiscal.Fiscal);
        var year = DateReader.YearOrRun(block, next) is { Form: DateForm.Year or DateForm.Run } y && DateReader.YearAt(block, next) > 0 ? (y.Form == DateForm.Year ? y.Year : DateReader.YearAt(block, next)) : 0;
        if (year > 0) return block.TermAt(next + 1, TermCategory.FyWord) is { Code: "fy" } fy ? Part(block, start, fy.End, index, months, year, true) : Part(block, start, next + 1, index, months, year, false);
        if (block.Is(next, "this") && block.Is(next + 1, "year")) return Part(block, start, next + 2, index, months, 0, false);
        if ((block.Is(next, "the") && (block.Is(next + 1, "year") || (block.Is(next + 1, "fiscal") && block.Is(next + 2, "year")))) && block.Is(next - 1, "of")) return Part(block, start, block.Is(next + 1, "year") ? next + 2 : next + 3, index, months, 0, block.Is(next + 1, "fiscal"));
        if (block.Is(next, "last") && block.Is(next + 1, "year")) return Part(block, start, next + 2, index, months, 0, false) with { Relation = -4 };
        if (block.Is(next, "next") && block.Is(next + 1, "year")) return Part(block, start, next + 2, index, months, 0, false) with { Relation = 4 };
        return Part(block, start, end, index, months, 0, false);
    }

    public static DateExpression Part(BlockTokens block, int first, int end, int index, int months, int year, bool fiscal)
    {
        var part = new DateExpression { Form = DateForm.PartOfYear, First = first, End = end, Index = index, Months = months, Year = year, Fiscal = fiscal };
        return EndedAfter(block, end) is { } ended ? ended with { First = first, Months = months, Index = index, Fiscal = fiscal } : part;
    }

    /// <summary>Quarter codes: "Q2", "Q2 2018", "Q2-18", "2Q18", "H1 FY25", "1H 2025", "Q1 Fiscal 2026"; the year may be missing.</summary>
    public static DateExpression? Code(BlockTokens block, int i)
    {
        var word = block.At(i);
        int index, months, end = i + 1, year = 0;
        var fiscal = false;
        if (block.KindAt(i) == TokenKind.Word && word.Length >= 2 && word[0] is 'Q' or 'H' && word[1] is >= '1' and <= '4' && (word[0] == 'Q' || word[1] <= '2'))
        {
            (index, months) = (word[1] - '0', word[0] == 'Q' ? 3 : 6);
            if (word.Length > 2)
            {
                // Q2FY25, Q22018: what follows the code must be a year.
                var rest = word[2..];
                if (rest.StartsWith("FY")) { rest = rest[2..]; fiscal = true; }
                if (!YearDigits(rest, out year)) return null;
            }
        }
        else if (block.KindAt(i) == TokenKind.Number && word.Length == 1 && word[0] is >= '1' and <= '4' && end < block.Count && !block.Tokens[end].SpaceBefore && block.At(end) is { Length: >= 1 } letters && letters[0] is 'Q' or 'H' && (letters.Length == 1 || char.IsDigit(letters[^1])) && (letters[0] == 'Q' || word[0] <= '2'))
        {
            (index, months) = (word[0] - '0', letters[0] == 'Q' ? 3 : 6);
            var rest = letters[1..];
            if (rest.StartsWith("FY")) { rest = rest[2..]; fiscal = true; }
            if (rest.Length > 0 && !YearDigits(rest, out year)) return null;
            end++;
        }
        else if (block.KindAt(i) == TokenKind.Number && word is "9" && end < block.Count && block.Tokens[end].Start == block.Tokens[i].End && block.At(end) is { Length: >= 1 } nine && nine[0] == 'M')
        {
            // "9M 2018", "9M18", "9M FY23", "9MFY24".
            (index, months) = (1, 9);
            var rest = nine[1..];
            if (rest.StartsWith("FY")) { rest = rest[2..]; fiscal = true; }
            if (rest.Length > 0 ? !YearDigits(rest, out year) : DateReader.YearAt(block, end + 1) == 0 && FiscalYear(block, end + 1) is null) return null;
            end++;
        }
        else return null;
        if (year == 0)
        {
            var next = end;
            if (block.KindAt(next) == TokenKind.Dash || (block.At(next) is "'" or "’" or "/" or ",") || block.Is(next, "of")) next++;
            if (FiscalYear(block, next) is { } fy) (year, end, fiscal) = (fy.Year, fy.End, fy.Fiscal);
            else if (DateReader.YearAt(block, next) is var full and > 0) (year, end) = (full, next + 1);
            else if (next > end && !block.Is(end, "of") && !block.IsMark(end, ',') && !block.Tokens[end].SpaceBefore && DayReader.TwoDigitYear(block, next) is var two and > 0) (year, end) = (two, next + 1);
        }
        return Part(block, i, end, index, months, year, fiscal);
    }

    private static bool YearDigits(ReadOnlySpan<char> digits, out int year)
    {
        year = 0;
        if (digits.Length > 0 && digits[0] is '-' or '\'') digits = digits[1..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return false;
        year = digits.Length == 2 ? 2000 + n : digits.Length == 4 && n is >= DateReader.FirstYear and <= DateReader.LastYear ? n : 0;
        return year > 0;
    }

    /// <summary>"FY25", "FY2025", "fiscal 2026", "fiscal year 2026", "financial year 2025", "CY2024", "FY24/25".</summary>
    public static DateExpression? FiscalYear(BlockTokens block, int i)
    {
        var word = block.At(i);
        if (block.KindAt(i) == TokenKind.Word && word.Length is >= 3 and <= 6 && word[0] is 'F' or 'C' && char.IsAsciiDigit(word[^1]))
        {
            var digits = word[1] == 'Y' ? word[2..] : word[1..];
            if (YearDigits(digits, out var year) && (word[1] == 'Y' || word[0] == 'F'))
            {
                var end = i + 1;
                if ((block.IsMark(end, '/') || block.KindAt(end) == TokenKind.Dash) && !block.Tokens[end].SpaceBefore && DayReader.TwoDigitYear(block, end + 1) == year + 1) return new DateExpression { Form = DateForm.Year, First = i, End = end + 2, Year = year + 1, Fiscal = true };
                return new DateExpression { Form = DateForm.Year, First = i, End = end, Year = year, Fiscal = word[0] == 'F' };
            }
        }
        if (block.TermAt(i, TermCategory.FyWord) is not { } fy) return null;
        var next = fy.End;
        if (block.At(next) is "'" or "’") next++;
        var y = DateReader.YearAt(block, next);
        if (y == 0 && block.Is(fy.First, "FY")) y = DayReader.TwoDigitYear(block, next);
        if (y > 0 && (block.IsMark(next + 1, '/') || block.KindAt(next + 1) == TokenKind.Dash && !block.Tokens[next + 1].SpaceBefore) && DayReader.TwoDigitYear(block, next + 2) == y + 1) return new DateExpression { Form = DateForm.Year, First = i, End = next + 3, Year = y + 1, Fiscal = true };
        return y == 0 ? null : new DateExpression { Form = DateForm.Year, First = i, End = next + 1, Year = y, Fiscal = fy.Code == "fy" };
    }

    /// <summary>A fiscal year, with its last day where one follows ("fiscal 2024, ended June 30").</summary>
    public static DateExpression? FiscalYearEnded(BlockTokens block, int i) =>
        FiscalYear(block, i) is not { } year ? null
        : year.Fiscal && EndedAfter(block, year.End) is { } ended && (ended.Year == 0 || ended.Year == year.Year) ? ended with { First = i, Months = 12, Year = year.Year }
        : year;

    /// <summary>"three months ended June 30, 2018", "5-week period ending September 17, 2017", "quarter ended …", "year ended 31 December 2019", "12 months to 30 June".</summary>
    public static DateExpression? Ended(BlockTokens block, int i) => Ended(block, i, true);

    /// <param name="block">The tokens.</param>
    /// <param name="i">Where it may begin.</param>
    /// <param name="shares">False for the second of two periods: a third gives it no end.</param>
    private static DateExpression? Ended(BlockTokens block, int i, bool shares)
    {
        var start = i;
        int months = 0, days = 0;
        var count = Count(block, i, out var end);
        if (count > 0 && block.TermAt(UnitReader.SkipDash(block, end), TermCategory.UnitOfYear) is { Code: "M" or "W" } unit)
        {
            if (unit.Code == "M") months = count;
            else days = count * 7;
            i = unit.End;
        }
        else if (shares && count > 1 && EndedWith(block, end, count) is { } longer) return longer with { First = start, End = end, Months = count, Days = 0 };
        else if (count > 1 && block.At(UnitReader.SkipDash(block, end)) is "day" or "days")
        {
            days = count;
            i = UnitReader.SkipDash(block, end) + 1;
        }
        else if (block.TermAt(i, TermCategory.UnitOfYear) is { Code: "Q" or "H" or "Y" or "W" or "M" } single && !block.Is(i, "annual"))
        {
            months = single.Code switch { "Q" => 3, "H" => 6, "Y" => 12, "M" => 1, _ => 0 };
            days = single.Code == "W" ? 7 : 0;
            i = single.End;
            if (block.Is(single.First, "full") || block.Is(single.First, "fiscal") || block.Is(single.First, "financial")) months = 12;
        }
        else return null;
        if (block.KindAt(i) == TokenKind.Dash) i++;
        if (block.Is(i, "period") || block.Is(i, "periods")) i++;
        // "(nine months of 2008: 88,340 ounces)"
        if (count > 1 && months > 0 && (block.Is(i, "of") || block.Is(i, "in")) && DateReader.YearAt(block, i + 1) is var named and > 0) return new DateExpression { Form = DateForm.PartOfYear, First = start, End = i + 2, Index = 1, Months = months, Year = named };
        if (EndedAfter(block, i) is { } ended) return ended with { First = start, Months = months, Days = days };
        if (shares && EndedWith(block, i, months) is { } shared) return shared with { First = start, End = i, Months = months, Days = 0 };
        // Heads of tables leave "ended" out: "Quarter 31 Mar 2020".
        if (months >= 3 && DayReader.Read(block, i) is { Form: DateForm.Day, Year: > 0, EndDay: 0, Day: >= 28 } end31) return end31 with { Form = DateForm.Ended, First = start, Months = months };
        return null;
    }

    /// <summary>The longer period that "three and nine months ended September 30", "three months and full year ended December 31" give one end with it.</summary>
    private static DateExpression? EndedWith(BlockTokens block, int i, int months)
    {
        if (months == 0 || AfterAnd(block, i) is not (var second and > 0)) return null;
        return Ended(block, second, false) is { } longer && longer.Months > months ? longer : null;
    }

    /// <summary>Token after "and", "and the", "and for the" or "&amp;", 0 where none stands there.</summary>
    private static int AfterAnd(BlockTokens block, int i) => block.Is(i, "and") || block.IsMark(i, '&') ? AfterThe(block, i + 1) : 0;

    private static int AfterThe(BlockTokens block, int i)
    {
        if (block.Is(i, "for")) i++;
        return block.Is(i, "the") ? i + 1 : i;
    }

    /// <summary>"fourth quarter and full year 2024", "second quarter and six months ended June 30": the first of two periods takes its year or its end from the second.</summary>
    public static DateExpression Joined(BlockTokens block, DateExpression first, DateExpression second)
    {
        if (first is not { Form: DateForm.PartOfYear, Year: 0, Part: DatePart.Whole } || second is not { Year: > 0, Part: DatePart.Whole }) return first;
        var joint = block.IsMark(first.End, ',') ? first.End + 1 : first.End;
        if ((block.IsMark(joint, '/') ? AfterThe(block, joint + 1) : AfterAnd(block, joint)) != second.First) return first;
        return second.Form switch
        {
            DateForm.Ended when second.Months == first.Index * first.Months => second with { First = first.First, End = first.End, Months = first.Months, Index = first.Index },
            DateForm.PartOfYear or DateForm.Year => first with { Year = second.Year, Fiscal = second.Fiscal },
            _ => first,
        };
    }

    /// <summary>
    /// "QUARTERLY ACTIVITIES REPORT TO 30 SEPTEMBER 2016", "nine-month results to 30 September", "quarterly report – period ended …": a day that ends
    /// what a report covers, its length told by the words before.
    /// </summary>
    public static DateExpression OfReport(BlockTokens block, DateExpression date)
    {
        if (date is not { Form: DateForm.Day, EndDay: 0 } || date.First < 3 || block.TermEndingAt(date.First, TermCategory.Ended) is not { } ended) return date;
        var noun = ended.First - 1;
        if (!(block.Is(noun, "period") || block.Is(noun, "report") || block.Is(noun, "results") || block.Is(noun, "update") || block.Is(noun, "review"))) return date;
        for (var i = noun - 1; i >= 0 && noun - i <= 8; i--)
        {
            var months = block.Is(i, "quarterly") || block.Is(i, "quarter") ? 3 : block.Is(i, "half") || block.Is(i, "interim") ? 6 : block.Is(i, "annual") ? 12 : block.Is(i, "month") ? Math.Max(0, Count(block, UnitReader.SkipDash(block, i - 1) == i ? i - 2 : i - 1, out _)) : 0;
            if (months > 0) return date with { Form = DateForm.Ended, First = ended.First, Months = months };
        }
        return date;
    }

    private static DateExpression? EndedAfter(BlockTokens block, int i)
    {
        if (block.IsMark(i, ',') || block.IsMark(i, '(')) i++;
        if (block.Is(i, "that")) i++;
        if (block.TermAt(i, TermCategory.Ended) is not { } ended) return null;
        var next = ended.End;
        if (block.Is(next, "on") || block.Is(next, "in")) next++;
        if (block.Is(next, "end")) { next++; if (block.KindAt(next) == TokenKind.Dash || block.Is(next, "of")) next++; }
        var date = DayReader.Read(block, next);
        if (date is null || (block.Is(ended.First, "to") && date.Form != DateForm.Day && date.Year == 0 && !block.Is(ended.First + 1, "end") && block.At(i - 1) is not ("months" or "Months" or "year" or "half" or "quarter")) || (block.Is(ended.First, "ends") && date.Form != DateForm.Day)) return null;
        return date.Form switch
        {
            DateForm.Day => new DateExpression { Form = DateForm.Ended, First = i, End = date.End, Year = date.Year, Month = date.Month, Day = date.Day },
            DateForm.Month => new DateExpression { Form = DateForm.Ended, First = i, End = date.End, Year = date.Year, Month = date.Month, Day = 31 },
            _ => null,
        };
    }

    /// <summary>A small count in digits or words ("three", "nine", "5-").</summary>
    internal static int Count(BlockTokens block, int i, out int end)
    {
        end = i + 1;
        if (DayReader.Small(block, i) is var n and > 0) return n;
        if (block.TermAt(i, TermCategory.NumWord) is { } word) { end = word.End; return (int)word.Entry.Value; }
        return 0;
    }
}
