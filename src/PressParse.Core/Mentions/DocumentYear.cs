using System.Globalization;

namespace PressParse.Mentions;

/// <summary>
/// Guesses when a release without a date was written, from the years it names: what it looks back on lies in that year or the one before,
/// what it looks ahead to in that year or the next.
/// </summary>
internal static class DocumentYear
{
    /// <summary>Results come out about six weeks after the period they report.</summary>
    private const int DaysToReport = 45;

    /// <summary>What the day of the week adds to a year: one in seven has it by chance.</summary>
    private const double SameWeekday = 2;

    /// <summary>What a day with its year in the first lines adds to that year.</summary>
    private const double DayOfPage = 1.5;

    /// <summary>What must speak for a year: "the most since 2018" or a year of long ago does not tell when a text was written.</summary>
    private const double LeastEvidence = 0.5;

    /// <summary>
    /// The reference day: the dateline's day in the likeliest year, or the day after the latest period reported; null where no year is named that the text
    /// could be of.
    /// </summary>
    /// <param name="expressions">Every expression, in document order.</param>
    /// <param name="draft">A calendar without a reference day.</param>
    /// <param name="dateline">The dateline's day where it is printed without a year, or null.</param>
    /// <param name="address">The year in the address of the page, 0 where it has none.</param>
    public static DateOnly? Reference(IReadOnlyList<DateExpression> expressions, DocumentCalendar draft, DateExpression? dateline, int address)
    {
        Span<int> years = stackalloc int[24];
        var count = 0;
        if (address > 0) years[count++] = address;
        foreach (var e in expressions)
            for (var y = e.Year - 1; e.Year is > 1950 and < 2060 && y <= e.Year + 1; y++)
                if (count < years.Length && years[..count].IndexOf(y) < 0) years[count++] = y;
        if (count == 0) return null;
        var (best, bestScore) = (0, double.MinValue);
        // "MELBOURNE, Oct 22 (Reuters) - … said on Tuesday": agencies name the day of the week of their dateline.
        var weekday = dateline is null ? null : expressions.FirstOrDefault(e => e is { Form: DateForm.Weekday, Index: 0 });
        foreach (var year in years[..count])
        {
            var score = year == address ? 4.0 : 0.0;
            if (weekday is not null && ((int)Of(dateline!, year).DayOfWeek + 6) % 7 == weekday.Day) score += SameWeekday;
            // A whole day in the first lines is mostly that of the page.
            for (var i = 0; i < Math.Min(5, expressions.Count); i++)
                if (expressions[i] is { Form: DateForm.Day, Lean: <= 0, InCell: false } && expressions[i].Year == year) { score += DayOfPage; break; }
            for (var i = 0; i < expressions.Count; i++)
                if (!SaidBefore(expressions, i)) score += Score(expressions[i], year, dateline, draft) * (i < 5 && expressions[i].Form is DateForm.PartOfYear ? i < 2 ? 2 : 1.5 : 1); // the headline and the first lines are about the period reported
            if (score > bestScore + 1e-9 || (score > bestScore - 1e-9 && year > best)) (best, bestScore) = (year, score);
        }
        if (dateline is not null) return Of(dateline, best);
        if (bestScore < LeastEvidence) return null;
        var reported = LastQuarter(expressions);
        DateOnly? latest = null, compared = null, latestDay = null;
        var horizon = new DateOnly(best + 1, 3, 31);
        foreach (var e in expressions)
        {
            if (e.Year == 0 || e.Lean > 0 || e.Part != DatePart.Whole || draft.Resolve(e).To is not { } to) continue;
            if (e.Form == DateForm.Day)
            {
                if (to.Year == best && (latestDay is null || to > latestDay)) latestDay = to;
                continue;
            }
            if (!(e.Form == DateForm.Ended || e.Form is DateForm.PartOfYear or DateForm.MonthQuarter && e.Months <= 6)) continue;
            if (e.Compared)
            {
                // "up from Q4 2023" is said of the fourth quarter of 2024.
                var later = e.Months is 3 or 6 or 9 && (reported is null || reported == e.Index) ? WholeMonths.Shift((to.AddDays(1).AddMonths(-e.Months), to), 12).To : to;
                if (later <= horizon && (compared is null || later > compared)) compared = later;
                continue;
            }
            // What is named later and not as past may be yet to come.
            if (latest is not null && e is { Lean: 0, InCell: false } && to > latest) continue;
            if (to <= horizon && (latest is null || to > latest)) latest = to;
        }
        if ((latest ?? compared) is { } period && period.Year >= best - 1) return latestDay > period.AddDays(DaysToReport) ? latestDay : period.AddDays(DaysToReport);
        return latestDay ?? (reported is { } quarter ? EndOf(expressions, best, quarter).AddDays(DaysToReport) : new DateOnly(best, 6, 30));
    }

