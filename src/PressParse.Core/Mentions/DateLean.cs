using PressParse.Text;

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
        if (date.Form is DateForm.Relative or DateForm.YearToDate) return date;
        var lean = block.At(date.First - 1) switch
        {
            "since" or "Since" or "last" or "Last" or "past" => -1,
            "until" or "till" or "before" or "next" or "coming" or "by" or "By" or "into" => 1,
            _ => 0,
        };
        var compared = false;
        for (var i = date.First - 1; i >= 0 && date.First - i <= Before && !EndsSentence(block, i); i--)
        {
            if (block.KindAt(i) != TokenKind.Word) continue;
            compared |= date.First - i <= 9 && block.At(i) is "against" or "versus" or "vs" or "compared" or "from" or "than";
            if (lean == 0) lean = Tense(block.At(i));
        }
        for (var i = date.End; lean == 0 && i < block.Count && i - date.End <= After && !EndsSentence(block, i); i++)
            if (block.KindAt(i) == TokenKind.Word) lean = Tense(block.At(i));
        return lean == 0 && !compared ? date : date with { Lean = lean, Compared = compared };
    }

    private static bool EndsSentence(BlockTokens block, int i) =>
        block.IsMark(i, ';') || block.IsMark(i, '•') || (block.IsMark(i, '.') && (i + 1 >= block.Count || block.Tokens[i + 1].SpaceBefore) && block.At(i - 1).Length > 4);

    private static int Tense(ReadOnlySpan<char> word) => word switch
    {
        "will" or "should" or "expected" or "expects" or "expect" or "planned" or "plans" or "plan" or "scheduled" or "targeted" or "targeting" or "targets" or "target" or "anticipated" or "anticipates" or "anticipate" or "due"
            or "upcoming" or "forecast" or "forecasts" or "guidance" or "outlook" or "expecting" or "intends" or "aims" or "aim" or "shall" or "budgeted" or "projected" or "sees" => 1,
        "was" or "were" or "had" or "has" or "have" or "did" or "rose" or "fell" or "made" or "saw" or "took" or "began" or "broke" or "gave" or "met" or "won" => -1,
        "ended" or "based" or "related" or "located" or "combined" or "consolidated" or "unaudited" or "limited" or "united" or "increased" => 0,
        _ => word.Length > 4 && word.EndsWith("ed") && char.IsLower(word[0]) ? -1 : 0,
    };
}
