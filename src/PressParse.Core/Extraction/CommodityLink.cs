using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Finds the commodity of a quantity: inside it, after it, named before it, shared out by "respectively", or the document's own.</summary>
internal static class CommodityLink
{
    public static string? Of(QuantityContext q, Metric metric)
    {
        if (metric is Metric.OreMined or Metric.OreProcessed or Metric.MiningRate or Metric.MillingRate) return null;
        if (q.Amount.Commodity is { } inside && inside is not ("ore" or "concentrate")) return Refine(q, inside, q.Amount.First);
        var after = After(q);
        if (after is not null and not "concentrate") return after;
        if (Respective(q) is { } shared) return shared;
        if (q.Tie is { Kind: TieKind.Comparison, To.Decision: { Commodity: { } compared } } && Fits(q.Amount, compared)) return compared;
        return Before(q) ?? (after is null ? Later(q) : null) ?? FromSentencesBefore(q) ?? FromSite(q) ?? FromHeading(q) ?? (after == "concentrate" ? after : null) ?? Default(q, metric);
    }

    /// <summary>"ounces of gold", "pounds of payable copper", "g/t Au", "tonnes zinc".</summary>
    private static string? After(QuantityContext q)
    {
        var token = q.Amount.End;
        var end = ValueOfLabel.End(q.Tokens, q.Range, q.Amount);
        for (var steps = 0; steps < 6 && token < end; steps++)
        {
            if (q.Tokens.TermAt(token, TermCategory.Commodity) is { } metal && metal.Code != "ore") return metal.Code;
            var word = q.Tokens.At(token);
            if (word is "of" or "in" or "the" or "(" or "payable" or "contained" or "recovered" or "refined" or "fine" or "total" or "produced" or "for" or "to" or "high" or "grade" or "premium" or "quality" or "low" or "battery" or "-" || (q.Tokens.KindAt(token) == TokenKind.Dash) || q.Tokens.KindAt(token) == TokenKind.Footnote)
            {
                // "ounces in the quarter" names no metal; "in" may only lead straight to one.
                if (word is "in" or "for" or "to" or "produced" && q.Tokens.TermAt(token + 1, TermCategory.Commodity) is null) return null;
                token++;
            }
            else return null;
        }
        return null;
    }

    private static string? Before(QuantityContext q)
    {
        string? best = null;
        for (var i = (q.Series?.Start ?? q.Amount.Head) - 1; i >= q.Range.First; i--)
        {
            if (q.Tokens.IsMark(i, ';')) break;
            i = BeforeGloss(q, i);
            foreach (var term in q.Tokens.TermsIn(i, i + 1))
                if (term.Category == TermCategory.Commodity && term.Code is not ("ore" or "concentrate") && !IsName(q.Tokens, term))
                {
                    best ??= term.Code;
                    if (Fits(q.Amount, term.Code)) return Refine(q, term.Code, term.First);
                }
        }
        return best is not null && Fits(q.Amount, best) ? best : null;
    }

    /// <summary>"silver equivalent (silver and gold) production of 1.84 million ounces": metals in brackets right behind a metal explain it; gives the token of that metal.</summary>
    private static int BeforeGloss(QuantityContext q, int i)
    {
        const int longest = 8;
        if (!q.Tokens.Closes(i)) return i;
        for (var open = i - 1; open > q.Range.First && i - open <= longest; open--)
            if (q.Tokens.Opens(open)) return q.Tokens.TermEndingAt(open, TermCategory.Commodity) is not null ? open - 1 : i;
        return i;
    }

    private static string? Later(QuantityContext q)
    {
        var end = ValueOfLabel.End(q.Tokens, q.Range, q.Amount);
        for (var i = q.Amount.End; i < end && i < q.Amount.End + 25; i++)
        {
            if (q.InSentence.Any(a => a.First == i && a.Family == q.Amount.Family)) return null;
            if (q.Tokens.TermAt(i, TermCategory.Commodity) is { } metal && metal.Code is not ("ore" or "concentrate") && Fits(q.Amount, metal.Code) && !IsName(q.Tokens, metal)) return metal.Code;
        }
        return null;
    }

    /// <summary>"lead and zinc production totaled 14.2 million and 5.6 million pounds, respectively": the n-th metal for the n-th number.</summary>
    private static string? Respective(QuantityContext q)
    {
        var run = q.InSentence.Where(a => a.Family == q.Amount.Family && a.Unit == q.Amount.Unit).ToList();
        var at = run.IndexOf(q.Amount);
        var first = at;
        while (first > 0 && run[first].Head - run[first - 1].End <= 3) first--;
        var last = at;
        while (last + 1 < run.Count && run[last + 1].Head - run[last].End <= 3) last++;
        var count = last - first + 1;
        if (count < 2) return null;
        var metals = q.Tokens.TermsIn(q.Range.First, run[first].Head).Where(t => t.Category == TermCategory.Commodity && t.Code is not ("ore" or "concentrate")).ToList();
        var start = metals.Count - count;
        return start >= 0 && (IsSaid(q) || q.Amount.SharedUnit || IsList(q.Tokens, metals, start)) ? metals[start + at - first].Code : null;
    }

    private static bool IsSaid(QuantityContext q)
    {
        for (var i = q.Amount.End; i < q.Range.End; i++)
            if (q.Tokens.Is(i, "respectively")) return true;
        return false;
    }

    /// <summary>"zinc and lead head grades of 2.65% and 3.52%": the metals stand in one list, and it names no more than there are numbers.</summary>
    private static bool IsList(BlockTokens tokens, List<Term> metals, int start)
    {
        for (var i = start + 1; i < metals.Count; i++)
            if (!AreJoined(tokens, metals[i - 1], metals[i])) return false;
        return start == 0 || !AreJoined(tokens, metals[start - 1], metals[start]);
    }

