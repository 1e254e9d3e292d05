using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>
/// Tells whether the sentence of a date looks ahead or back: "commissioned before October" is the next October, "the best since March" the
/// last March. The nearest telling word before the date decides, then the nearest after it.
/// </summary>
internal static class DateLean
{
    /// <summary>Words before the date that may tell; longer sentences lose the thread.</summary>
    private const int Before = 16;

    private const int After = 8;

    public static DateExpression Mark(BlockTokens block, DateExpression date)
    {
        if (date.Form is DateForm.Relative or DateForm.YearToDate or DateForm.Weekday) return date;
        // "the first half of the year" is of the year at hand whatever the sentence does.
        if (date is { Form: DateForm.PartOfYear, Year: 0 } && block.Is(date.End - 1, "year")) return date;
        // "will release its Q2 results", "the July outlook": what was reported or forecast then is past.
        if (block.At(date.End) is "results" or "Results" or "earnings" or "Earnings" or "financial" or "Financial" || (date.Form is DateForm.Day or DateForm.Month && block.At(date.End) is "guidance" or "outlook" or "forecast")) return date with { Lean = -1, IsUnreported = IsToCome(block, date.First) };
        var lean = block.At(date.First - 1) switch
        {
            "since" or "Since" or "last" or "Last" or "past" => -1,
            "until" or "till" or "next" or "coming" => 1,
            "on" when block.Is(date.First - 2, "payable") => 1,
            _ => 0,
        };
        bool compared = IsMeasuredFrom(block, date), numberTo = false;
        for (var i = date.First - 1; i >= 0 && date.First - i <= Before && !EndsSentence(block, i); i--)
        {
            if (block.KindAt(i) != TokenKind.Word) continue;
            var word = block.At(i);
            // "up from 63,900 in 1985" looks back whatever its sentence does; "from July" and "from 100 to 120 in 2026" compare nothing.
            if (word is "to" && block.KindAt(i + 1) == TokenKind.Number) numberTo = true;
            if (date.First - i is > 1 and <= 9 && !numberTo && (word is "against" or "versus" or "vs" or "compared" or "than" || word is "from" && IsAmountAt(block, i + 1)))
            {
                compared = true;
                if (lean == 0) lean = -1;
            }
            if (lean == 0) lean = Tense(word, block.At(i - 1));
            if (lean == 0 && date.First - i <= 4 && date.Form is not (DateForm.Day or DateForm.Month) && word is "guidance" or "outlook" or "forecast") lean = 1;
        }
        for (var i = date.End; lean == 0 && i < block.Count && i - date.End <= After && !EndsSentence(block, i); i++)
            if (block.KindAt(i) == TokenKind.Word) lean = Tense(block.At(i), block.At(i - 1));
        if (lean == 0 && block.At(date.First - 1) is "before" or "by" or "By" or "BY" or "into") lean = 1;
        return lean == 0 && !compared ? date : date with { Lean = lean, Compared = compared };
    }

    /// <summary>"297 dlrs in the third quarter from 351 in the 1986 third quarter": the quarter that needs its year is the one of comparison.</summary>
    public static DateExpression BesideOwn(BlockTokens block, List<DateExpression> before, DateExpression date)
    {
        const int reach = 40;
        if (date is not { Form: DateForm.PartOfYear, Year: > 0, Compared: false, Lean: <= 0 }) return date;
        for (var i = before.Count - 1; i >= 0 && date.First - before[i].End <= reach; i--)
        {
            if (before[i] is not { Form: DateForm.PartOfYear, Year: 0, Relation: 0 } own || own.Index != date.Index || own.Months != date.Months) continue;
            for (var t = own.End; t < date.First; t++)
                if (EndsSentence(block, t)) return date;
            return date with { Compared = true, Lean = -1 };
        }
        return date;
    }

