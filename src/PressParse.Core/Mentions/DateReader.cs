using System.Globalization;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>Finds date and period expressions in a block; <see cref="DayReader"/> reads the days, this the periods and years.</summary>
internal static class DateReader
{
    public const int FirstYear = 1850, LastYear = 2079;

    /// <summary>The categories whose terms can begin a date.</summary>
    private static readonly ulong Openers = Bits(TermCategory.Part, TermCategory.Ordinal, TermCategory.UnitOfYear, TermCategory.NumWord, TermCategory.Month, TermCategory.Weekday, TermCategory.FyWord, TermCategory.Rel, TermCategory.Ytd);

    /// <summary>What follows "the" in a period without a name: "the quarter", "the nine months".</summary>
    private static readonly ulong AfterThe = Bits(TermCategory.UnitOfYear, TermCategory.NumWord);

    public static List<DateExpression> Read(BlockTokens block)
    {
        var found = new List<DateExpression>();
        for (var i = 0; i < block.Count;)
        {
            if (At(block, i) is { } date && date.End > i)
            {
                if (found.Count > 0) found[^1] = PeriodReader.Joined(block, found[^1], date);
                found.Add(DateLean.BesideOwn(block, found, DateLean.Mark(block, PeriodReader.OfReport(block, date))));
                i = date.End;
            }
            else i++;
        }
        return found;
    }

    private static DateExpression? At(BlockTokens block, int i)
    {
        var token = block.Tokens[i];
        if (token.Kind is TokenKind.Mark or TokenKind.Dash or TokenKind.Address or TokenKind.Footnote) return null;
        if (token.Kind == TokenKind.Word && !MayBegin(block, i, token)) return null;
        return PartPeriod(block, i) ?? PeriodReader.Ended(block, i) ?? PeriodReader.PartOfYear(block, i) ?? DateRangeReader.Read(block, i) ?? DayReader.Read(block, i) ?? PeriodReader.FiscalYearEnded(block, i) ?? RelativePeriodReader.Read(block, i) ?? YearOrRun(block, i) ?? Weekday(block, i);
    }

    /// <summary>Most words begin no date; the terms that begin at them tell at once.</summary>
    private static bool MayBegin(BlockTokens block, int i, Token token)
    {
        if (block.BeginsAny(i, Openers)) return true;
        var word = block.At(i);
        if (LooksLikeCode(word)) return true;
        if (token.Word < 0 || token.Length > 4) return false;
        if (block.Is(i, "the")) return block.BeginsAny(i + 1, AfterThe) || block.KindAt(i + 1) == TokenKind.Number;
        return block.Is(i, "a") || block.Is(i, "full") || block.Is(i, "year");
    }

    private static ulong Bits(params ReadOnlySpan<TermCategory> categories)
    {
        ulong bits = 0;
        foreach (var category in categories) bits |= 1UL << (int)category;
        return bits;
    }

