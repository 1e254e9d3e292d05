using System.Globalization;
using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Reads the periods of labels and headings, which are terser than prose: "Jun Q FY25", "9M 2012", "YTD FY22", "2007/08", "Mar-21". Stateless.</summary>
internal static class TablePeriodReader
{
    /// <summary>The period a label states, or null.</summary>
    public static TablePeriod? Read(BlockTokens label, TableClock clock)
    {
        var dates = DateReader.Read(label);
        var found = Rolling(label, clock) ?? ToDate(label, dates, clock) ?? MonthQuarter(label, dates, clock) ?? Months(label, dates, clock) ?? QuarterNumber(label, clock) ?? SplitYear(label, clock) ?? FromDates(label, dates, clock) ?? ShortMonth(label, clock);
        return found is null || found.Text.Length > 0 ? found : found with { Text = label.Span.In(label.Text) };
    }

    private static TablePeriod Of(DateOnly from, DateOnly to) => new() { From = from, To = to };

    /// <summary>"Rolling 12 months", "LTM", "TTM".</summary>
    private static TablePeriod? Rolling(BlockTokens label, TableClock clock)
    {
        if (clock.Main is not { } main) return null;
        for (var i = 0; i < label.Count; i++)
            if (label.Is(i, "rolling") || label.Is(i, "trailing") || label.Is(i, "LTM") || label.Is(i, "TTM")) return Of(main.To.AddDays(1).AddMonths(-12), main.To);
        return null;
    }

    /// <summary>"YTD", "YTD FY22", "YTD Sep-24", "2026 YTD", "Year to date 2025".</summary>
    private static TablePeriod? ToDate(BlockTokens label, List<DateExpression> dates, TableClock clock)
    {
        var said = false;
        for (var i = 0; i < label.Count && !said; i++) said = label.TermAt(i, TermCategory.Ytd) is not null;
        if (!said || clock.Main is not { } main) return null;
        foreach (var date in dates)
        {
            if (date.Form is not (DateForm.PartOfYear or DateForm.Month or DateForm.Day or DateForm.MonthQuarter or DateForm.Ended)) continue;
            if (clock.Calendar.Resolve(date) is { To: { } end }) return Of(clock.YearStart(end), end);
        }
        if (dates.FirstOrDefault(d => d.Form == DateForm.Year && d.Year > 0) is not { } year) return Of(clock.YearStart(main.To), main.To);
        var fiscal = clock.Calendar.FiscalEnd != 12;
        if (clock.Calendar.YearOf(year.Year, fiscal) is not { } whole) return null;
        var to = main.To.AddYears(whole.To.Year - main.To.Year);
        if (to > whole.To) to = to.AddYears(-1);
        else if (to < whole.From) to = to.AddYears(1);
        return Of(whole.From, WholeMonths.EndLike(main.To, to));
    }

    /// <summary>"Jun Q FY25", "Sep Q 2024", "Jun-26 Qtr", "Mar Qtr", "Q/E Jun 25", "Quarter 31 Mar 2020".</summary>
    private static TablePeriod? MonthQuarter(BlockTokens label, List<DateExpression> dates, TableClock clock)
    {
        if (dates.Exists(d => d.Form is DateForm.Ended or DateForm.MonthQuarter or DateForm.PartOfYear)) return null;
        int month = 0, quarter = 0, year = 0, last = -1;
        var half = false;
        for (var i = 0; i < label.Count; i++)
        {
            if (label.TermAt(i, TermCategory.Month) is { } m)
            {
                month = (int)m.Entry.Value;
                last = i;
            }
            else if (label.At(i) is "Q" or "QTR" or "Qtr" or "qtr" or "Quarter" or "quarter" or "QUARTER" or "Qtr." or "q") quarter = 3;
            else if (label.At(i) is "Half" or "half" or "HY" or "H") half = true;
            else if (last >= 0 && year == 0 && i <= last + 3)
                year = DateReader.YearAt(label, i) is var full and > 0 ? full : label.KindAt(i) == TokenKind.Number && label.Tokens[i].Length == 2 && i == label.Count - 1 | label.KindAt(i + 1) != TokenKind.Number ? TwoDigits(label.At(i)) : 0;
        }
        var months = quarter > 0 ? 3 : half ? 6 : 0;
        if (month == 0 || months == 0) return null;
        if (dates.FirstOrDefault(d => d.Form == DateForm.Year && d.Fiscal) is { } fiscal)
        {
            var end = clock.Calendar.FiscalEnd == 12 ? 6 : clock.Calendar.FiscalEnd;
            year = month > end ? fiscal.Year - 1 : fiscal.Year;
        }
        if (year == 0) year = YearBefore(clock, month);
        if (year == 0) return null;
        var (from, to) = TableClock.MonthsTo(year, month, months);
        return Of(from, to);
    }

