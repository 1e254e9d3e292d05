namespace PressParse.Mentions;

/// <summary>
/// The calendar of one release: the day it was published, the period it reports, and the month its fiscal year ends. Resolves date
/// expressions to days. Immutable.
/// </summary>
internal sealed class DocumentCalendar
{
    private readonly bool _fiscalQuarters;

    private DocumentCalendar(DateOnly? reference, int fiscalEnd, bool fiscalQuarters)
    {
        Reference = reference;
        FiscalEnd = fiscalEnd;
        _fiscalQuarters = fiscalQuarters;
    }

    /// <summary>The day against which years are filled in, null where the text gives no hint at all.</summary>
    public DateOnly? Reference { get; }

    /// <summary>Month in which the fiscal year ends; 12 for the calendar year.</summary>
    public int FiscalEnd { get; }

    /// <summary>The period the release reports: the first finished quarter, half or year it names; null where it names none.</summary>
    public (DateOnly From, DateOnly To)? Main { get; private init; }

    /// <summary>Builds the calendar from all expressions of a release in their order.</summary>
    /// <param name="expressions">Every expression, in document order.</param>
    /// <param name="published">Date of the dateline, or null.</param>
    /// <param name="fallback">Reference date given by the caller, or null.</param>
    /// <param name="australian">True for an ASX issuer, whose "FY25" ends in June unless the text says otherwise.</param>
    public static DocumentCalendar Build(IReadOnlyList<DateExpression> expressions, DateOnly? published, DateOnly? fallback, bool australian)
    {
        var (fiscalEnd, fiscalQuarters) = FindFiscalEnd(expressions, australian);
        var reference = published ?? fallback;
        if (reference is null)
        {
            var draft = new DocumentCalendar(null, fiscalEnd, fiscalQuarters);
            reference = GuessReference(expressions, draft);
        }
        var calendar = new DocumentCalendar(reference, fiscalEnd, fiscalQuarters);
        return new DocumentCalendar(reference, fiscalEnd, fiscalQuarters) { Main = FindMain(expressions, calendar) };
    }

    /// <summary>The expression with its days filled in; unchanged where they cannot be.</summary>
    public DateExpression Resolve(DateExpression e)
    {
        var days = e.Form switch
        {
            DateForm.Day => DayOf(e),
            DateForm.Month => MonthOf(e),
            DateForm.PartOfYear => PartOf(e),
            DateForm.Year => e.Year > 0 ? YearOf(e.Year, e.Fiscal) : null,
            DateForm.Run => (new DateOnly(e.Year, 1, 1), new DateOnly(e.EndYear, 12, 31)),
            DateForm.Ended => EndedOf(e),
            DateForm.MonthQuarter => MonthQuarterOf(e),
            DateForm.YearToDate => Main is { } main ? (YearStart(main.To), main.To) : null,
            DateForm.Relative => RelativeOf(e),
            _ => null,
        };
        if (days is not { } found || found.Item2 < found.Item1) return e;
        var (from, to) = Narrow(e.Part, found.Item1, found.Item2);
        return e with { From = from, To = to };
    }

    /// <summary>First day of the (fiscal) year that holds a day.</summary>
    public DateOnly YearStart(DateOnly day)
    {
        if (FiscalEnd == 12 || !_fiscalQuarters) return new DateOnly(day.Year, 1, 1);
        var start = new DateOnly(day.Month > FiscalEnd ? day.Year : day.Year - 1, FiscalEnd % 12 + 1, 1);
        return start;
    }

    /// <summary>The (fiscal) year that holds a day.</summary>
    public (DateOnly From, DateOnly To) YearHolding(DateOnly day)
    {
        var from = YearStart(day);
        return (from, from.AddYears(1).AddDays(-1));
    }

    /// <summary>The days of a year; a fiscal year has the number of the calendar year it ends in.</summary>
    public (DateOnly From, DateOnly To)? YearOf(int year, bool fiscal)
    {
        if (year is < 1801 or > 2199) return null;
        if (!fiscal || FiscalEnd == 12) return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var end = MonthEnd(year, FiscalEnd);
        return (end.AddDays(1).AddYears(-1), end);
    }

