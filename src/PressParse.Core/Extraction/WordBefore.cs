namespace PressParse.Extraction;

/// <summary>The small word a quantity stands behind, as a number: a price comes after "at", a total after "of", a comparison after "from".</summary>
internal static class WordBefore
{
    private static readonly string[] Words = ["at", "of", "from", "to", "by", "for", "and", "was", "were", "with", "a", "in", "than", "produced", "sold", "on", "or", "over"];

    /// <summary>Position in the list, 0 for a bracket, -1 for any other word.</summary>
    public static float Code(QuantityContext q)
    {
        var token = q.Amount.Head - 1;
        // "at an average of A$315/t" stands behind "at".
        if (q.Tokens.Is(token, "of") && q.Tokens.Is(token - 1, "average")) token--;
        if (q.Tokens.Is(token, "average") || q.Tokens.Is(token, "averaged")) token--;
        if (q.Tokens.Is(token, "an") && token < q.Amount.Head - 1) token--;
        if (q.Tokens.Opens(token)) return 0;
        for (var i = 0; i < Words.Length; i++)
            if (q.Tokens.Is(token, Words[i])) return i + 1;
        return -1;
    }
}