    private static int TwoDigits(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 80 ? 2000 + n : 0;

    /// <summary>The year in which a month's quarter last ended at the reported period's end.</summary>
    private static int YearBefore(TableClock clock, int month)
    {
        if ((clock.Main?.To ?? clock.Calendar.Reference) is not { } end) return 0;
        return month > end.Month ? end.Year - 1 : end.Year;
    }

    /// <summary>"9M 2012", "6M FY25", "12M"; "Nine months" beside a year, without a date that ends it.</summary>
    private static TablePeriod? Months(BlockTokens label, List<DateExpression> dates, TableClock clock)
    {
        if (dates.Exists(d => d.Form is DateForm.Ended or DateForm.PartOfYear)) return null;
        var months = 0;
        for (var i = 0; i < label.Count && months == 0; i++)
        {
            if (DayReader.Small(label, i) is > 0 and var count && i + 1 < label.Count && !label.Tokens[i + 1].SpaceBefore && label.At(i + 1) is var glued && (glued is "M" or "m" or "mo" or "MM" || (glued.Length > 2 && glued[0] == 'M' && char.IsAsciiDigit(glued[1]))))
            {
                months = count;
                if (glued.Length > 2 && TwoDigits(glued[1..]) is var y and > 0) return FirstMonths(clock, months, y, false);
            }
            else if (Count(label, i) is var n and > 0 && label.At(i + 1) is "months" or "Months" or "MONTHS" or "mths" or "month" or "mos" or "mo" or "Mo") months = n;
        }
        if (months is not (3 or 6 or 9 or 12) || clock.Main is not { } main) return null;
        if (dates.Find(d => d.Form is DateForm.Day or DateForm.Month) is { } last) return clock.Calendar.Resolve(last) is { To: { } end } ? Ending(end, months) : null;
        return dates.FirstOrDefault(d => d.Form == DateForm.Year && d.Year > 0) is { } year ? FirstMonths(clock, months, year.Year, year.Fiscal) : Ending(main.To, months);
    }

    private static TablePeriod? FirstMonths(TableClock clock, int months, int year, bool fiscal)
    {
        if (clock.Main is { } main && clock.Calendar.YearOf(year, fiscal || clock.Calendar.FiscalEnd != 12) is { } whole)
        {
            // Three months are those that ended with the period reported; longer runs are the first of their year.
            if (months == 3) return Ending(WholeMonths.EndLike(main.To, main.To.AddYears(year - main.To.Year)), 3);
            var from = fiscal || clock.Calendar.FiscalEnd == 12 ? whole.From : clock.YearStart(main.To).AddYears(year - main.To.Year);
            return Of(from, from.AddMonths(months).AddDays(-1));
        }
        return null;
    }

    private static TablePeriod Ending(DateOnly to, int months) => Of(to.AddDays(1).AddMonths(-months), to);

    internal static int Count(BlockTokens label, int i)
    {
        if (label.TermAt(i, TermCategory.NumWord) is { } word) return (int)word.Entry.Value;
        return label.KindAt(i) == TokenKind.Number && label.Tokens[i].Length <= 2 && int.TryParse(label.At(i), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
    }

    /// <summary>"3-2024", the manner of Nordic companies: the third quarter of 2024.</summary>
    private static TablePeriod? QuarterNumber(BlockTokens label, TableClock clock)
    {
        if (label.Count != 3 || label.Tokens[0].Length != 1 || label.At(0)[0] is < '1' or > '4' || !(label.KindAt(1) == TokenKind.Dash || label.IsMark(1, '/')) || DateReader.YearAt(label, 2) is not (var year and > 0)) return null;
        return Resolve(PeriodReader.Part(label, 0, 3, label.At(0)[0] - '0', 3, year, false), label, clock);
    }

    /// <summary>"2007/08", "FY2023/24", "2023-24": the fiscal year that ends in the second.</summary>
    private static TablePeriod? SplitYear(BlockTokens label, TableClock clock)
    {
        for (var i = 0; i + 2 < label.Count; i++)
        {
            var year = DateReader.YearAt(label, i);
            if (year == 0 || !(label.IsMark(i + 1, '/') || label.KindAt(i + 1) == TokenKind.Dash) || label.Tokens[i + 2].Length != 2 || TwoDigits(label.At(i + 2)) % 100 != (year + 1) % 100) continue;
            var end = clock.Calendar.FiscalEnd == 12 ? 6 : clock.Calendar.FiscalEnd;
            var (from, to) = TableClock.MonthsTo(year + 1, end, 12);
            return Of(from, to);
        }
        return null;
    }

    private static TablePeriod? FromDates(BlockTokens label, List<DateExpression> dates, TableClock clock)
    {
        if (dates.Count == 0) return null;
        // "2013 guidance (Aug.)" was given in August.
        if (dates.Exists(d => !label.Opens(d.First - 1))) dates = dates.FindAll(d => !(label.Opens(d.First - 1) && d.Form is DateForm.Month or DateForm.Day));
        var best = dates.FirstOrDefault(d => d.Form is DateForm.Ended) ?? dates.FirstOrDefault(d => d.Form is DateForm.PartOfYear or DateForm.MonthQuarter) ?? dates.FirstOrDefault(d => d.Form is DateForm.Day or DateForm.Month)
            ?? dates.FirstOrDefault(d => d.Form == DateForm.Year && d.Year > 0) ?? dates[0];
        // "Q2" over or under "2016", "Three months ended June 30" beside "2016".
        if (best.Year == 0 && best.Form is DateForm.Ended or DateForm.PartOfYear or DateForm.MonthQuarter or DateForm.Day or DateForm.Month && dates.FirstOrDefault(d => d.Form == DateForm.Year && d.Year > 0) is { } year)
            best = best with { Year = year.Year, Fiscal = best.Fiscal || year.Fiscal };
        // "Q4 23" alone in its cell.
        if (best is { Form: DateForm.PartOfYear, Year: 0 } && best.End == label.Count - 1 && label.KindAt(best.End) == TokenKind.Number && label.Tokens[best.End].Length == 2 && TwoDigits(label.At(best.End)) is var two and > 0) best = best with { Year = two };
        if (best is { Form: DateForm.PartOfYear, Year: 0, Relation: 0 } && clock.Year is var own and > 0) best = best with { Year = own };
        if (best is { Form: DateForm.Day, Year: 0 } && label.Count <= 4 && clock.Calendar.Reference is { } today && Math.Abs(2000 + best.Day - today.Year) <= 2) best = best with { Form = DateForm.Month, Year = 2000 + best.Day, Day = 0 };
        return Resolve(best, label, clock);
    }

    /// <summary>The period of an expression, months and days stretched to what they stand for in this table.</summary>
    public static TablePeriod? Resolve(DateExpression date, BlockTokens label, TableClock clock)
    {
        var resolved = clock.Calendar.Resolve(date);
        var text = date.End > date.First && date.End <= label.Count ? label.SpanOf(date.First, date.End).In(label.Text) : "";
        if (resolved.From is not { } from || resolved.To is not { } to) return new TablePeriod { Expression = date, Text = text };
        if (date.Form == DateForm.Month && clock.MonthsAreQuarters) from = to.AddDays(1).AddMonths(-3);
        if (date.Form == DateForm.Day && clock.DayMonths > 0) from = to.AddDays(1).AddMonths(-clock.DayMonths);
        return new TablePeriod { From = from, To = to, Expression = date, Text = text };
    }

    /// <summary>"Mar", "Dec 20" where prose would not be read as a month.</summary>
    private static TablePeriod? ShortMonth(BlockTokens label, TableClock clock)
    {
        if (label.Count is 0 or > 3 || label.TermAt(0, TermCategory.Month) is not { } month) return null;
        var m = (int)month.Entry.Value;
        var year = label.Count > 1 ? TwoDigits(label.At(label.Count - 1)) : YearBefore(clock, m);
        if (year == 0) return null;
        return Resolve(new DateExpression { Form = DateForm.Month, First = 0, End = label.Count, Year = year, Month = m }, label, clock);
    }
}
