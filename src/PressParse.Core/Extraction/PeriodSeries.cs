using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>
/// A series of periods with their values: "silver grade and recovery were as follows: Q2 2020: 70.36 g/t, 86.1%; Q1 2020: 80.02 g/t, 84.1%".
/// Every value belongs to the label before it, and what the values measure is said once, ahead of the first label.
/// </summary>
/// <param name="Label">The period before the value, followed by a colon.</param>
/// <param name="Start">First token of the first label of the series.</param>
internal sealed record PeriodSeries(DateExpression Label, int Start)
{
    /// <summary>More words than this between two labels begin a new series; units and "and" make no more.</summary>
    private const int WordsBetweenLabels = 3;

    /// <summary>The series a quantity stands in; null where fewer than two labels stand together.</summary>
    public static PeriodSeries? Of(BlockContext block, SentenceRange sentence, Amount amount)
    {
        DateExpression? label = null, before = null;
        int count = 0, start = -1;
        var passed = false;
        foreach (var date in block.DatesIn(sentence))
        {
            if (!block.Tokens.IsMark(date.End, ':')) continue;
            if (before is null || WordsBetween(block, before.End, date.First) > WordsBetweenLabels)
            {
                if (passed) break;
                (count, start) = (0, date.First);
            }
            count++;
            before = date;
            passed = date.First > amount.First;
            if (!passed) label = date;
        }
        return count >= 2 && label is { IsResolved: true } && label.First >= start && !IsClosed(block.Tokens, label.End, amount.Head) ? new PeriodSeries(label, start) : null;
    }

    /// <summary>"9,310 ounces (Q3 2019: 8,744 ounces; Q4 2018: 7,925 ounces), for 34,022 ounces in the year": a series in brackets ends with them.</summary>
    private static bool IsClosed(BlockTokens tokens, int from, int to)
    {
        var open = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens.Opens(i)) open++;
            else if (tokens.Closes(i) && --open < 0) return true;
        }
        return false;
    }

    /// <summary>A tonnage whose unit the series leaves out ("ore processed and grade were as follows: Q2 2020: 113,472, 9.55 g/t").</summary>
    public void GiveUnit(BlockContext block, SentenceRange sentence, Amount amount)
    {
        if (amount.Family != UnitFamily.None || !amount.Grouped) return;
        if (!block.Tokens.TermsIn(Math.Max(sentence.First, Start - 14), Start).Any(t => t is { Category: TermCategory.Metric, Code: "oreProcessed" or "oreMined" })) return;
        amount.Family = UnitFamily.Mass;
        amount.Unit = "t";
        amount.SharedUnit = true;
    }

    private static int WordsBetween(BlockContext block, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (block.Tokens.KindAt(i) == TokenKind.Word && block.AmountAt(i) is null) words++;
        return words;
    }
}
