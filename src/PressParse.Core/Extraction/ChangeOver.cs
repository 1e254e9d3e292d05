using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>What "quarter-on-quarter" and "year-over-year" say of the period a result is compared with, where its sentence names none. Stateless.</summary>
internal static class ChangeOver
{
    /// <summary>
    /// The quarter before the one reported, or the period reported a year earlier; of two quantities with "respectively", each its own. Null where the sentence says
    /// neither, or names another period.
    /// </summary>
    public static (DateOnly From, DateOnly To)? Of(QuantityContext q)
    {
        if (q.Document.Calendar.Main is not { } main) return null;
        foreach (var date in q.Dates)
            if (date.Relation < 0 || date.Compared || date.To < main.From) return null;
        int firstQuarter = -1, firstYear = -1;
        for (var i = q.Range.First; i < q.Range.End; i++)
        {
            var quarter = q.Tokens.At(i) is "QoQ" or "qoq" || IsOver(q, i, "quarter") || q.Tokens.Is(i, "q") && q.Tokens.IsMark(i + 1, '/') && q.Tokens.Is(i + 2, "q");
            var year = q.Tokens.At(i) is "YoY" or "yoy" || IsOver(q, i, "year") || q.Tokens.Is(i, "y") && q.Tokens.IsMark(i + 1, '/') && q.Tokens.Is(i + 2, "y");
            if (quarter && firstQuarter < 0) firstQuarter = i;
            if (year && firstYear < 0) firstYear = i;
        }
        if (firstQuarter < 0 && firstYear < 0) return null;
        var byYear = firstQuarter < 0;
        if (firstQuarter >= 0 && firstYear >= 0)
        {
            if (!q.Periods.Respectively) return null;
            byYear = IsSecond(q) == firstYear > firstQuarter;
        }
        if (byYear) return WholeMonths.Shift(main, -12);
        return WholeMonths.In(main) == 3 ? WholeMonths.Shift(main, -3) : null;
    }

    /// <summary>"from 16.4 koz and 19.9 koz": the quantity stands behind another and an "and".</summary>
    private static bool IsSecond(QuantityContext q) => q.Rank > 0 && q.Tokens.Is(q.Amount.First - 1, "and") && q.InSentence[q.Rank - 1].End == q.Amount.First - 1;

    /// <summary>"quarter-on-quarter", "year over year".</summary>
    private static bool IsOver(QuantityContext q, int i, string unit)
    {
        if (!q.Tokens.Is(i, unit)) return false;
        var over = q.Tokens.KindAt(i + 1) == TokenKind.Dash ? i + 2 : i + 1;
        if (!(q.Tokens.At(over) is "on" or "over" or "to")) return false;
        return q.Tokens.Is(q.Tokens.KindAt(over + 1) == TokenKind.Dash ? over + 2 : over + 1, unit);
    }
}
