namespace PressParse.Mentions;

/// <summary>Periods counted in whole months. Stateless.</summary>
internal static class WholeMonths
{
    /// <summary>A period moved by whole months, month ends kept.</summary>
    public static (DateOnly From, DateOnly To) Shift((DateOnly From, DateOnly To) period, int months) =>
        (period.To.AddDays(1).AddMonths(months - In(period)), period.To.AddDays(1).AddMonths(months).AddDays(-1));

    /// <summary>Length of a period in whole months.</summary>
    public static int In((DateOnly From, DateOnly To) period)
    {
        var end = period.To.AddDays(1);
        return Math.Max(1, (end.Year - period.From.Year) * 12 + end.Month - period.From.Month);
    }

    /// <summary>The last day of a month.</summary>
    public static DateOnly End(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>A day, moved to the end of its month where another day is the last of its own.</summary>
    public static DateOnly EndLike(DateOnly like, DateOnly day) => like.AddDays(1).Day == 1 ? End(day.Year, day.Month) : day;
}