    /// <summary>"up 12% from Q4 2023", "versus Q3 2024", "the most since 2018": the date is what the news is measured against.</summary>
    private static bool IsMeasuredFrom(BlockTokens block, DateExpression date)
    {
        const int reach = 4;
        var before = date.First - 1;
        if (block.Is(before, "the")) before--;
        if (block.At(before) is "than" or "vs" or "versus" or "against" or "since" or "Since") return true;
        if (block.At(before) is not ("from" or "over" or "on") || date.Form is DateForm.Day or DateForm.Month) return false;
        for (var i = before - 1; i >= 0 && before - i <= reach; i--)
            if (block.IsMark(i, '%') || block.At(i) is "percent" or "up" or "down" or "increase" or "decrease" or "rise" or "fall" or "improvement" or "decline" or "jump" or "drop" or "growth") return true;
        return false;
    }

    /// <summary>"from 63,900 ounces in 1985" compares, "from its Tarn mine in the quarter" names a source.</summary>
    private static bool IsAmountAt(BlockTokens block, int i) =>
        block.KindAt(i) != TokenKind.Word || block.TermAt(i, TermCategory.Currency) is not null || block.TermAt(i, TermCategory.Bound) is not null || block.TermAt(i, TermCategory.NumWord) is not null || block.At(i) is "a" or "an" or "the" or "last" or "that" or "those";

    /// <summary>"is set to release its Q2 2024 earnings on July 31": results still to be reported.</summary>
    private static bool IsToCome(BlockTokens block, int first)
    {
        for (var i = first - 1; i > 0 && first - i <= 7 && !EndsSentence(block, i); i--)
            if (block.At(i) is "release" or "report" or "announce" or "publish" or "releasing" or "reporting") return block.At(i - 1) is "to" or "will" or "be";
        return false;
    }

    private static bool EndsSentence(BlockTokens block, int i) =>
        block.IsMark(i, ';') || block.IsMark(i, '•')
        || (block.IsMark(i, '.') && (i + 1 >= block.Count || (block.Tokens[i + 1].SpaceBefore && !char.IsLower(block.At(i + 1)[0]))) && block.At(i - 1).Length > 2 && block.At(i - 1) is not ("Inc" or "Ltd" or "Corp" or "Sept" or "approx"));

    /// <summary>1 for words of the future, -1 for words of the past; "is finished" and "to be signed" lie ahead though their participle does not.</summary>
    private static int Tense(ReadOnlySpan<char> word, ReadOnlySpan<char> before) => word switch
    {
        "will" or "should" or "expected" or "expects" or "expect" or "planned" or "plans" or "scheduled" or "could" or "would" or "targeted" or "targeting" or "targets" or "anticipated" or "anticipates" or "anticipate" or "due"
            or "upcoming" or "expecting" or "intends" or "aims" or "aim" or "aiming" or "looks" or "looking" or "shall" or "budgeted" or "projected" or "sees" or "be" => 1,
        "was" or "were" or "had" or "has" or "have" or "did" or "rose" or "fell" or "made" or "saw" or "took" or "began" or "broke" or "gave" or "met" or "won" or "been" => -1,
        "ended" or "based" or "related" or "located" or "combined" or "consolidated" or "unaudited" or "limited" or "united" or "increased" or "weighted" or "pleased" or "delighted" or "proposed" => 0,
        "track" when before is "on" => 1,
        "set" or "slated" or "poised" when before is "is" or "are" => 1,
        "delivers" or "Delivers" or "achieves" or "Achieves" or "beats" or "Beats" or "meets" or "Meets" or "exceeds" or "Exceeds" or "surpasses" or "Surpasses" or "misses" or "Misses" or "reports" or "Reports" or "posts" or "Posts" => -1,
        _ when word.Length > 4 && word.EndsWith("ed") && char.IsLower(word[0]) => before is "be" ? 0 : before is "is" or "are" ? 1 : -1,
        _ => 0,
    };
}
