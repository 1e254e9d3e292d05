using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>Reads runs of days or months: "January–March 2016", "July and August", "1 October to 9 November", "between May 17 and June 29".</summary>
internal static class DateRangeReader
{
    public static DateExpression? Read(BlockTokens block, int i)
    {
        if (block.TermAt(i, TermCategory.Month) is null && block.KindAt(i) != TokenKind.Number) return null;
        if (DayReader.Read(block, i) is not { Form: DateForm.Day or DateForm.Month, EndDay: 0, Relation: 0 } from) return null;
        var next = Joint(block, from.End, out var and);
        if (next < 0 || Second(block, next, from.Form) is not { } to) return null;
        // With both years printed they are two dates: each is keyed by itself.
        if (from.Year > 0) return null;
        var after = to.Month > from.Month || (to.Month == from.Month && to.Day > from.Day);
        var between = block.At(i - 1) is "between" or "Between";
        // "May and August" are two months; "July and August" are a run, and so is what stands after "between".
        if (and && !between && !(from.Form == DateForm.Month && to.Month == from.Month % 12 + 1)) return null;
        if (!after && to.Year == 0 && to.Month == from.Month) return null;
        var year = from.Year > 0 ? from.Year : to.Year == 0 ? 0 : after ? to.Year : to.Year - 1;
        return new DateExpression { Form = DateForm.Run, First = i, End = to.End, Year = year, EndYear = to.Year, Month = from.Month, Day = from.Day, EndMonth = to.Month, EndDay = to.Day };
    }

    /// <summary>Token after the word or dash between the two, -1 where none joins them.</summary>
    private static int Joint(BlockTokens block, int i, out bool and)
    {
        and = block.Is(i, "and") || block.IsMark(i, '&');
        if (and || block.Is(i, "to") || block.Is(i, "through")) return i + 1;
        if (block.KindAt(i) != TokenKind.Dash || i >= block.Count) return -1;
        return block.Is(i + 1, "to") && block.KindAt(i + 2) == TokenKind.Dash ? i + 3 : i + 1;
    }

    private static DateExpression? Second(BlockTokens block, int i, DateForm form)
    {
        if (DayReader.Read(block, i) is { EndDay: 0, Relation: 0 } read && read.Form == form) return read;
        // A lone month may follow another though it could not stand alone ("April and May").
        return form == DateForm.Month && block.TermAt(i, TermCategory.Month) is { } month && DayReader.Read(block, i) is null
            ? new DateExpression { Form = DateForm.Month, First = i, End = month.End, Month = (int)month.Entry.Value } : null;
    }
}
