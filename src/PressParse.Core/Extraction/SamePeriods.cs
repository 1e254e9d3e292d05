using PressParse.Mentions;

namespace PressParse.Extraction;

/// <summary>
/// Resolves "the same period" by what stands before it: "82,505 tons for the six months ended June 30, 2024, to 75,099 tons for the same period in 2025"
/// means six months, whatever period the release reports. Stateless.
/// </summary>
internal static class SamePeriods
{
    /// <summary>"a challenging 2023, because of poor production in the first half of the year": the year its sentence has named.</summary>
    public static DateExpression OfNamedYear(BlockContext block, int index)
    {
        var dates = block.Dates;
        if (dates[index] is not { Form: DateForm.PartOfYear, Year: 0, Relation: 0 } part || !block.Tokens.Is(part.End - 1, "year")) return dates[index];
        var sentence = block.SentenceOf(part.First);
        for (var before = index - 1; before >= 0 && block.SentenceOf(dates[before].First) == sentence; before--)
            if (dates[before] is { Form: DateForm.Year, Year: > 0, Part: DatePart.Whole, Compared: false } year) return part with { Year = year.Year, Fiscal = year.Fiscal };
        return part;
    }

    public static List<DateExpression> Resolve(BlockContext block, List<DateExpression> dates)
    {
        for (var i = 1; i < dates.Count; i++)
        {
            if (OfYearBefore(block, dates[i - 1], dates[i]) is { } earlier)
            {
                dates[i] = earlier;
                continue;
            }
            if (dates[i] is not { Form: DateForm.Relative, Relation: -4, Months: 0 } same) continue;
            var sentence = block.SentenceOf(same.First);
            for (var before = i - 1; before >= 0 && block.SentenceOf(dates[before].First) == sentence; before--)
            {
                if (dates[before] is not { IsResolved: true, Relation: 0, Compared: false, Form: DateForm.Ended or DateForm.PartOfYear or DateForm.MonthQuarter or DateForm.YearToDate or DateForm.Month } named) continue;
                var period = (named.From!.Value, named.To!.Value);
                var (from, to) = WholeMonths.Shift(period, same.Year > 0 ? 12 * (same.Year - named.To.Value.Year) : -12);
                dates[i] = same with { From = from, To = to };
                break;
            }
        }
        return dates;
    }

    /// <summary>"the second quarter of 2023 and 2022", "the three months ended June 30, 2023 and 2022": the same part of the year before, not that year.</summary>
    private static DateExpression? OfYearBefore(BlockContext block, DateExpression part, DateExpression year)
    {
        if (part is not { IsResolved: true, Year: > 0, Form: DateForm.Ended or DateForm.PartOfYear or DateForm.MonthQuarter, From: { } from, To: { } to }) return null;
        if (year is not { Form: DateForm.Year, Year: > 0, Part: DatePart.Whole, Relation: 0 } || year.First != part.End + 1 && !(block.Tokens.IsMark(part.End, ',') && year.First == part.End + 2) || !block.Tokens.Is(year.First - 1, "and")) return null;
        if (year.Year >= part.Year || WholeMonths.In((from, to)) >= 12 || block.Tokens.TermAt(year.End, Vocabulary.TermCategory.Kind) is { Code: "guidance" or "planned" }) return null;
        var (first, last) = WholeMonths.Shift((from, to), 12 * (year.Year - part.Year));
        return year with { From = first, To = last };
    }
}