    private static bool LooksLikeCode(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 8 && char.ToUpperInvariant(word[0]) is 'Q' or 'H' or 'F' or 'C' && char.IsAsciiDigit(word[^1]);

    /// <summary>"last Tuesday", "on Monday": a day of some week. Short forms are words and names as well and do not count.</summary>
    private static DateExpression? Weekday(BlockTokens block, int i)
    {
        var first = block.TermAt(i, TermCategory.Rel) is { Code: "last" or "next" or "this" } rel && rel.End == i + 1 ? i + 1 : i;
        return block.TermAt(first, TermCategory.Weekday) is { } day && block.At(first).Length >= 6 && char.IsLower(block.At(first)[^1]) && DayReader.Read(block, first) is null
            ? new DateExpression { Form = DateForm.Weekday, First = i, End = day.End, Day = (int)day.Entry.Value, Index = first > i ? 1 : 0, Explicit = false } : null;
    }

    /// <summary>"early 2021", "mid-2023", "late June", "end of 2028", "year-end 2019".</summary>
    private static DateExpression? PartPeriod(BlockTokens block, int i)
    {
        if (block.TermAt(i, TermCategory.Part) is not { } part) return null;
        var next = UnitReader.SkipDash(block, part.End);
        if (block.Is(next, "of")) next++;
        if (block.Is(next, "the")) next++;
        var inner = PeriodReader.PartOfYear(block, next) ?? DayReader.Read(block, next) ?? PeriodReader.FiscalYear(block, next) ?? YearOrRun(block, next);
        // "mid-May": the dash hides the word that lets "May" be a month.
        if (inner is null && block.TermAt(next, TermCategory.Month) is { } month && block.At(next).Length > 2) inner = new DateExpression { Form = DateForm.Month, First = next, End = month.End, Month = (int)month.Entry.Value };
        if (inner is null || inner.Form is DateForm.Run or DateForm.Day or DateForm.Ended) return null;
        var which = (DatePart)(int)part.Entry.Value;
        return which >= DatePart.Spring && inner.Form != DateForm.Year ? null : inner with { First = i, Part = which, Explicit = false };
    }

    internal static int YearAt(BlockTokens block, int i)
    {
        if (block.KindAt(i) != TokenKind.Number || block.Tokens[i].Length != 4) return 0;
        return int.TryParse(block.At(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : 0;
    }

    /// <summary>A bare year or a run of years; not in names of statutes, amounts, identifiers or times.</summary>
    internal static DateExpression? YearOrRun(BlockTokens block, int i)
    {
        var year = YearAt(block, i);
        if (year == 0 || (year < 1950 && !FollowsPreposition(block, i)) || IsNoYear(block, i)) return null;
        var (first, end) = (i, i + 1);
        if (year % 10 == 0 && block.Is(end, "s") && !block.Tokens[end].SpaceBefore) return new DateExpression { Form = DateForm.Run, First = i, End = i + 2, Year = year, EndYear = year + 9, Explicit = false };
        var between = block.At(i - 1) is "between" or "Between" && block.Is(end, "and");
        if (block.KindAt(end) == TokenKind.Dash || block.IsMark(end, '/') || ((between || block.Is(end, "to") || block.Is(end, "through")) && YearAt(block, end + 1) > 0))
        {
            var other = YearAt(block, end + 1);
            if (other > year && other - year < 100) return new DateExpression { Form = DateForm.Run, First = first, End = end + 2, Year = year, EndYear = other };
            if (block.KindAt(end + 1) == TokenKind.Number && block.Tokens[end + 1].Length == 2 && !block.Tokens[end + 1].SpaceBefore && !block.Tokens[end].SpaceBefore
                && int.TryParse(block.At(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var two) && two == (year + 1) % 100)
                return block.IsMark(end, '/') ? new DateExpression { Form = DateForm.Year, First = first, End = end + 2, Year = year + 1, Fiscal = true }
                    : new DateExpression { Form = DateForm.Run, First = first, End = end + 2, Year = year, EndYear = year + 1, Fiscal = true };
        }
        // "2026 fiscal year", "2019 year-end", "2020 second-quarter" (the last is read from here too).
        var next = UnitReader.SkipDash(block, end);
        if (block.TermAt(next, TermCategory.Ordinal) is { } ordinal && PeriodReader.UnitAfter(block, ordinal.End) is { } unit && unit.Code is "Q" or "H")
            return PeriodReader.Part(block, i, unit.End, PeriodReader.IndexOf(ordinal, unit), unit.Code == "Q" ? 3 : 6, year, false);
        if (PeriodReader.Code(block, next) is { Year: 0 } code) return code with { First = i, Year = year, End = code.End };
        if (block.TermAt(end, TermCategory.FyWord) is { } fiscal && fiscal.Entry.Code == "fy" && block.Is(fiscal.End - 1, "year")) return new DateExpression { Form = DateForm.Year, First = i, End = fiscal.End, Year = year, Fiscal = true };
        if (block.Is(next, "year") && (block.Is(next + 1, "end") || (block.KindAt(next + 1) == TokenKind.Dash && block.Is(next + 2, "end")))) return new DateExpression { Form = DateForm.Year, First = i, End = block.Is(next + 1, "end") ? next + 2 : next + 3, Year = year, Part = DatePart.End, Explicit = false };
        if (block.TermAt(end, TermCategory.Month) is { } month && block.TermAt(month.End, TermCategory.UnitOfYear) is { Code: "Q" } quarter) return new DateExpression { Form = DateForm.MonthQuarter, First = i, End = quarter.End, Year = year, Month = (int)month.Entry.Value };
        // "in the 2004 quarter" is the same quarter of 2004.
        if (block.Is(i - 1, "the") && (block.Is(end, "quarter") || block.Is(end, "period") || block.Is(end, "half"))) return new DateExpression { Form = DateForm.Relative, First = i, End = end + 1, Year = year };
        return new DateExpression { Form = DateForm.Year, First = i, End = end, Year = year };
    }

    /// <summary>Early years are often amounts; a preposition of time makes them years ("worked from 1893").</summary>
    private static bool FollowsPreposition(BlockTokens block, int i) => block.At(i - 1) is "in" or "In" or "since" or "Since" or "from" or "From" or "until" or "between";

    private static bool IsNoYear(BlockTokens block, int i)
    {
        var token = block.Tokens[i];
        var previous = i > 0 ? block.Tokens[i - 1] : default;
        if (i > 0 && !token.SpaceBefore && previous.Kind is TokenKind.Word or TokenKind.Dash && previous.End == token.Start && !(previous.Kind == TokenKind.Dash && block.KindAt(i - 2) is TokenKind.Word && block.At(i - 2).Length > 2) && !(previous.Kind == TokenKind.Dash && previous.SpaceBefore)) return true;
        if (block.TermEndingAt(i, TermCategory.Currency) is not null || block.IsMark(i - 1, '©') || block.Is(i - 1, "Copyright") || block.IsMark(i - 1, '+') || block.IsMark(i - 1, '#') || block.IsMark(i - 1, '.') && !token.SpaceBefore) return true;
        if (block.IsMark(i - 1, '(') && block.Is(i - 2, "c")) return true;
        // Numbers of registers and statutes: "1950/038232/06", "Regulation (EU) No. 596/2014".
        if (block.IsMark(i + 1, '/') && block.KindAt(i + 2) == TokenKind.Number && block.Tokens[i + 2].Length > 4) return true;
        if (block.IsMark(i - 1, '/') && block.KindAt(i - 2) == TokenKind.Number && YearAt(block, i - 2) == 0) return true;
        // "Securities Act of 1933", "Reform Act, 1995", "ISO 14001", "JORC Code 2012", "NI 43-101".
        for (var back = 1; back <= 3; back++)
            if (block.Is(i - back, "Act") || block.Is(i - back, "Code") || block.Is(i - back, "Regulations") || block.Is(i - back, "Standards") || block.Is(i - back, "Guidelines") || (back == 1 && (block.Is(i - 1, "No") || block.Is(i - 1, "MIL") || block.Is(i - 1, "Law") || block.Is(i - 1, "EST")))) return true;
        if (block.Is(i + 1, "Edition") || block.Is(i + 1, "edition") || block.Is(i + 1, "JORC") || block.Is(i - 1, "JORC") || block.Is(i - 1, "Chapter") || block.Is(i - 1, "section") || block.Is(i - 1, "Instrument")) return true;
        var next = i + 1;
        if (block.IsMark(next, ':') && next + 1 < block.Count && !block.Tokens[next + 1].SpaceBefore && block.KindAt(next + 1) == TokenKind.Number) return true;
        if (block.KindAt(next) == TokenKind.Dash && !block.Tokens[next].SpaceBefore && block.KindAt(next + 1) == TokenKind.Number && !block.Tokens[next + 1].SpaceBefore && block.Tokens[next + 1].Length > 4) return true;
        // A number with a unit, a percentage, a street number.
        if (block.TermAt(next, TermCategory.Unit) is { } unit && !(unit.End - unit.First == 1 && block.At(unit.First).Length == 1 && block.Tokens[next].SpaceBefore && unit.Code != "%")) return true;
        if (block.TermAt(next, TermCategory.Scale) is not null || block.TermAt(next, TermCategory.NotUnit) is { } foreign && !IsTimeWord(block, foreign) && block.At(next).Length > 1 && foreign.Code is not "count") return true;
        if (block.TermAt(next, TermCategory.NotUnit) is { Code: "count" } && (block.Is(next, "shares") || block.Is(next, "employees") || block.Is(next, "holes") || block.Is(next, "people") || block.Is(next, "workers"))) return true;
        return block.Is(next, "Street") || block.Is(next, "Avenue") || block.Is(next, "Ave") || block.Is(next, "Road") || block.Is(next, "West") && block.KindAt(next + 1) == TokenKind.Word && char.IsUpper(block.At(next + 1)[0]) || block.Is(next, "dlrs") || block.Is(next, "mln");
    }

    private static bool IsTimeWord(BlockTokens block, Term term) => block.TermAt(term.First, TermCategory.UnitOfYear) is not null;
}
