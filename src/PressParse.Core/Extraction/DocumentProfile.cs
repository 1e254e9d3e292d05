using System.Buffers;
using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>What the whole document says about its units, its dollar, its metals and its subject.</summary>
internal sealed record DocumentProfile(string Dollar, bool ShortTons, IReadOnlyList<string> Commodities, double ExplorationShare, double TradeShare, int MiningFamilies, bool NamesProducer)
{
    private static readonly SearchValues<string> OtherDollars = SearchValues.Create(["canadian", "australian", "c$", "a$", "cdn$", "cad", "aud"], StringComparison.OrdinalIgnoreCase);

    /// <summary>How a text speaks of a producer it does not name in full: a call in the first person, an interview, an article.</summary>
    private static readonly SearchValues<string> ProducerWords = SearchValues.Create(["the company", "company’s", "company's", " we ", " our ", "we've", "we’ve", "we're", "we’re"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words of statistics and trade, which speak of countries and markets; a miner's release hardly uses them of itself.</summary>
    private static readonly SearchValues<string> TradeWords = SearchValues.Create(
        ["imports", "exports", "imported", "consumption", "ministry", "bureau of", "customs", "warehouse", "quota", "producing countries", "trade sources", "world output", "world production", "world mine", "global output", "deliveries against", "statistics", "futures", "central bank", "u.s. mint"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] MiningNames = ["Mines", "Mining", "Minerals", "Resources", "Metals", "Goldfields"];

    private static readonly SearchValues<string> UsRegions = SearchValues.Create(
        ["West Virginia", "Kentucky", "Wyoming", "Powder River", "Illinois Basin", "Appalachia", "Alabama", "Pennsylvania", "Nevada", "Arizona", "Utah", "Montana", "Idaho", "Colorado", "New Mexico", "Minnesota", "Michigan", "Missouri", "Tennessee", "PRB"], StringComparison.Ordinal);

    private static readonly string[] UsPlaces = ["NEVADA", "IDAHO", "MONTANA", "COLORADO", "ARIZONA", "UTAH", "ALASKA", "WYOMING", "MINNESOTA", "DENVER", "SPOKANE", "COEUR D'ALENE", "COEUR D’ALENE", "NEW YORK", "HOUSTON", "ST. LOUIS", "PHOENIX", "SALT LAKE", "CLEVELAND", "PITTSBURGH", "TUCSON", "RENO", "LITTLETON", "SAN FRANCISCO", "CALIFORNIA", "TEXAS", "MICHIGAN", "TENNESSEE", "KENTUCKY", "WEST VIRGINIA", "PENNSYLVANIA", "VIRGINIA", "MISSOURI", "NEW MEXICO", "HAYDEN", "BOISE", "LAS VEGAS", "STAMFORD", "GREENWICH"];

    public static DocumentProfile Of(string text, IReadOnlyList<BlockContext> blocks, ReleaseHeader header)
    {
        int sentences = 0, exploration = 0, trade = 0, shortTon = 0, tonne = 0, plainTon = 0, ounceTon = 0;
        var families = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            // What a company says it is tells its trade ("mines uranium"), though none of its news.
            if (block.Block.Disclaimer == DisclaimerKind.About)
                foreach (var term in block.Tokens.Terms)
                    if (term.Category == TermCategory.Mining) families.Add(term.Code);
            if (block.Block.Disclaimer is not null) continue;
            foreach (var sentence in block.Sentences)
            {
                sentences++;
                if (block.Tokens.TermsIn(sentence.First, sentence.End).Any(t => t is { Category: TermCategory.Not, Code: "drill" or "resource" })) exploration++;
                if (text.AsSpan(sentence.Span.Start, sentence.Span.Length).ContainsAny(TradeWords)) trade++;
                if (!families.Contains("product") && SaysProduced(block, sentence)) families.Add("product");
                if (!families.Contains("metal") && block.AmountsIn(sentence).Any(a => a.Family == UnitFamily.Mass && NamesMetal(block, a))) families.Add("metal");
            }
            if (block.Block.Kind == BlockKind.Table && Array.Exists(block.Tokens.Terms, t => t is { Category: TermCategory.Metric, Code: "production" }) && Array.Exists(block.Tokens.Terms, t => t.Category == TermCategory.Commodity && t.Code != "ore")) families.Add("product");
            foreach (var term in block.Tokens.Terms)
            {
                if (term.Category == TermCategory.Mining) families.Add(term.Code);
                else if (term.Category == TermCategory.Commodity && term.Code is not ("ore" or "concentrate")) counts[term.Code] = counts.GetValueOrDefault(term.Code) + 1;
                else if (term.Category == TermCategory.Unit)
                {
                    if (term.Code is "st" or "st/d") shortTon++;
                    // "tpd" is said of tons as well.
                    else if (term.Code is "t" or "g/t" || term.Code == "t/d" && !block.Tokens.Is(term.First, "tpd")) tonne++;
                    else if (term.Code == "ton") plainTon++;
                    else if (term.Code == "oz/st" && block.Tokens.At(term.End - 1) is "ton") ounceTon++;
                }
            }
        }
        if (header.Company is { } company)
        {
            var named = MiningNames.Any(n => company.Contains(n, StringComparison.OrdinalIgnoreCase));
            foreach (var metal in counts.Keys.ToList())
                if (company.Contains(metal, StringComparison.OrdinalIgnoreCase)) { counts[metal] += 3; named = true; }
            if (named) families.Add("issuer");
        }
        // A producer that reports "4E ounces" means the basket, whichever of its metals a sentence names.
        if (counts.GetValueOrDefault("pgm") > 2) counts["pgm"] += counts.GetValueOrDefault("platinum");
        var place = header.Place?.ToUpperInvariant() ?? "";
        var us = UsPlaces.Any(p => place.Contains(p, StringComparison.Ordinal)) || (header.Tickers.Count > 0 && header.Tickers.All(t => t.Exchange.StartsWith("NYSE", StringComparison.Ordinal) || t.Exchange.StartsWith("NASDAQ", StringComparison.Ordinal) || t.Exchange.StartsWith("OTC", StringComparison.Ordinal)));
        // Where only "tons" are printed, the regions a text speaks of tell the American ones.
        us |= plainTon > tonne * 3 && text.AsSpan().ContainsAny(UsRegions);
        var shortTons = shortTon > 0 || (us && plainTon > tonne * 3) || (tonne == 0 && (us || ounceTon > 0)) || (ounceTon > tonne);
        return new DocumentProfile(DollarOf(text), shortTons, [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)],
            sentences == 0 ? 0 : (double)exploration / sentences, sentences == 0 ? 0 : (double)trade / sentences, families.Count,
            header.Company is not null || header.Tickers.Count > 0 || text.AsSpan().ContainsAny(ProducerWords));
    }

    /// <summary>"15.4 million oz of silver", "331 tonnes of copper".</summary>
    private static bool NamesMetal(BlockContext block, Amount amount)
    {
        if (amount.Commodity is not null) return true;
        var next = block.Tokens.Is(amount.End, "of") ? amount.End + 1 : amount.End;
        return block.Tokens.TermAt(next, TermCategory.Commodity) is { Code: not ("ore" or "concentrate") };
    }

    /// <summary>"expects to produce 62 million pounds of copper", "production amounted to 357koz": a mass of a metal, and a word of production, in one sentence.</summary>
    private static bool SaysProduced(BlockContext block, SentenceRange sentence)
    {
        if (!block.Tokens.TermsIn(sentence.First, sentence.End).Any(t => t is { Category: TermCategory.Metric, Code: "production" })) return false;
        var metal = block.Tokens.TermsIn(sentence.First, sentence.End).Any(t => t.Category == TermCategory.Commodity && t.Code is not ("ore" or "concentrate"));
        return block.AmountsIn(sentence).Any(a => a.Family == UnitFamily.Mass && (metal || a.Unit == "oz"));
    }

    /// <summary>
    /// The currency a bare "$" stands for: what a sentence on all amounts says ("all dollar amounts are in Canadian dollars unless otherwise
    /// noted"), otherwise the U.S. dollar (gold-format.md).
    /// </summary>
    private static string DollarOf(string text)
    {
        // Most releases name neither country's money; one look at capital letters tells.
        if (text.AsSpan().IndexOfAny(OtherDollars) < 0) return "USD";
        var best = Statements.Length;
        for (var at = NextStatement(text, 0); at >= 0; at = NextStatement(text, at + 1))
        {
            var from = Math.Max(0, at - 130);
            var window = text.AsSpan(from, Math.Min(text.Length, at + 90) - from);
            if (!(window.ContainsAny(AboutAll) || at > 3 && text.AsSpan(at - 3, 3) is "In ") || window.ContainsAny(AboutRates)) continue;
            for (var i = 0; i < best; i++)
                if (text.AsSpan(at).StartsWith(Statements[i].Words, StringComparison.OrdinalIgnoreCase)) best = i;
        }
        return best < Statements.Length ? Statements[best].Code : "USD";
    }

    private static int NextStatement(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny(StatementWords);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>How releases say which dollar is theirs, the surest first.</summary>
    private static readonly (string Words, string Code)[] Statements =
    [
        ("canadian dollar", "CAD"), ("australian dollar", "AUD"), ("canadian currency", "CAD"), ("canadian funds", "CAD"), ("c$ unless", "CAD"), ("in cdn$", "CAD"), ("a$ unless", "AUD"), ("are in a$", "AUD"), ("are in c$", "CAD"), ("in cad unless", "CAD"), ("in aud unless", "AUD"),
        ("australian currency", "AUD"), ("are canadian", "CAD"), ("are australian", "AUD"),
    ];

    private static readonly SearchValues<string> StatementWords = SearchValues.Create([.. Statements.Select(s => s.Words)], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words of a statement on all amounts, near the currency it names.</summary>
    private static readonly SearchValues<string> AboutAll = SearchValues.Create(
        ["all ", "unless", "otherwise", "expressed", "references to", "refers to", "\"$\"", "“$”", "dollars are", "dollar amounts are", "dollar figures are", "currency figures", "funds are", "amounts are", "figures are", "save where", "except where"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that make the sentence one about exchange rates, or name the U.S. dollar as well.</summary>
    private static readonly SearchValues<string> AboutRates = SearchValues.Create(["exchange rate", "united states dollar", "U.S. dollar", "US dollar"], StringComparison.OrdinalIgnoreCase);
}
