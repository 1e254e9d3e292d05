namespace PressParse.Mentions;

/// <summary>The days that "early", "mid", "late", the end or a season of a period mean: thirds of a year, and what the releases read agree on.</summary>
internal static class DatePartDays
{
    /// <summary>The part of a period; the period itself where it has no such part.</summary>
    public static (DateOnly From, DateOnly To) Narrow(DatePart part, DateOnly from, DateOnly to)
    {
        var months = WholeMonths.In((from, to));
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
            // The northern seasons, by whole months; winter is the one that begins in the year.
            >= DatePart.Spring => (from.AddMonths((part - DatePart.Spring) * 3 + 2), from.AddMonths((part - DatePart.Spring) * 3 + 5).AddDays(-1)),
            _ => (from, to),
        };
    }
}
