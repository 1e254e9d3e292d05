using PressParse.Mentions;

namespace PressParse.Extraction;

/// <summary>Words of the present: "the mill is now treating 900 tonnes a day" states a rate of no period.</summary>
internal static class NowWords
{
    /// <summary>Distance of a word that is not there.</summary>
    public const float Far = 30;

    /// <summary>Tokens to the nearest word of the present in the quantity's sentence.</summary>
    public static float Nearest(QuantityContext q)
    {
        var nearest = Far;
        for (var i = q.Range.First; i < q.Range.End; i++)
        {
            if (!Is(q.Tokens, i)) continue;
            nearest = Math.Min(nearest, i < q.Amount.Head ? q.Amount.Head - i : Math.Max(1, i - q.Amount.End + 1));
        }
        return nearest;
    }

    private static bool Is(BlockTokens tokens, int i) =>
        tokens.At(i) is "now" or "Now" or "currently" or "Currently" or "today" or "presently" or "nowadays" or "present" && tokens.Is(i - 1, "at")
        || tokens.At(i) is "is" or "are" && tokens.At(i + 1) is { Length: > 5 } next && next.EndsWith("ing");
}
