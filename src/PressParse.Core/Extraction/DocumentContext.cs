using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>A repaired release with all mentions of all its blocks: what extraction looks at. Built once, then only read.</summary>
internal sealed class DocumentContext
{
    /// <summary>
    /// Tokens of a sentence. What a quantity means is asked of its whole sentence, so a page without a full stop is cut; the longest sentence
    /// among the releases read has 267.
    /// </summary>
    internal const int LongestSentence = 300;

    public required string Text { get; init; }

    public required IReadOnlyList<BlockContext> Blocks { get; init; }

    public required DocumentCalendar Calendar { get; init; }

    public required ReleaseHeader Header { get; init; }

    public required SiteReader Sites { get; init; }

    /// <summary>ISO code that a bare "$" stands for.</summary>
    public required string Dollar { get; init; }

    /// <summary>True where a plain "ton" is a short ton.</summary>
    public required bool ShortTons { get; init; }

    /// <summary>True where "MT" is a metric ton and not a million tonnes.</summary>
    public required bool MetricTons { get; init; }

    /// <summary>Commodities by how often the body names them, most frequent first.</summary>
    public required IReadOnlyList<string> Commodities { get; init; }

    /// <summary>Share of the body's sentences that speak of drilling or resources, 0 to 1.</summary>
    public required double ExplorationShare { get; init; }

    /// <summary>Share of the body's sentences that speak of trade and statistics, 0 to 1.</summary>
    public required double TradeShare { get; init; }

    /// <summary>False for a text that speaks of no company: statistics of a country, a market report.</summary>
    public required bool NamesProducer { get; init; }

    /// <summary>How many families of mining words (mine, ore, mill, grade, …) the body uses, 0 to 10; one more for an issuer with mining in its name.</summary>
    public required int MiningFamilies { get; init; }

    /// <summary>False for a text that hardly speaks of mining: whatever tonnes and ounces it has are no mine's figures.</summary>
    public bool SpeaksOfMining => MiningFamilies >= 2;

    /// <summary>The periods of a month and more that the body names most often, at most three.</summary>
    public required IReadOnlyList<(DateOnly From, DateOnly To)> FrequentPeriods { get; init; }

    /// <summary>The site of a release that names it alone at its head and hardly another below; null for any other release.</summary>
    public string? OnlySite { get; private init; }

    private string[]? _issuer;

