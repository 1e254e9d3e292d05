using PressParse.Mentions;
using PressParse.Records;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>A metric a label could name.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Length">Tokens of the words that name it; the longer name wins.</param>
/// <param name="Weak">True for words that name a metric in tables only.</param>
internal readonly record struct TableMetric(Metric Metric, int Length, bool Weak);

/// <summary>Everything a label, heading, section row or caption of a table says about the figures it stands for. Immutable.</summary>
internal sealed record TableLabel
{
    /// <summary>A label that says nothing.</summary>
    public static readonly TableLabel Empty = new() { Metrics = [], Unit = TableUnit.None, Text = "" };

    /// <summary>As printed, joined where it came from several cells.</summary>
    public required string Text { get; init; }

    /// <summary>Metrics it names, the longest name first.</summary>
    public required IReadOnlyList<TableMetric> Metrics { get; init; }

    public required TableUnit Unit { get; init; }

    public string? Commodity { get; init; }

    /// <summary>True when it names ore, rock or feed rather than metal.</summary>
    public bool Ore { get; init; }

    public TablePeriod? Period { get; init; }

    /// <summary>Guidance, planned or actual where it says so.</summary>
    public FigureKind? Kind { get; init; }

    /// <summary>The site it names.</summary>
    public string? Site { get; init; }

    /// <summary>True when the site is one the release names elsewhere too.</summary>
    public bool SiteIsKnown { get; init; }

    /// <summary>True for "Total", "Group", "Consolidated": no site, whatever stands above.</summary>
    public bool IsTotal { get; init; }

    /// <summary>True for a column or row of changes.</summary>
    public bool IsChange { get; init; }

    /// <summary>-1 for the lower end of a range given in two columns, 1 for the upper.</summary>
    public int RangeEnd { get; init; }

    /// <summary>Words that make it no figure of operations ("Revenue", "Strip ratio"), or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>True when no word in it is left unexplained: it may stand under a metric named above.</summary>
    public bool IsExplained { get; init; }

    /// <summary>True when it speaks of subjects ("Operating data"), sites apart.</summary>
    public bool IsTopic => Metrics.Count > 0 || Unit.IsKnown || Commodity is not null;
}

/// <summary>Reads labels. One instance serves one table.</summary>
internal sealed class TableLabelReader(DocumentContext document, TableClock clock)
{
    /// <summary>Reads a label given as text of its own (joined cells) or as a span of the document.</summary>
    public TableLabel Read(string text, TextSpan span, bool isUnit = false)
    {
        var tokens = BlockTokens.Read(text, span, Lexicon.Default);
        if (tokens.Count == 0) return TableLabel.Empty;
        var unit = TableUnitReader.Read(tokens, isUnit, document.ShortTons, document.MetricTons);
        var metrics = Metrics(tokens);
        var sites = new List<SiteMention>();
        document.Sites.Find(tokens, sites);
        var name = sites.Count > 0 ? sites[0].Name : TableSiteName.Of(tokens);
        string? refusal = null;
        bool total = false, change = false, ore = false;
        FigureKind? kind = null;
        var rangeEnd = 0;
        foreach (var term in tokens.Terms)
        {
            switch (term.Category)
            {
                case TermCategory.Commodity when term.Code == "ore": ore |= !IsInside(tokens, term, TermCategory.Commodity); break;
                case TermCategory.Table:
                    if (term.Code == "total") total = true;
                    else if (term.Code == "change") change |= !IsInside(tokens, term, TermCategory.Metric);
                    else if (term.Code == "guidance") kind = FigureKind.Guidance;
                    else if (term.Code == "planned") kind ??= FigureKind.Planned;
                    else if (term.Code == "actual") kind ??= IsInside(tokens, term, TermCategory.Metric) ? null : FigureKind.Actual;
                    else if (term.Code == "assumed") refusal = term.Code;
                    else if (term.Code is "low" or "high" && tokens.Count <= 4) rangeEnd = term.Code == "low" ? -1 : 1;
                    else if (term.Code == "refuse" && !IsInside(tokens, term, TermCategory.Metric) && !IsInside(tokens, term, TermCategory.Commodity) && !IsAfterNet(tokens, term.First)) refusal ??= term.Code;
                    break;
                case TermCategory.Not when tokens.Is(term.First, "share") && term.End == term.First + 1 && !tokens.Is(term.First - 1, "per"): break;
                case TermCategory.Not when term.Code is "resource" or "drill" or "equity" or "hedge" or "market" && !IsInside(tokens, term, TermCategory.Metric) && !IsAfterNet(tokens, term.First) && !InSite(sites, term): refusal ??= term.Code; break;
                case TermCategory.Stock or TermCategory.Waste when !IsInside(tokens, term, TermCategory.Metric): refusal ??= "stock or waste"; break;
            }
        }
        if (kind is null && Suffix(tokens) is { } suffixed) kind = suffixed;
        return new TableLabel
        {
            Text = span.In(text), Metrics = metrics, Unit = unit, Commodity = unit.Commodity ?? Commodity(tokens, sites), Ore = ore, Period = TablePeriodReader.Read(tokens, clock),
            Kind = kind, Site = name, SiteIsKnown = sites.Count > 0, IsTotal = total && sites.Count == 0, IsChange = change || IsPercentSign(tokens), RangeEnd = rangeEnd, Refusal = refusal,
            IsExplained = name is not null || TableSiteName.IsExplained(tokens),
        };
    }

