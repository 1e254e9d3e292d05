using PressParse.Mentions;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>
/// Guidance named as what a result is held against ("36.7 million pounds was in line with guidance", "25,000 ounces (guidance: 24,000 to 26,000)"): the
/// quantity before it is a result, a quantity after it is guidance of a period that is over.
/// </summary>
/// <param name="Before">Tokens from the nearest such mention before the quantity, <see cref="Far"/> for none.</param>
/// <param name="After">Tokens to the nearest such mention after it.</param>
internal readonly record struct MetGuidance(float Before, float After)
{
    /// <summary>Distance of a mention that is not there.</summary>
    public const float Far = 40;

    /// <summary>Words between the comparison and the guidance: "exceeding the top end of its 2024 production guidance".</summary>
    private const int Between = 7;

    public static MetGuidance Around(QuantityContext q)
    {
        float before = Far, after = Far;
        foreach (var term in q.Tokens.TermsIn(q.Range.First, q.Range.End))
        {
            if (term is not { Category: TermCategory.Kind, Code: "guidance" or "planned" } || !IsNoun(q.Tokens.At(term.First)) || !IsHeldAgainst(q, term.First, out var word)) continue;
            if (term.First < q.Amount.Head) before = Math.Min(before, q.Amount.Head - term.End);
            // "below the $1,050-$1,100 guidance range"
            else if (word < q.Amount.Head) before = 0;
            else if (term.First >= q.Amount.End) after = Math.Min(after, term.First - q.Amount.End);
        }
        return new MetGuidance(Math.Max(0, before), after);
    }

    private static bool IsNoun(ReadOnlySpan<char> word) => word is "guidance" or "Guidance" or "forecast" or "outlook" or "target" or "targets" or "budget" or "plan" or "expectations" or "guided" or "estimate" or "estimates";

    /// <param name="q">The quantity.</param>
    /// <param name="noun">The guidance.</param>
    /// <param name="word">Where the comparison begins.</param>
    private static bool IsHeldAgainst(QuantityContext q, int noun, out int word)
    {
        word = noun;
        if (q.Tokens.Opens(noun - 1)) return true;
        for (var i = noun - 1; i >= q.Range.First && noun - i <= Between; i--)
        {
            if (q.Tokens.IsMark(i, ';') || q.Tokens.Closes(i)) return false;
            word = i;
            switch (q.Tokens.At(i))
            {
                case "exceed" or "exceeded" or "exceeding" or "exceeds" or "Exceeded" or "Exceeds" or "within" or "met" or "meeting" or "meets" or "Met" or "Meets" or "achieved" or "Achieved" or "achieving" or "outperformed" or "outperforming" or "beat" or "beating" or "beats" or "Beats"
                    or "surpassed" or "surpassing" or "surpasses" or "above" or "below" or "under" or "missed" or "missing" or "short" or "against" or "versus" or "vs" or "than" or "ahead" or "fulfilled" or "topped" or "topping":
                case "with" when q.Tokens.At(i - 1) is "line" or "compared" or "consistent" or "accordance" or "compares":
                    return true;
                case "original" or "previous" or "former" or "earlier" or "prior": return true;
            }
        }
        word = noun;
        return q.Tokens.At(noun + 1) is "had" or "was" && !(q.Tokens.At(noun + 2) is "raised" or "increased" or "lowered" or "updated" or "revised" or "maintained" or "reaffirmed");
    }
}
