using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Tells whether a label is a name (and so a site), and whether words in it are left unexplained. Stateless.</summary>
internal static class TableSiteName
{
    /// <summary>The name a label consists of, without its noun, share and country ("Redfish mine (Idaho)", "Dome Creek (55%)"); null for any other label.</summary>
    public static string? Of(BlockTokens label) => Of(label, 0) ?? AfterDash(label);

    /// <summary>"Gold produced – Budgerie Hill (oz)": the name behind the measure.</summary>
    private static string? AfterDash(BlockTokens label)
    {
        for (var i = 1; i + 1 < label.Count; i++)
            if (label.KindAt(i) == TokenKind.Dash && label.Tokens[i].SpaceBefore && Array.Exists(label.Terms, t => t.Category == TermCategory.Metric && t.End <= i)) return Of(label, i + 1);
        return null;
    }

    private static string? Of(BlockTokens label, int first)
    {
        var end = 0;
        while (first < label.Count && label.KindAt(first) is TokenKind.Mark or TokenKind.Dash or TokenKind.Footnote) first++;
        for (end = first; end < label.Count; end++)
        {
            if (label.KindAt(end) == TokenKind.Mark && !(label.At(end) is "'" or "’" or "&" or "." or "/")) break;
            if (label.KindAt(end) == TokenKind.Dash && label.Tokens[end].SpaceBefore) break;
            if (label.KindAt(end) is TokenKind.Footnote or TokenKind.Number || end > first && IsPeriod(label, end)) break;
        }
        // What follows the name may be a share, a country or a note, but no second statement.
        var depth = 0;
        for (var i = end; i < label.Count; i++)
            if (label.IsMark(i, '(')) depth++;
            else if (label.IsMark(i, ')')) depth--;
            else if (depth == 0 && label.TermAt(i, TermCategory.Metric) is { } metric && label.At(metric.First).Length > 2 || label.TermAt(i, TermCategory.Unit) is { Code: not "%" } && depth == 0 && label.At(i).Length > 1) return null;
        var last = end;
        while (last > first && (label.TermEndingAt(last, TermCategory.SiteNoun) is not null || label.KindAt(last - 1) is TokenKind.Mark or TokenKind.Dash))
            last = label.TermEndingAt(last, TermCategory.SiteNoun) is { } noun ? noun.First : last - 1;
        while (last > first + 1 && label.At(last - 1) is "open" or "cut" or "Open" or "Cut" or "surface" or "Surface" or "UG" or "OP") last--;
        if (last <= first || last - first > 6) return null;
        var names = 0;
        for (var i = first; i < last; i++)
        {
            if (label.KindAt(i) is TokenKind.Dash or TokenKind.Mark) continue;
            if (!char.IsUpper(label.At(i)[0]) && !IsConnective(label.At(i))) return null;
            if (IsMeaningful(label, i)) return null;
            if (!IsOrdinary(label, i) && !IsConnective(label.At(i))) names++;
        }
        return names == 0 ? null : string.Join(' ', label.SpanOf(first, last).In(label.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('*', '_', ' ');
    }

    private static bool IsPeriod(BlockTokens label, int i) =>
        label.At(i) is { Length: >= 2 and <= 6 } code && code[0] is 'Q' or 'H' or 'F' && char.IsAsciiDigit(code[^1]) || label.TermAt(i, TermCategory.FyWord) is not null || label.TermAt(i, TermCategory.Month) is not null && label.KindAt(i + 1) is TokenKind.Number or TokenKind.Dash;

    /// <summary>True when every word of a label belongs to the vocabulary of tables.</summary>
    public static bool IsExplained(BlockTokens label)
    {
        for (var i = 0; i < label.Count;)
        {
            var end = i + 1;
            if (label.KindAt(i) == TokenKind.Word && label.At(i).Length > 1)
            {
                end = 0;
                foreach (var term in label.TermsIn(i, i + 1)) end = Math.Max(end, term.End);
                if (end == 0) return false;
            }
            i = end;
        }
        return true;
    }

    /// <summary>A word that says something else than a name: a metric, a period, a kind, a total.</summary>
    private static bool IsMeaningful(BlockTokens label, int i)
    {
        foreach (var term in label.TermsIn(i, i + 1))
        {
            if (term.Category is TermCategory.Metric or TermCategory.Month or TermCategory.UnitOfYear or TermCategory.Ytd or TermCategory.FyWord or TermCategory.Label && label.At(i).Length > 2 && !char.IsUpper(label.At(i)[0])) return true;
            if (term.Category is TermCategory.Metric && term.Code is not ("millingRate" or "miningRate") || term.Category is TermCategory.Ytd or TermCategory.FyWord) return true;
            if (term is { Category: TermCategory.Table, Code: "total" or "guidance" or "planned" or "actual" or "change" }) return true;
            if (term is { Category: TermCategory.Not, Code: "equity" or "resource" or "drill" }) return true;
            if (term.Category is TermCategory.Month && (label.At(i + 1) is "Q" or "Qtr" or "QTR" || label.KindAt(i + 1) is TokenKind.Number)) return true;
            if (term.Category is TermCategory.UnitOfYear && term.Code is "Q" or "H" or "Y" or "M") return true;
        }
        return label.At(i) is { Length: >= 2 and <= 6 } code && code[0] is 'Q' or 'H' or 'F' or 'C' && char.IsAsciiDigit(code[^1]) || label.TermAt(i, TermCategory.Currency) is not null && label.At(i).Length > 1;
    }

    /// <summary>A word that may be part of a name but makes none alone: a commodity, a direction, a subject.</summary>
    private static bool IsOrdinary(BlockTokens label, int i)
    {
        foreach (var term in label.TermsIn(i, i + 1))
            if (term.Category is TermCategory.Commodity or TermCategory.Table or TermCategory.Label or TermCategory.SiteNoun or TermCategory.Metric or TermCategory.Unit or TermCategory.UnitOfYear or TermCategory.Month or TermCategory.NumWord or TermCategory.Ordinal or TermCategory.Rel
                or TermCategory.Kind or TermCategory.Not or TermCategory.Basis or TermCategory.Sust or TermCategory.Stock or TermCategory.Waste or TermCategory.Scale or TermCategory.NotUnit or TermCategory.Fuzzy or TermCategory.Day or TermCategory.Part) return true;
        return false;
    }

    private static bool IsConnective(ReadOnlySpan<char> word) => word is "de" or "des" or "del" or "du" or "la" or "las" or "los" or "do" or "da" or "of" or "le" or "el" or "and" or "the";
}