    private (DateOnly, DateOnly)? DayOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = NearestYear(reference, e.Month, Math.Min(e.Day, 28));
        }
        if (e.Day > DateTime.DaysInMonth(year, e.Month)) return null;
        var from = new DateOnly(year, e.Month, e.Day);
        return (from, e.EndDay > e.Day && e.EndDay <= DateTime.DaysInMonth(year, e.Month) ? new DateOnly(year, e.Month, e.EndDay) : from);
    }

    private (DateOnly, DateOnly)? MonthOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = NearestYear(reference, e.Month, 15);
        }
        return (new DateOnly(year, e.Month, 1), MonthEnd(year, e.Month));
    }

    private (DateOnly, DateOnly)? PartOf(DateExpression e)
    {
        var fiscal = (e.Fiscal || _fiscalQuarters) && FiscalEnd != 12;
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            if (Math.Abs(e.Relation) == 4) return PartIn(fiscal ? FiscalYearOf(reference) + Math.Sign(e.Relation) : (Main?.To ?? reference).Year + Math.Sign(e.Relation), fiscal, e);
            // A quarter named in a release is of its own year, unless it lies far ahead: then it is the one just past.
            year = fiscal ? FiscalYearOf(reference) : reference.Year;
            if (PartIn(year, fiscal, e) is { } ahead && ahead.Item1 > reference.AddDays(e.Months >= 6 ? 170 : 200)) year--;
            else if (fiscal && PartIn(year, true, e) is { } next && next.Item1 > reference) year--;
        }
        return PartIn(year, fiscal, e);
    }

    private (DateOnly, DateOnly)? PartIn(int year, bool fiscal, DateExpression e)
    {
        if (YearOf(year, fiscal) is not { } whole) return null;
        var unit = e.Months is 3 or 6 ? e.Months : 12;
        var from = whole.From.AddMonths((e.Months is 3 or 6 ? e.Index - 1 : 0) * unit);
        return (from, from.AddMonths(e.Months).AddDays(-1));
    }

    private (DateOnly, DateOnly)? EndedOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = reference.Year;
            if (new DateOnly(year, e.Month, Math.Min(e.Day, 28)) > reference.AddDays(45)) year--;
        }
        var end = new DateOnly(year, e.Month, Math.Min(e.Day, DateTime.DaysInMonth(year, e.Month)));
        if (e.Days > 0) return (end.AddDays(1 - e.Days), end);
        if (e.Months == 0) return null;
        return (end.AddDays(1).AddMonths(-e.Months), end);
    }

    private (DateOnly, DateOnly)? MonthQuarterOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = reference.Year;
            if (MonthEnd(year, e.Month) > reference.AddDays(100)) year--;
        }
        var end = MonthEnd(year, e.Month);
        return (end.AddDays(1).AddMonths(-3), end);
    }

    private (DateOnly, DateOnly)? RelativeOf(DateExpression e)
    {
        if (Main is not { } main)
        {
            if (Reference is not { } day || e.Months != 12) return null;
            return YearOf(day.Year + (e.Relation == -4 ? -1 : e.Relation), false);
        }
        if (e.Relation == -4) return (main.From.AddYears(-1), MonthEndIf(main.To, main.To.AddYears(-1)));
        var length = Length(main);
        if (e.Months == 0) return e.Relation == 0 ? main : e.Relation == -1 ? Shift(main, -length) : null;
        if (e.Months == 12)
        {
            var (from, to) = YearHolding(main.To);
            return (from.AddYears(e.Relation), to.AddYears(e.Relation));
        }
        if (e.Months == 1) return e.Relation == 0 ? null : (new DateOnly(main.To.Year, main.To.Month, 1).AddMonths(e.Relation), new DateOnly(main.To.Year, main.To.Month, 1).AddMonths(e.Relation + 1).AddDays(-1));
        var own = length == e.Months ? main : (main.To.AddDays(1).AddMonths(-e.Months), main.To);
        return e.Relation == 0 ? own : Shift(own, e.Relation * e.Months);
    }

    /// <summary>A period moved by whole months, month ends kept.</summary>
    public static (DateOnly From, DateOnly To) Shift((DateOnly From, DateOnly To) period, int months) =>
        (period.To.AddDays(1).AddMonths(months - Length(period)), period.To.AddDays(1).AddMonths(months).AddDays(-1));

    /// <summary>Length of a period in whole months.</summary>
    public static int Length((DateOnly From, DateOnly To) period)
    {
        var end = period.To.AddDays(1);
        return Math.Max(1, (end.Year - period.From.Year) * 12 + end.Month - period.From.Month);
    }

    private static (DateOnly, DateOnly) Narrow(DatePart part, DateOnly from, DateOnly to)
    {
        var months = Length((from, to));
        return part switch
        {
            DatePart.Early when months >= 12 => (from, from.AddMonths(4).AddDays(-1)),
            DatePart.Early when months >= 3 => (from, from.AddMonths(1).AddDays(-1)),
            DatePart.Early => (from, from.AddDays(9)),
            DatePart.Mid when months >= 12 => (from.AddMonths(4), from.AddMonths(8).AddDays(-1)),
            DatePart.Mid when months >= 3 => (from.AddMonths(1), from.AddMonths(2).AddDays(-1)),
            DatePart.Mid => (from.AddDays(10), from.AddDays(19)),
            DatePart.Late when months >= 12 => (to.AddDays(1).AddMonths(-3), to),
            DatePart.Late when months >= 3 => (to.AddDays(1).AddMonths(-1), to),
            DatePart.Late => (from.AddDays(20), to),
            DatePart.End => (to, to),
            _ => (from, to),
        };
    }

    private int FiscalYearOf(DateOnly day) => day.Month > FiscalEnd ? day.Year + 1 : day.Year;

    private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static DateOnly MonthEndIf(DateOnly like, DateOnly day) => like.AddDays(1).Day == 1 ? MonthEnd(day.Year, day.Month) : day;

    /// <summary>The year that puts a day nearest to the release, up to four months ahead of it.</summary>
    private static int NearestYear(DateOnly reference, int month, int day)
    {
        var here = new DateOnly(reference.Year, month, day);
        if (here > reference.AddDays(130)) return reference.Year - 1;
        return here < reference.AddDays(-235) ? reference.Year + 1 : reference.Year;
    }

    private static (int End, bool Quarters) FindFiscalEnd(IReadOnlyList<DateExpression> expressions, bool australian)
    {
        foreach (var e in expressions)
            if (e.Form == DateForm.Ended && e.Index > 0 && e.Months is 3 or 6) return Wrap(e.Month + (12 / e.Months - e.Index) * e.Months);
        // "Q1 FY2026" beside "three months ended June 30, 2025".
        var code = expressions.FirstOrDefault(e => e.Form == DateForm.PartOfYear && e.Fiscal && e.Months is 3 or 6);
        if (code is not null && expressions.FirstOrDefault(e => e.Form == DateForm.Ended && e.Months == code.Months && e.Index == 0) is { } ended)
            return Wrap(ended.Month + (12 / code.Months - code.Index) * code.Months);
        var year = expressions.FirstOrDefault(e => e.Form == DateForm.Ended && e.Months == 12 && e.Month % 3 == 0);
        if (year is not null) return (year.Month, false);
        var fiscal = expressions.Any(e => e.Fiscal);
        if (fiscal && (australian || expressions.Any(e => e.Form == DateForm.MonthQuarter))) return (6, false);
        if (fiscal && expressions.FirstOrDefault(e => e.Form == DateForm.Ended && e.Months == 6 && e.Month is 6 or 12) is { Month: 12 }) return (6, false);
        return (12, false);

        static (int, bool) Wrap(int month) => ((month - 1) % 12 + 1, true);
    }

    private static DateOnly? GuessReference(IReadOnlyList<DateExpression> expressions, DocumentCalendar draft)
    {
        // Results come out about six weeks after the period they report.
        foreach (var e in expressions.Take(12))
            if (e.Year > 0 && e.Part == DatePart.Whole && e.Form is DateForm.PartOfYear or DateForm.Ended or DateForm.MonthQuarter && draft.Resolve(e) is { IsResolved: true } resolved && resolved.To is { } to && e.Months <= 6) return to.AddDays(45);
        var years = expressions.Where(e => e.Year is > 1950 and < 2060 && e.Form is not DateForm.Run).GroupBy(e => e.Year).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).ToList();
        if (years.Count == 0) return null;
        var best = years[0].Key;
        var latest = expressions.Where(e => e.Form == DateForm.Day && e.Year == best).Select(e => draft.Resolve(e)).Where(e => e.IsResolved).Select(e => e.To!.Value).DefaultIfEmpty(new DateOnly(best, 6, 30)).Max();
        return latest;
    }

    /// <summary>Among the first periods named, the one that ends last before publication; a quarter or half is preferred to a year that ends with it.</summary>
    private static (DateOnly, DateOnly)? FindMain(IReadOnlyList<DateExpression> expressions, DocumentCalendar calendar)
    {
        (DateOnly From, DateOnly To)? best = null, year = null;
        var seen = 0;
        foreach (var e in expressions)
        {
            if (e.Part != DatePart.Whole || e.Form is not (DateForm.PartOfYear or DateForm.Ended or DateForm.MonthQuarter or DateForm.Year) || Math.Abs(e.Relation) == 4) continue;
            var resolved = calendar.Resolve(e);
            if (resolved.From is not { } from || resolved.To is not { } to) continue;
            if (calendar.Reference is { } reference && (to > reference.AddDays(20) || to < reference.AddDays(-250))) continue;
            if (e.Form == DateForm.Year) { year ??= (from, to); continue; }
            if (++seen > 8) break;
            if (best is null || to > best.Value.To) best = (from, to);
        }
        return best ?? year;
    }
}
