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

    /// <summary>True where months as heads of columns stand for the quarters that end with them ("Mar-22 | Dec-21" in a quarterly report).</summary>
    private bool QuarterColumns { get; init; }

    /// <summary>True where no one says when the text was written and the day it is read from is inferred from the dates it names.</summary>
    public bool IsEstimated { get; private init; }

    /// <summary>Years the release calls fiscal: as heads of columns their numbers mean them too.</summary>
    private HashSet<int> FiscalYears { get; init; } = [];

    /// <summary>Builds the calendar from all expressions of a release in their order.</summary>
    /// <param name="expressions">Every expression, in document order.</param>
    /// <param name="published">Date of the dateline, or null.</param>
    /// <param name="dateline">The dateline's day where it is printed without a year, or null.</param>
    /// <param name="fallback">Reference date given by the caller, or null.</param>
    /// <param name="address">The year in an address of the text, 0 where it has none.</param>
    /// <param name="australian">True for an ASX issuer, whose "FY25" ends in June unless the text says otherwise.</param>
    public static DocumentCalendar Build(IReadOnlyList<DateExpression> expressions, DateOnly? published, DateExpression? dateline, DateOnly? fallback, int address, bool australian)
    {
        var (fiscalEnd, fiscalQuarters) = FiscalYear.Find(expressions, published ?? fallback, australian);
        var reference = published is { } day && DocumentYear.WritesLastYear(expressions, new DocumentCalendar(day, fiscalEnd, fiscalQuarters), day) ? day.AddYears(1) : published;
        if (reference is null && dateline is not null && fallback is { } near) reference = DocumentYear.Of(dateline, DocumentYear.Nearest(near, dateline.Month, dateline.Day, 0));
        var estimated = reference is null && fallback is null;
        reference ??= fallback ?? DocumentYear.Reference(expressions, new DocumentCalendar(null, fiscalEnd, fiscalQuarters), dateline, address);
        var calendar = new DocumentCalendar(reference, fiscalEnd, fiscalQuarters);
        return new DocumentCalendar(reference, fiscalEnd, fiscalQuarters) { IsEstimated = estimated, Main = FindMain(expressions, calendar), QuarterColumns = HasQuarterColumns(expressions), FiscalYears = [.. expressions.Where(e => e is { Form: DateForm.Year, Fiscal: true }).Select(e => e.Year)] };
    }

    /// <summary>Two or more months fill cells of tables, all of them ends of quarters, in a report that counts in quarters.</summary>
    private static bool HasQuarterColumns(IReadOnlyList<DateExpression> expressions)
    {
        int heads = 0;
        var quarters = false;
        foreach (var e in expressions)
        {
            quarters |= e is { Months: 3, Form: DateForm.Ended or DateForm.MonthQuarter or DateForm.PartOfYear };
            if (!e.InCell || !(e.Form == DateForm.Month || e is { Form: DateForm.Day, Year: 0 })) continue;
            if (e.Month % 3 != 0) return false;
            heads++;
        }
        return quarters && heads >= 2;
    }

    /// <summary>The expression with its days filled in; unchanged where they cannot be.</summary>
    public DateExpression Resolve(DateExpression e)
    {
        if (e.InCell && QuarterColumns)
        {
            if (e.Form == DateForm.Month) e = e with { Form = DateForm.MonthQuarter, Months = 3 };
            // "Sep 15" is September 2015 here.
            else if (e is { Form: DateForm.Day, Year: 0, EndDay: 0 }) e = e with { Form = DateForm.MonthQuarter, Months = 3, Year = 2000 + e.Day, Day = 0 };
        }
        var days = e.Form switch
        {
            DateForm.Day => DayOf(e),
            DateForm.Month => MonthOf(e),
            DateForm.PartOfYear => PartOf(e),
            DateForm.Year => e.Year > 0 ? YearOf(e.Year, e.Fiscal || e.InCell && FiscalYears.Contains(e.Year)) : null,
            // "2013-14" is one year where years end in June.
            DateForm.Run when e is { Fiscal: true, Month: 0 } && FiscalEnd != 12 => YearOf(e.EndYear, true),
            DateForm.Run => e.Month > 0 ? RunOf(e) : (new DateOnly(e.Year, 1, 1), new DateOnly(e.EndYear, 12, 31)),
            DateForm.Ended => EndedOf(e),
            DateForm.MonthQuarter => MonthQuarterOf(e),
            DateForm.YearToDate => ToDate(e.Year),
            DateForm.Relative => RelativeOf(e),
            _ => null,
        };
        if (days is not { } found || found.Item2 < found.Item1) return e;
        var (from, to) = DatePartDays.Narrow(e.Part, found.Item1, found.Item2);
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
        var end = WholeMonths.End(year, FiscalEnd);
        return (end.AddDays(1).AddYears(-1), end);
    }

    /// <summary>The year up to the end of the period reported, or to the day of the release where none is or another year is named.</summary>
    private (DateOnly, DateOnly)? ToDate(int year)
    {
        if (Main is { } main && (year == 0 || main.To.Year == year)) return (YearStart(main.To), main.To);
        return Reference is { } reference && (year == 0 || reference.Year == year) ? (YearStart(reference), reference) : null;
    }

    private (DateOnly, DateOnly)? DayOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = Math.Abs(e.Relation) == 4 ? reference.Year + Math.Sign(e.Relation) : DocumentYear.Nearest(reference, e.Month, Math.Min(e.Day, 28), e.Lean);
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
            year = Math.Abs(e.Relation) == 4 ? reference.Year + Math.Sign(e.Relation) : DocumentYear.Nearest(reference, e.Month, e.Month == reference.Month ? reference.Day : 15, e.Lean);
        }
        return (new DateOnly(year, e.Month, 1), WholeMonths.End(year, e.Month));
    }

    private (DateOnly, DateOnly)? RunOf(DateExpression e)
    {
        var (year, last) = (e.Year, e.EndYear);
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            last = DocumentYear.Nearest(reference, e.EndMonth, Math.Clamp(e.EndDay, 1, 28), e.Lean);
            year = e.EndMonth < e.Month ? last - 1 : last;
        }
        else if (last == 0) last = year;
        if (e.Day > DateTime.DaysInMonth(year, e.Month) || e.EndDay > DateTime.DaysInMonth(last, e.EndMonth)) return null;
        return (new DateOnly(year, e.Month, Math.Max(1, e.Day)), e.EndDay > 0 ? new DateOnly(last, e.EndMonth, e.EndDay) : WholeMonths.End(last, e.EndMonth));
    }

    private (DateOnly, DateOnly)? PartOf(DateExpression e)
    {
        var fiscal = (e.Fiscal || _fiscalQuarters) && FiscalEnd != 12;
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            // "H1" of an issuer whose year ends in June is the half to December it reports.
            if (e.Relation == 0 && FiscalEnd != 12 && Main is { } reported && WholeMonths.In(reported) == e.Months && PartIn(FiscalYearOf(reported.To), true, e) == reported) return reported;
            if (Math.Abs(e.Relation) == 4) return PartIn(fiscal ? FiscalYearOf(reference) + Math.Sign(e.Relation) : (Main?.To ?? reference).Year + Math.Sign(e.Relation), fiscal, e);
            year = YearOfPart(reference, fiscal, e);
        }
        return PartIn(year, fiscal, e);
    }

    /// <summary>
    /// The year of a quarter or half printed without one. A sentence that looks ahead means the next one to end, one that looks back the last one
    /// to begin; otherwise it is the one nearest to the period reported, in the year of that period when two are as near.
    /// </summary>
    private int YearOfPart(DateOnly reference, bool fiscal, DateExpression e)
    {
        var anchor = Main?.To ?? reference;
        var year = fiscal ? FiscalYearOf(anchor) : anchor.Year;
        if (e.Lean > 0)
        {
            for (var y = year - 1; y <= year + 1; y++) if (PartIn(y, fiscal, e) is { } ahead && ahead.Item2 >= reference) return y;
            return year;
        }
        var best = (Year: year, Distance: int.MaxValue);
        foreach (var y in (ReadOnlySpan<int>)[year, year - 1, year + 1])
        {
            if (PartIn(y, fiscal, e) is not { } part || (e.Lean < 0 && part.Item1 > reference)) continue;
            // Half years lie further apart: what is one away on either side is as near.
            var distance = Math.Abs(part.Item2.DayNumber - anchor.DayNumber) / 46 * 46;
            if (Math.Abs(distance - best.Distance) > 46 && distance < best.Distance) best = (y, distance);
        }
        return best.Year;
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
            if (e.Lean > 0) year = DocumentYear.Nearest(reference, e.Month, Math.Min(e.Day, 28), 1);
            else if (new DateOnly(year, e.Month, Math.Min(e.Day, 28)) > reference.AddDays(45)) year--;
        }
        var end = new DateOnly(year, e.Month, Math.Min(e.Day, DateTime.DaysInMonth(year, e.Month)));
        if (e.Days > 0) return (end.AddDays(1 - e.Days), end);
        if (e.Months == 0) return null;
        // Years of 52 weeks: quarters of 13 weeks that end on a weekday near the month's end.
        if (e.Months % 3 == 0 && end.AddDays(1).Day != 1 && e.Day is >= 24 or <= 7) return (end.AddDays(1 - e.Months / 3 * 91), end);
        return (end.AddDays(1).AddMonths(-e.Months), end);
    }

    private (DateOnly, DateOnly)? MonthQuarterOf(DateExpression e)
    {
        var year = e.Year;
        if (year == 0)
        {
            if (Reference is not { } reference) return null;
            year = reference.Year;
            if (e.Lean > 0) year = DocumentYear.Nearest(reference, e.Month, 28, 1);
            else if (WholeMonths.End(year, e.Month) > reference.AddDays(e.Lean < 0 ? 20 : 100)) year--;
        }
        else if (e.Fiscal && FiscalEnd != 12 && e.Month > FiscalEnd) year--;
        var end = WholeMonths.End(year, e.Month);
        return (end.AddDays(1).AddMonths(e.Months == 6 ? -6 : -3), end);
    }

    private (DateOnly, DateOnly)? RelativeOf(DateExpression e)
    {
        if (Main is not { } main)
        {
            if (Reference is not { } day || e.Months != 12) return null;
            return YearOf(day.Year + (e.Relation == -4 ? -1 : e.Relation), false);
        }
        if (e.Relation == -4 && e.Year > 0) return (main.From.AddYears(e.Year - main.To.Year), WholeMonths.EndLike(main.To, main.To.AddYears(e.Year - main.To.Year)));
        if (e.Year > 0) return WholeMonths.Shift(main, 12 * (e.Year - main.To.Year));
        if (e.Relation == -4) return (main.From.AddYears(-1), WholeMonths.EndLike(main.To, main.To.AddYears(-1)));
        var length = WholeMonths.In(main);
        if (e.Months == 0) return e.Relation == 0 ? main : e.Relation == -1 ? WholeMonths.Shift(main, -length) : null;
        if (e.Months == 12)
        {
            var (from, to) = YearHolding(main.To);
            return (from.AddYears(e.Relation), to.AddYears(e.Relation));
        }
        if (e.Months == 1) return e.Relation == 0 ? null : (new DateOnly(main.To.Year, main.To.Month, 1).AddMonths(e.Relation), new DateOnly(main.To.Year, main.To.Month, 1).AddMonths(e.Relation + 1).AddDays(-1));
        var own = length == e.Months ? main : (main.To.AddDays(1).AddMonths(-e.Months), main.To);
        return e.Relation == 0 ? own : WholeMonths.Shift(own, e.Relation * e.Months);
    }

    private int FiscalYearOf(DateOnly day) => day.Month > FiscalEnd ? day.Year + 1 : day.Year;

    /// <summary>Among the first periods named, those measured against left out, the one that ends last before publication; a quarter or half is preferred to a year that ends with it.</summary>
    private static (DateOnly, DateOnly)? FindMain(IReadOnlyList<DateExpression> expressions, DocumentCalendar calendar)
    {
        (DateOnly From, DateOnly To)? best = null, year = null, follows = null;
        var seen = 0;
        foreach (var e in expressions)
        {
            if (e.Part != DatePart.Whole || !(e.Form is DateForm.PartOfYear or DateForm.Ended or DateForm.MonthQuarter or DateForm.Year || e is { Form: DateForm.Run, Month: > 0, Day: 0, Lean: <= 0 }) || Math.Abs(e.Relation) == 4 || e.IsUnreported) continue;
            var resolved = calendar.Resolve(e);
            if (resolved.From is not { } from || resolved.To is not { } to) continue;
            if (e.Compared)
            {
                // "up from 35,206 ounces in the first quarter of 2024" is said of the same quarter a year later.
                var later = WholeMonths.Shift((from, to), 12);
                if (e.Form != DateForm.Year && calendar.Reference is { } written && later.To <= written.AddDays(20) && later.To >= written.AddDays(-250)) follows ??= later;
                continue;
            }
            if (calendar.Reference is { } reference && (to > reference.AddDays(20) || to < reference.AddDays(-250))) continue;
            if (e.Form == DateForm.Run && WholeMonths.In((from, to)) is not (3 or 6 or 9)) continue;
            if (e.Form == DateForm.Year) { year ??= (from, to); continue; }
            if (++seen > 8) break;
            if (best is null || to > best.Value.To) best = (from, to);
        }
        return best ?? follows ?? year;
    }
}