    /// <summary>True where the issuer's name begins: the first two words of it, or the only one.</summary>
    public bool IsIssuerAt(BlockTokens tokens, int i)
    {
        _issuer ??= [.. (Header.Company ?? "").Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("Inc" or "Ltd" or "Corp" or "Corporation" or "Limited" or "Company" or "plc" or "PLC" or "The")).Take(2)];
        if (_issuer.Length == 0 || _issuer[0].Length < 4) return false;
        for (var w = 0; w < _issuer.Length; w++)
            if (!tokens.Is(i + w, _issuer[w])) return false;
        return true;
    }

    /// <summary>How often the release names each period, heads of tables included.</summary>
    public required IReadOnlyDictionary<(DateOnly From, DateOnly To), int> PeriodCounts { get; init; }

    /// <summary>Times a period is named, 8 at most.</summary>
    public int TimesNamed(DateOnly? from, DateOnly? to) => from is { } first && to is { } last && PeriodCounts.TryGetValue((first, last), out var count) ? Math.Min(8, count) : 0;

    /// <summary>The periods that the headline and the first paragraph name.</summary>
    public required IReadOnlySet<(DateOnly From, DateOnly To)> LeadPeriods { get; init; }

    /// <summary>The headline; null where there is none.</summary>
    public BlockContext? Headline { get; private init; }

    /// <summary>The first year named that ends after publication and is not the one reported in; null where there is none.</summary>
    public (DateOnly From, DateOnly To)? YearAhead { get; private init; }

    /// <summary>Words of plans and studies in the first headline or paragraph.</summary>
    public int HeadlinePlanned { get; private init; }

    public static DocumentContext Read(string text, IReadOnlyList<Block> blocks, DateOnly? referenceDate, CancellationToken cancellation)
    {
        var lexicon = Lexicon.Default;
        var contexts = new List<BlockContext>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var tokens = BlockTokens.Read(text, blocks[i].Span, lexicon);
            contexts.Add(new BlockContext
            {
                Index = i, Block = blocks[i], Tokens = tokens, Sentences = Sentences(text, blocks[i], tokens),
                Dates = blocks[i].Kind == BlockKind.Table ? [] : DateReader.Read(tokens), Tickers = TickerReader.Read(tokens),
            });
        }
        var tables = contexts.Where(c => c.Block.Kind == BlockKind.Table).ToList();
        foreach (var table in tables) table.Dates = TableDates(text, table, lexicon);
        var header = HeaderReader.Read(blocks, [.. contexts.Select(c => c.Tokens)], [.. contexts.Select(c => c.Dates)], [.. contexts.Select(c => c.Tickers)], out var dateline);
        var expressions = contexts.Where(c => c.Block.Disclaimer is null || c.Block.Disclaimer == DisclaimerKind.About).SelectMany(c => c.Dates).ToList();
        var published = header.Date;
        var address = published is not null || contexts.Count == 0 ? 0 : contexts.Max(c => AddressYear(c.Tokens));
        var calendar = DocumentCalendar.Build(expressions, published, dateline, referenceDate, address, header.Tickers.Any(t => t.Exchange is "ASX" or "AU"));
        if (dateline is not null) header = header with { Date = calendar.Reference };
        var sites = SiteReader.Learn(blocks, [.. contexts.Select(c => c.Tokens)], header.Company);
        foreach (var context in contexts)
        {
            cancellation.ThrowIfCancellationRequested();
            context.Dates = SamePeriods.Resolve(context, [.. context.Dates.Select((_, i) => calendar.Resolve(SamePeriods.OfNamedYear(context, i)))]);
            sites.Find(context.Tokens, context.Sites);
            if (context.Block.Kind != BlockKind.Table) context.Amounts = AmountReader.Read(context.Tokens, Taken(context));
        }
        var metricTons = ReadMetricTons(contexts);
        var profile = DocumentProfile.Of(text, contexts, header);
        foreach (var amount in contexts.SelectMany(c => c.Amounts))
            if (amount.PlainTon && !profile.ShortTons) MakeMetric(amount);
        return new DocumentContext
        {
            Text = text, Blocks = contexts, Calendar = calendar, Header = header, Sites = sites, Dollar = profile.Dollar, ShortTons = profile.ShortTons, MetricTons = metricTons, Commodities = profile.Commodities,
            HeadlinePlanned = contexts.FirstOrDefault(b => b.Block.Kind is BlockKind.Headline or BlockKind.Paragraph)?.Tokens.Terms.Count(t => t is { Category: TermCategory.Kind, Code: "planned" }) ?? 0,
            Headline = contexts.Find(b => b.Block.Kind == BlockKind.Headline), YearAhead = Ahead(contexts, calendar), PeriodCounts = Count(contexts), LeadPeriods = Lead(contexts), OnlySite = Only(contexts), FrequentPeriods = Frequent(contexts), ExplorationShare = profile.ExplorationShare, TradeShare = profile.TradeShare, NamesProducer = profile.NamesProducer, MiningFamilies = profile.MiningFamilies,
        };
    }

    /// <summary>Tokens that belong to dates, listings and addresses and so hold no quantity.</summary>
    internal static bool[] Taken(BlockContext context)
    {
        var taken = new bool[context.Tokens.Count + 1];
        foreach (var date in context.Dates)
            for (var i = date.First; i < date.End; i++) taken[i] = date.Form != DateForm.Relative;
        foreach (var group in context.Tickers)
            foreach (var (_, first, end) in group.Tickers)
                for (var i = first; i < end; i++) taken[i] = true;
        return taken;
    }

    /// <summary>The latest year in the addresses of a block, 0 where they have none.</summary>
    private static int AddressYear(BlockTokens tokens)
    {
        var latest = 0;
        for (var i = 0; i < tokens.Count; i++)
            if (tokens.KindAt(i) == TokenKind.Address) latest = Math.Max(latest, DocumentYear.InAddress(tokens.At(i)));
        return latest;
    }

    private static Dictionary<(DateOnly, DateOnly), int> Count(List<BlockContext> blocks)
    {
        var counts = new Dictionary<(DateOnly, DateOnly), int>();
        foreach (var block in blocks)
            foreach (var date in block.Dates)
                if (date is { IsResolved: true, Part: DatePart.Whole } && date.Form is not DateForm.Day) counts[(date.From!.Value, date.To!.Value)] = counts.GetValueOrDefault((date.From.Value, date.To.Value)) + 1;
        return counts;
    }

    private static HashSet<(DateOnly, DateOnly)> Lead(List<BlockContext> blocks)
    {
        var periods = new HashSet<(DateOnly, DateOnly)>();
        var paragraphs = 0;
        foreach (var block in blocks)
        {
            if (block.Block.Disclaimer is not null || block.Block.Kind is not (BlockKind.Headline or BlockKind.Paragraph)) continue;
            foreach (var date in block.Dates)
                if (date is { IsResolved: true, Compared: false, Part: DatePart.Whole } && date.Form is not DateForm.Day) periods.Add((date.From!.Value, date.To!.Value));
            if (block.Block.Kind == BlockKind.Paragraph && ++paragraphs == 1) break;
        }
        return periods;
    }

    private static string? Only(List<BlockContext> blocks)
    {
        const int head = 3;
        const double most = 0.6;
        string? only = null;
        int all = 0, own = 0, paragraphs = 0;
        foreach (var block in blocks)
        {
            if (block.Block.Disclaimer is not null) continue;
            foreach (var site in block.Sites)
            {
                if (paragraphs < head && only is not null && only != site.Name) return null;
                if (paragraphs < head) only = site.Name;
                all++;
                if (site.Name == only) own++;
            }
            if (block.Block.Kind == BlockKind.Paragraph) paragraphs++;
        }
        return own >= most * all ? only : null;
    }

    private static List<(DateOnly, DateOnly)> Frequent(List<BlockContext> blocks) =>
        [.. blocks.Where(b => b.Block.Disclaimer is null).SelectMany(b => b.Dates).Where(d => d is { IsResolved: true, Part: DatePart.Whole } && d.Form is not DateForm.Day)
            .GroupBy(d => (d.From!.Value, d.To!.Value)).OrderByDescending(g => g.Count()).Take(3).Select(g => g.Key)];

    private static (DateOnly, DateOnly)? Ahead(List<BlockContext> blocks, DocumentCalendar calendar)
    {
        if (calendar.Reference is not { } reference) return null;
        var own = calendar.YearHolding(calendar.Main?.To ?? reference);
        foreach (var date in blocks.SelectMany(b => b.Dates))
            if (date.Form == DateForm.Year && date.From is { } from && date.To is { } to && to > reference && from != own.From) return (from, to);
        return null;
    }

    /// <summary>
    /// "MT" is a million tonnes, or a metric ton: where a release prints a thousand of them and more, more than any mine moves in a year, or a price
    /// of one, every one of its "MT" is a metric ton ("REO production totaled 22,358 MT").
    /// </summary>
    private static bool ReadMetricTons(List<BlockContext> blocks)
    {
        const decimal million = 1_000_000, mostMillions = 1000;
        var printed = blocks.SelectMany(b => b.Amounts.Where(a => SaysMt(b.Tokens, a))).ToList();
        var masses = printed.FindAll(a => a.Unit.StartsWith('t') && a.Family is UnitFamily.Mass or UnitFamily.Rate && a.Low >= million / 1000);
        if (!printed.Exists(a => a.Family == UnitFamily.MoneyPerUnit) && !masses.Exists(a => a.Low >= mostMillions * million)) return false;
        foreach (var amount in masses)
        {
            amount.Low /= million;
            amount.High /= million;
        }
        return true;
    }

    private static bool SaysMt(BlockTokens tokens, Amount amount)
    {
        for (var i = amount.First; i < amount.End; i++)
            if (tokens.At(i) is "MT") return true;
        return false;
    }

    private static void MakeMetric(Amount amount) => amount.Unit = amount.Unit switch
    {
        "st" => "t",
        "st/d" => "t/d",
        "st/a" => "t/a",
        "st/h" => "t/h",
        "st/month" => "t/month",
        _ => amount.Unit,
    };

    private static List<SentenceRange> Sentences(string text, Block block, BlockTokens tokens)
    {
        if (block.Kind == BlockKind.Table) return [];
        var spans = new List<TextSpan>();
        SentenceSplitter.Split(text, block.Span, spans);
        var sentences = new List<SentenceRange>(spans.Count);
        var first = 0;
        foreach (var span in spans)
        {
            var end = first;
            while (end < tokens.Count && tokens.Tokens[end].Start < span.End) end++;
            for (var from = first; from < end || from == first; from += LongestSentence)
            {
                var to = Math.Min(from + LongestSentence, end);
                sentences.Add(new SentenceRange(sentences.Count, from, to, TextSpan.FromBounds(from == first ? span.Start : tokens.Tokens[from].Start, to == end ? span.End : tokens.Tokens[to - 1].End)));
            }
            first = end;
        }
        return sentences;
    }

    /// <summary>Dates of a table are read cell by cell, so that no expression runs from one cell into the next.</summary>
    private static List<DateExpression> TableDates(string text, BlockContext table, Lexicon lexicon)
    {
        var dates = new List<DateExpression>();
        foreach (var cell in table.Block.Table!.Rows.SelectMany(r => r.Cells))
        {
            var tokens = BlockTokens.Read(text, cell.Span, lexicon);
            var offset = table.Tokens.TokenAt(cell.Span.Start);
            foreach (var date in DateReader.Read(tokens)) dates.Add(date with { First = date.First + offset, End = date.End + offset, InCell = date.First == 0 && date.End == tokens.Count });
        }
        return dates;
    }
}
