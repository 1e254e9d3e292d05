namespace PressParse.Mentions;

/// <summary>Finds the month in which an issuer's fiscal year ends, from the periods a release prints with their last day.</summary>
internal static class FiscalYear
{
    /// <summary>The month, 12 for the calendar year, and whether the release's quarters and halves count within that year.</summary>
    public static (int End, bool Quarters) Find(IReadOnlyList<DateExpression> expressions, DateOnly? reference, bool australian)
    {
        DateExpression? code = null, year = null, nine = null, half = null, before = null;
        bool fiscal = false, monthQuarters = false, fiscalParts = false;
        foreach (var e in expressions)
        {
            // "third fiscal quarter ended March 30, 2013" says it outright.
            if (e.Form == DateForm.Ended && e.Index > 0 && e.Months is 3 or 6) return (Wrap(e.Month + (12 / e.Months - e.Index) * e.Months), true);
            // "As of October 31, 2025 (Q1 FY2026)"
            if (e is { Form: DateForm.PartOfYear, Fiscal: true, Year: > 0, Months: 3 or 6 } && before is { Form: DateForm.Day, Year: > 0, Day: >= 28 } && e.First - before.End is 0 or 1 && (e.Year == before.Year || e.Year == before.Year + 1)) return (Wrap(before.Month + (12 / e.Months - e.Index) * e.Months), true);
            before = e;
            fiscal |= e.Fiscal;
            monthQuarters |= e.Form == DateForm.MonthQuarter;
            fiscalParts |= e is { Fiscal: true, Form: DateForm.PartOfYear };
            if (e is { Form: DateForm.PartOfYear, Fiscal: true, Months: 3 or 6, Lean: <= 0 } && (code is null || (e.Months == code.Months && (e.Year, e.Index).CompareTo((code.Year, code.Index)) > 0))) code = e;
            if (e is { Form: DateForm.Ended, Months: 12, Month: > 0 } && e.Month % 3 == 0) year ??= e;
            if (e is { Form: DateForm.Ended, Months: 9 }) nine ??= e;
            if (e is { Form: DateForm.Ended, Months: 6 }) half ??= e;
        }
        if (australian && fiscal && year is null) return (6, fiscalParts);
        if (code is not null)
        {
            // "Q1 FY2026" beside "three months ended June 30, 2025", the latest of each; "9M FY24" beside "nine months ended December 31".
            DateExpression? ended = null;
            foreach (var e in expressions)
                if (e.Form == DateForm.Ended && e.Months == code.Months && e.Index == 0 && e.Lean <= 0 && (ended is null || (e.Year, e.Month).CompareTo((ended.Year, ended.Month)) > 0)) ended = e;
            if (ended is not null) return (Wrap(ended.Month + (12 / code.Months - code.Index) * code.Months), true);
            if (nine is not null) return (Wrap(nine.Month + 3), true);
        }
        if (year is not null) return (year.Month, fiscalParts || fiscal && !monthQuarters);
        if (fiscal && monthQuarters) return (6, false);
        if (fiscal && half is { Month: 12 }) return (6, fiscalParts || expressions.Any(e => e is { Form: DateForm.PartOfYear, Months: 6, Index: 1, Year: 0, Lean: <= 0 }));
        // "2Q26" over a release of November 2025 that speaks of its fiscal year.
        if (code is not { Year: > 0 } && fiscal) code = expressions.FirstOrDefault(e => e is { Form: DateForm.PartOfYear, Months: 3 or 6, Year: > 0, Lean: <= 0, Compared: false });
        return code is { Year: > 0 } && Latest(expressions, reference) is { } day && Guess(code, day) is { } month ? (month, true) : (12, false);

        static int Wrap(int month) => (month - 1) % 12 + 1;
    }

    /// <summary>The day of the release, or the latest day it names.</summary>
    private static DateOnly? Latest(IReadOnlyList<DateExpression> expressions, DateOnly? reference)
    {
        foreach (var e in expressions)
            if (reference is null && e is { Form: DateForm.Day, Year: > 1900, Month: > 0 } && e.Day <= DateTime.DaysInMonth(e.Year, e.Month)) reference = new DateOnly(e.Year, e.Month, e.Day);
        return reference;
    }

    /// <summary>
    /// "Q2 Fiscal 2026" in a release of November 2025 cannot be a quarter of a calendar year: the fiscal year ends in March, June or September, whichever
    /// has the quarter end last before the release.
    /// </summary>
    private static int? Guess(DateExpression code, DateOnly day)
    {
        if (End(code, 12) <= day) return null;
        foreach (var month in (ReadOnlySpan<int>)[9, 6, 3, 1])
            if (End(code, month) <= day.AddDays(-7)) return month;
        return null;
    }

    private static DateOnly End(DateExpression code, int month) => new DateOnly(code.Year, month, 1).AddMonths(1 + code.Index * code.Months - 12).AddDays(-1);
}
