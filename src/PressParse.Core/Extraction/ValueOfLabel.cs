using PressParse.Mentions;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>
/// "Silver production: 1,241,929 ounces Zinc production: 21,581 tonnes": pairs of label and value that lost their lines. The words after a value are the
/// label of the next one and say nothing of it.
/// </summary>
internal static class ValueOfLabel
{
    /// <summary>Tokens of a label.</summary>
    private const int Longest = 7;

    /// <summary>The token up to which words of the sentence may speak of a quantity: its end where it is the value of a label and the next label follows, else the sentence's.</summary>
    public static int End(BlockTokens tokens, SentenceRange sentence, Amount amount)
    {
        if (!tokens.IsMark(amount.Head - 1, ':')) return sentence.End;
        for (var i = amount.End; i < sentence.End && i - amount.End <= Longest; i++)
        {
            if (tokens.IsMark(i, ':')) return i > amount.End ? amount.End : sentence.End;
            if (tokens.KindAt(i) is TokenKind.Number || tokens.IsMark(i, ',') || tokens.IsMark(i, ';')) return sentence.End;
        }
        return sentence.End;
    }
}