    private static List<TableMetric> Metrics(BlockTokens tokens)
    {
        var found = new List<TableMetric>();
        foreach (var term in tokens.Terms)
        {
            if (term.Category is not (TermCategory.Metric or TermCategory.Label) || !Enum.TryParse<Metric>(term.Code, true, out var metric) || IsAfterNet(tokens, term.First)) continue;
            found.Add(new TableMetric(metric, term.End - term.First, term.Category == TermCategory.Label));
        }
        return [.. found.OrderBy(m => m.Weak).ThenByDescending(m => m.Length).ThenBy(m => m.Metric is Metric.Production ? 1 : 0)];
    }

    /// <summary>The first commodity outside names; what stands after "net of" is a credit.</summary>
    private static string? Commodity(BlockTokens tokens, List<SiteMention> sites)
    {
        foreach (var term in tokens.Terms)
            if (term.Category == TermCategory.Commodity && term.Code != "ore" && !InSite(sites, term) && !IsAfterNet(tokens, term.First)) return term.Code;
        return null;
    }

    private static bool InSite(List<SiteMention> sites, Term term) => sites.Exists(s => s.First <= term.First && term.End <= s.End);

    /// <summary>"net of by-product credits", "excluding royalties": what follows qualifies the metric before it.</summary>
    private static bool IsAfterNet(BlockTokens tokens, int token)
    {
        for (var i = 1; i < token; i++)
            if (tokens.At(i) is "net" or "excluding" or "before" or "after" or "including" or "excl" or "incl" or "Net" or "without") return true;
        return false;
    }

    private static bool IsInside(BlockTokens tokens, Term term, TermCategory category)
    {
        for (var first = Math.Max(0, term.First - 5); first <= term.First; first++)
            if (tokens.TermAt(first, category) is { } outer && outer.End >= term.End && outer.End - outer.First > term.End - term.First && outer.Entry != term.Entry) return true;
        return false;
    }

    /// <summary>A column headed by a percent sign alone holds changes.</summary>
    private static bool IsPercentSign(BlockTokens tokens) => tokens.Count <= 3 && Array.Exists(tokens.Terms, t => t is { Category: TermCategory.Unit, Code: "%" }) && !Array.Exists(tokens.Tokens, t => t.Kind == TokenKind.Word);

    /// <summary>"2021E", "FY25F", "2024A", "2025B", "2Q-26 E".</summary>
    private static FigureKind? Suffix(BlockTokens tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (DateReader.YearAt(tokens, i) > 0 && !tokens.Tokens[i + 1].SpaceBefore || i > 0 && i + 2 == tokens.Count && tokens.KindAt(i) == TokenKind.Number && tokens.Tokens[i].Length == 2)
                switch (tokens.At(i + 1))
                {
                    case "E" or "e" or "F" or "G": return FigureKind.Guidance;
                    case "A": return FigureKind.Actual;
                    case "B" or "P": return FigureKind.Planned;
                }
        return null;
    }
}
