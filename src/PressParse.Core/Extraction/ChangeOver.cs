using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>What "quarter-on-quarter" and "year-over-year" say of the period a result is compared with, where its sentence names none. Stateless.</summary>
internal static class ChangeOver
{
    /// <summary>The quarter before the one reported, or the period reported a year earlier; null where the sentence says neither, both, or names a period.</summary>
    public static (DateOnly From, DateOnly To)? Of(QuantityContext q)
    {
        if (q.Dates.Count > 0 || q.Document.Calendar.Main is not { } main) return null;
        bool quarter = false, year = false;
        for (var i = q.Range.First; i < q.Range.End; i++)
        {
            quarter |= q.Tokens.At(i) is "QoQ" or "qoq" || IsOver(q, i, "quarter") || q.Tokens.Is(i, "q") && q.Tokens.IsMark(i + 1, '/') && q.Tokens.Is(i + 2, "q");
            year |= q.Tokens.At(i) is "YoY" or "yoy" || IsOver(q, i, "year") || q.Tokens.Is(i, "y") && q.Tokens.IsMark(i + 1, '/') && q.Tokens.Is(i + 2, "y");
        }
        if (quarter == year) return null;
        if (year) return WholeMonths.Shift(main, -12);
        return WholeMonths.In(main) == 3 ? WholeMonths.Shift(main, -3) : null;
    }

    /// <summary>"quarter-on-quarter", "year over year".</summary>
    private static bool IsOver(QuantityContext q, int i, string unit)
    {
        if (!q.Tokens.Is(i, unit)) return false;
        var over = q.Tokens.KindAt(i + 1) == TokenKind.Dash ? i + 2 : i + 1;
        if (!(q.Tokens.At(over) is "on" or "over" or "to")) return false;
        return q.Tokens.Is(q.Tokens.KindAt(over + 1) == TokenKind.Dash ? over + 2 : over + 1, unit);
    }
}
