using PressParse.Mentions;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>The number of a cell: value or range, bound, the currency and unit printed with it. Immutable.</summary>
/// <param name="Amount">As the reader of amounts found it.</param>
/// <param name="Number">Where the digits stand, without currency and unit.</param>
/// <param name="Negative">True for a number in brackets or after a minus.</param>
/// <param name="Cell">The cell without a remark in brackets behind the number.</param>
internal sealed record TableValue(Amount Amount, TextSpan Number, bool Negative, TextSpan Cell)
{
    /// <summary>A cell of more characters is a sentence.</summary>
    private const int Longest = 64;

    /// <summary>The number of a cell; null where it holds none, or words beside it.</summary>
    public static TableValue? Read(string text, TextSpan cell)
    {
        var characters = text.AsSpan(cell.Start, cell.Length);
        if (cell.Length > Longest || !characters.ContainsAnyInRange('0', '9') || TableGridValue.IsNil(characters)) return null;
        var tokens = BlockTokens.Read(text, cell, Lexicon.Default);
        var amounts = AmountReader.Read(tokens, new bool[tokens.Count + 1]);
        // "(000 oz)" is a scale.
        if (amounts.Count == 0 || tokens.At(amounts[0].First) is "000" || amounts[0].Low == 0 && characters.Contains("000", StringComparison.Ordinal)) return null;
        var amount = amounts[0];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i >= amount.Head && i < amount.End) continue;
            // "653,700t (slightly below guidance)": what follows in brackets is a remark.
            if (i >= amount.End && tokens.Opens(i) && amount.Family != UnitFamily.None)
            {
                cell = TextSpan.FromBounds(cell.Start, tokens.Tokens[i - 1].End);
                break;
            }
            // A letter beside a number marks a note; a word says that the cell is a sentence.
            if (tokens.KindAt(i) == TokenKind.Word && tokens.Tokens[i].Length > 1 && !IsUnitWord(tokens, i)) return null;
            if (tokens.KindAt(i) == TokenKind.Number && i < amount.Head) return null;
        }
        int first = amount.First, last = amount.End - 1;
        while (first < last && tokens.KindAt(first) != TokenKind.Number) first++;
        while (last > first && tokens.KindAt(last) != TokenKind.Number) last--;
        var before = amount.Head - 1;
        var sign = tokens.KindAt(before) == TokenKind.Dash && before >= 0 || tokens.IsMark(amount.First - 1, '-');
        var bracket = tokens.IsMark(amount.First - 1, '(') && (amount.End >= tokens.Count || tokens.IsMark(amount.End, ')') || tokens.IsMark(amount.End - 1, ')')) && amount.First - 1 <= 2;
        return new TableValue(amount, TextSpan.FromBounds(tokens.Tokens[first].Start, tokens.Tokens[last].End), sign || bracket, cell);
    }

    private static bool IsUnitWord(BlockTokens tokens, int i) =>
        tokens.TermAt(i, TermCategory.Unit) is not null || tokens.TermAt(i, TermCategory.Bound) is not null || tokens.TermAt(i, TermCategory.Currency) is not null || tokens.TermAt(i, TermCategory.Commodity) is not null || tokens.At(i) is "US" or "per" or "payable";
}