    private static bool AreJoined(BlockTokens tokens, Term metal, Term next) => next.First - metal.End is 1 or 2 && (tokens.Is(next.First - 1, "and") || tokens.IsMark(metal.End, ','));

    /// <summary>"… produced 134.5 thousand ounces of gold in 2021. … Guidance for 2022 is 125,000 to 132,000 ounces": what the sentences before spoke of last.</summary>
    private static string? FromSentencesBefore(QuantityContext q)
    {
        const int reach = 3;
        var (block, before, steps) = (q.Block, q.Sentence - 1, 0);
        for (var index = block.Index; index >= 0 && steps < reach;)
        {
            for (; before >= 0 && steps < reach; before--, steps++)
                if (LastNamed(q, block.Tokens, block.Sentences[before]) is { } metal) return metal;
            // A list's items stand side by side; only prose goes on from one paragraph to the next.
            if (--index < 0 || q.Block.Block.Kind != BlockKind.Paragraph || q.Document.Blocks[index] is not { Block: { Kind: BlockKind.Paragraph, Disclaimer: null } } previous || previous.Block.Heading != q.Block.Block.Heading) break;
            (block, before) = (previous, previous.Sentences.Count - 1);
        }
        return null;
    }

    /// <summary>
    /// What the release's sentences on the same site speak of most ("Casa Berardi … 36,200 ounces of gold … Casa Berardi's all-in sustaining cost is
    /// $1,185 to $1,275 per ounce"); null in a release of one metal or one site.
    /// </summary>
    private static string? FromSite(QuantityContext q)
    {
        if (q.Document.Commodities.Count(c => Fits(q.Amount, c)) < 2 || q.Document.Sites.Names.Count < 2 || SiteLink.Of(q) is not { } site) return null;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in q.Document.Blocks)
        {
            if (block.Block.Disclaimer is not null || block.Block.Kind == BlockKind.Table) continue;
            foreach (var mention in block.Sites)
            {
                if (mention.Name != site) continue;
                foreach (var term in block.Tokens.TermsIn(mention.End, mention.End + 25))
                    if (term.Category == TermCategory.Commodity && term.Code is not ("ore" or "concentrate") && Fits(q.Amount, term.Code) && !IsName(block.Tokens, term)) counts[term.Code] = counts.GetValueOrDefault(term.Code) + 1;
            }
        }
        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>The last metal of a sentence that the quantity's unit fits; null where it names two of them.</summary>
    private static string? LastNamed(QuantityContext q, BlockTokens tokens, SentenceRange sentence)
    {
        string? named = null;
        foreach (var term in tokens.TermsIn(sentence.First, sentence.End))
        {
            if (term.Category != TermCategory.Commodity || term.Code is "ore" or "concentrate" || !Fits(q.Amount, term.Code) || IsName(tokens, term)) continue;
            if (named is not null && named != term.Code) return null;
            named = term.Code;
        }
        return named;
    }

    private static string? FromHeading(QuantityContext q)
    {
        if (q.Block.Block.Heading < 0) return null;
        foreach (var term in q.Document.Blocks[q.Block.Block.Heading].Tokens.Terms)
            if (term.Category == TermCategory.Commodity && term.Code != "ore" && Fits(q.Amount, term.Code) && q.Document.Blocks[q.Block.Block.Heading].Tokens.Count < 12) return term.Code;
        return null;
    }

    private static string? Default(QuantityContext q, Metric metric)
    {
        var unit = q.Amount.Unit;
        foreach (var metal in q.Document.Commodities)
            if (Fits(q.Amount, metal)) return metal;
        return metric is Metric.Aisc ? "gold" : unit is "oz" or "g/t" or "oz/st" ? q.Document.Commodities.Count == 0 ? "gold" : null : unit == "ct" ? "diamonds" : null;
    }

    /// <summary>The units in which a commodity is reckoned; keeps "ounces" from iron ore and "tonnes" from gold.</summary>
    private static bool Fits(Amount amount, string commodity)
    {
        var precious = commodity is "gold" or "silver" or "platinum" or "palladium" or "rhodium" or "pgm" or "gold-eq" or "silver-eq";
        return amount.Unit switch
        {
            "oz" or "g/t" or "oz/st" => precious,
            "ct" => commodity == "diamonds",
            "lb" => !precious && commodity is not ("diamonds" or "iron-ore" or "coal" or "potash"),
            "t" or "st" or "t/a" => !precious && commodity != "diamonds",
            "%" => true,
            _ => true,
        };
    }

    /// <summary>"gold" right before "equivalent" names the equivalent.</summary>
    private static string Refine(QuantityContext q, string commodity, int token)
    {
        // "150,000 ounces of gold equivalent": the quantity has swallowed the metal.
        for (var i = q.Amount.First; i <= q.Amount.End; i++)
            if (q.Tokens.Is(i, "equivalent") && commodity is "gold" or "silver" or "copper") return commodity + "-eq";
        for (var i = token; i < token + 4; i++)
            if (q.Tokens.Is(i, "equivalent") && commodity is "gold" or "silver" or "copper" && i <= token + 2) return commodity + "-eq";
        return commodity;
    }

    /// <summary>A metal inside a company's name ("Pan American Silver Corp.") is none of the text's.</summary>
    private static bool IsName(BlockTokens tokens, Term metal)
    {
        if (!char.IsUpper(tokens.At(metal.First)[0])) return false;
        var next = metal.End;
        return next < tokens.Count && tokens.TermAt(next, TermCategory.Suffix) is not null || tokens.At(next) is "Mines" or "Mining" or "Metals" or "Resources" or "Mountain" or "Fields" or "Ventures";
    }
}