    /// <summary>The year in the addresses a page ends with (".../2024/05/14/...", "reuters.com,2025:"), the latest; 0 where none has one.</summary>
    public static int InAddress(ReadOnlySpan<char> address)
    {
        var latest = 0;
        for (var i = 0; i + 4 < address.Length; i++)
        {
            if (address[i] is not ('/' or ',' or ':' or '-' or '_') || address[i + 1] is not '2' || address[i + 2] is not '0') continue;
            var digits = 1;
            while (i + digits < address.Length && char.IsAsciiDigit(address[i + digits])) digits++;
            digits--;
            var year = digits is 4 or 8 && int.TryParse(address.Slice(i + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
            var after = i + digits + 1 < address.Length ? address[i + digits + 1] : ' ';
            // A folder of a year, a day in digits, or a day in parts; no number of an article and no part of a title.
            if (year is < 2000 or > 2079 || (digits == 4 && !(address[i] is '/' or ',' && after is '/' or ':' or '-')) || (digits == 8 && !IsDay(address.Slice(i + 5, 4)))) continue;
            latest = Math.Max(latest, year);
        }
        return latest;
    }

    private static bool IsDay(ReadOnlySpan<char> digits) => int.Parse(digits[..2], CultureInfo.InvariantCulture) is >= 1 and <= 12 && int.Parse(digits[2..], CultureInfo.InvariantCulture) is >= 1 and <= 31;

    /// <summary>
    /// True for a dateline of the first months that prints the year just over: "February 4th, 2024" above what a company "reported in 4Q24", said twice
    /// at least and nowhere as still to come.
    /// </summary>
    public static bool WritesLastYear(IReadOnlyList<DateExpression> expressions, DocumentCalendar draft, DateOnly published)
    {
        const int lastMonth = 4, twice = 2;
        if (published.Month > lastMonth) return false;
        var reported = 0;
        foreach (var e in expressions)
        {
            if (e is not ({ Form: DateForm.PartOfYear, Year: > 0 } or { Form: DateForm.Ended, Year: > 0 }) || e.Part != DatePart.Whole) continue;
            if (draft.Resolve(e).To is not { } to || to <= published.AddDays(20) || to >= published.AddYears(1)) continue;
            if (e.Lean > 0) return false;
            if (e.Lean < 0) reported++;
        }
        return reported >= twice;
    }

    /// <summary>The quarter the release looks back on most often without its year ("almost one million ounces produced in the fourth quarter"), or null.</summary>
    private static int? LastQuarter(IReadOnlyList<DateExpression> expressions)
    {
        Span<int> counts = stackalloc int[5];
        counts.Clear();
        foreach (var e in expressions)
            if (e is { Form: DateForm.PartOfYear, Months: 3, Year: 0, Lean: <= 0, Index: >= 1 and <= 4 }) counts[e.Index]++;
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > 0 && counts[i] >= counts[most]) most = i;
        return most == 0 ? null : most;
    }

    /// <summary>
    /// The end of a quarter reported without its year. The fourth is that of the last year looked back on; where none is, that of the year before the
    /// year of writing, if that is looked ahead to or not named.
    /// </summary>
    private static DateOnly EndOf(IReadOnlyList<DateExpression> expressions, int year, int quarter)
    {
        if (quarter == 4)
        {
            var past = expressions.Where(e => e is { Form: DateForm.Year, Lean: < 0, Compared: false } && e.Year >= year - 1 && e.Year <= year).Select(e => e.Year).DefaultIfEmpty().Max();
            if (past > 0) year = past;
            else if (expressions.Any(e => e is { Form: DateForm.Year, Lean: > 0 } && e.Year == year) || !expressions.Any(e => e.Year == year)) year--;
        }
        return new DateOnly(year, 1, 1).AddMonths(quarter * 3).AddDays(-1);
    }

    /// <summary>True where one of the few expressions before names the same year in the same way; saying it twice proves no more.</summary>
    private static bool SaidBefore(IReadOnlyList<DateExpression> expressions, int index)
    {
        var e = expressions[index];
        for (var i = Math.Max(0, index - 40); i < index; i++)
            if (expressions[i].Year == e.Year && expressions[i].Form == e.Form && expressions[i].Lean == e.Lean && expressions[i].Month == e.Month && expressions[i].Index == e.Index && expressions[i].Compared == e.Compared) return true;
        return false;
    }

    /// <summary>The dateline's day in a year.</summary>
    public static DateOnly Of(DateExpression dateline, int year) => new(year, dateline.Month, Math.Min(dateline.Day, DateTime.DaysInMonth(year, dateline.Month)));

    /// <summary>
    /// The year of a day or month printed without one: the next to come where the sentence looks ahead, the last one past where it looks back;
    /// otherwise the last one, unless it is less than two months ahead.
    /// </summary>
    public static int Nearest(DateOnly reference, int month, int day, int lean)
    {
        var here = new DateOnly(reference.Year, month, Math.Min(day, DateTime.DaysInMonth(reference.Year, month)));
        var (behind, ahead) = lean switch { > 0 => (-31, 334), < 0 => (-350, 15), _ => (-300, 65) };
        if (here > reference.AddDays(ahead)) return reference.Year - 1;
        return here < reference.AddDays(behind) ? reference.Year + 1 : reference.Year;
    }

    /// <summary>How well an expression agrees with a year of writing. Weights set by hand on the corpus's undated releases.</summary>
    private static double Score(DateExpression e, int year, DateExpression? dateline, DocumentCalendar draft)
    {
        if (e.Year is <= 1950 or >= 2060 || e is { Form: DateForm.Run, Explicit: false }) return 0;
        var behind = year - e.Year;
        if (e.Compared && dateline is null) return (e.Form == DateForm.PartOfYear ? 2 : 1) * behind switch { 1 => 0.35, 0 => 0.15, 2 => 0.1, < 0 => -0.3, _ => 0.05 };
        if (e.Lean > 0 && e.Form != DateForm.Ended) return behind switch { 0 => 1.2, -1 => 1.1, -2 => 0.8, < 0 => 0.3, _ => -2 };
        // A quarter or a day past must lie before the dateline, and news is fresh.
        if (e.Form is not (DateForm.Year or DateForm.Run) && draft.Resolve(e).To is { } to)
        {
            var age = (dateline is null ? new DateOnly(year, 12, 31) : Of(dateline, year)).DayNumber - to.DayNumber;
            // Years ahead is a plan, whatever its sentence sounds like; a quarter years behind is hardly what a text reports.
            if (age < 0) return behind <= -2 ? -0.5 : e.Lean < 0 ? -3 : -1;
            if (dateline is null) return behind switch { 0 => 1.5, 1 => 0.6, _ => e.Form is DateForm.PartOfYear or DateForm.Ended or DateForm.MonthQuarter ? 0 : 0.2 };
            // News of this year does not print the year beside a month ("idle since April 1986" was written later).
            if (e.Form is DateForm.Day or DateForm.Month) return age <= 90 ? 1.0 : age is > 270 and < 600 ? 0.9 : 0.3;
            if (e.Compared) return age is > 250 and < 600 ? 1.5 : 0.4;
            return age <= 150 ? 1.6 : age <= 420 ? 0.6 : 0.2;
        }
        if (behind < 0) return behind switch { >= -2 => -0.3, >= -6 => -1, _ => 0 };
        if (e.Compared) return behind switch { 1 or 2 => 0.4, 0 => 0.1, _ => 0.1 };
        // Results of a whole year come early in the next one.
        var early = dateline is { Month: <= 5 };
        return behind switch { 0 => early ? 0.4 : 0.95, 1 => early ? 1.2 : 0.8, 2 => 0.5, _ => 0.2 };
    }
}
