using PressParse.Text;

namespace PressParse.Records;

/// <summary>Everything read from one release. Immutable and safe to share between threads.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Header">Headline, issuer, tickers, dateline.</param>
/// <param name="Figures">Actual, comparative and planned figures, in order of their place.</param>
/// <param name="Guidance">The issuer's forecasts, in order of their place.</param>
/// <param name="Dates">Explicit dates and periods, in order of their place.</param>
/// <param name="Disclaimers">Legal and boilerplate blocks, in order of their place.</param>
/// <param name="Sentences">The sentences of the body, disclaimers and tables aside.</param>
/// <param name="Repairs">How often each repair was made, by its name.</param>
/// <param name="Warnings">What a reader of the records should know: thin evidence, contradictions between figures.</param>
public sealed record Release(
    ReleaseSource Source,
    ReleaseHeader Header,
    IReadOnlyList<ProductionFigure> Figures,
    IReadOnlyList<GuidanceRange> Guidance,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<Disclaimer> Disclaimers,
    IReadOnlyList<BodySentence> Sentences,
    IReadOnlyDictionary<string, int> Repairs,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Version of the record format.</summary>
    public const string Schema = "pressparse/1";
}

/// <summary>Where a release came from.</summary>
/// <param name="Path">Path or id as given; null for a string.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the input's bytes (of the UTF-8 form of a string).</param>
/// <param name="MediaType">For example <c>text/html</c>.</param>
public sealed record ReleaseSource(string? Path, string Sha256, string MediaType);

/// <summary>The head of a release. Fields that the text does not give are null.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Company">The issuer's name as printed.</param>
/// <param name="Tickers">Every exchange and symbol of the issuer, in order of appearance.</param>
/// <param name="Place">Place of the dateline, as printed.</param>
/// <param name="Date">Publication date.</param>
/// <param name="Wire">Wire service of the dateline, as printed.</param>
public sealed record ReleaseHeader(string? Headline, string? Company, IReadOnlyList<Ticker> Tickers, string? Place, DateOnly? Date, string? Wire)
{
    /// <summary>A head of which nothing is known.</summary>
    public static ReleaseHeader Empty { get; } = new(null, null, [], null, null, null);
}

/// <summary>A listing.</summary>
/// <param name="Exchange">Exchange as printed, in upper case.</param>
/// <param name="Symbol">Symbol, in upper case.</param>
public sealed record Ticker(string Exchange, string Symbol);

/// <summary>A span of days, both included, and the words that gave it.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Text">The words of the release, null where the period was inferred.</param>
public sealed record ReportingPeriod(DateOnly Start, DateOnly End, string? Text);

/// <summary>Where a record stands: in the repaired text and in the characters as received.</summary>
/// <param name="Text">The quoted characters of the repaired text.</param>
/// <param name="Span">Their place in the repaired text.</param>
/// <param name="SourceSpans">The characters of the input behind them, in the order of the repaired text; several where a repair moved or dropped something.</param>
public sealed record Evidence(string Text, TextSpan Span, IReadOnlyList<TextSpan> SourceSpans);

/// <summary>A quantity of mining operations with its meaning. Immutable.</summary>
/// <param name="Metric">What it measures.</param>
/// <param name="Commodity">Commodity code of docs/records.md; null where none applies.</param>
/// <param name="Kind">Actual, comparative, guidance or planned.</param>
/// <param name="Quantity">The number and its unit.</param>
/// <param name="Period">The days it covers; null for a current rate, a capacity, or where the text is vague.</param>
/// <param name="Site">The mine, mill or operation; null for the company as a whole.</param>
/// <param name="Confidence">Calibrated probability that the row is right up to its period, 0 to 1.</param>
/// <param name="Evidence">Where it stands.</param>
/// <param name="Rule">Id of the rule that proposed it.</param>
/// <param name="AlsoAt">Other places that state the same fact.</param>
public record ProductionFigure(
    Metric Metric,
    string? Commodity,
    FigureKind Kind,
    Quantity Quantity,
    ReportingPeriod? Period,
    string? Site,
    double Confidence,
    Evidence Evidence,
    string Rule,
    IReadOnlyList<Evidence> AlsoAt);

/// <summary>A figure the issuer forecasts, with what the release does to it. Immutable.</summary>
/// <param name="Metric">What it measures.</param>
/// <param name="Commodity">Commodity code; null where none applies.</param>
/// <param name="Quantity">The number and its unit.</param>
/// <param name="Period">The days it covers; null where the text is vague.</param>
/// <param name="Site">The operation; null for the company as a whole.</param>
/// <param name="Confidence">Calibrated probability that the row is right up to its period, 0 to 1.</param>
/// <param name="Evidence">Where it stands.</param>
/// <param name="Rule">Id of the rule that proposed it.</param>
/// <param name="AlsoAt">Other places that state the same fact.</param>
/// <param name="Action">Issued, reiterated, raised …; null where the text does not say.</param>
/// <param name="Former">The range it replaces, where the release raises, lowers or narrows it and prints the former one.</param>
public sealed record GuidanceRange(
    Metric Metric,
    string? Commodity,
    Quantity Quantity,
    ReportingPeriod? Period,
    string? Site,
    double Confidence,
    Evidence Evidence,
    string Rule,
    IReadOnlyList<Evidence> AlsoAt,
    GuidanceAction? Action,
    Quantity? Former)
    : ProductionFigure(Metric, Commodity, FigureKind.Guidance, Quantity, Period, Site, Confidence, Evidence, Rule, AlsoAt);

/// <summary>A date or period with a calendar anchor. Immutable.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Explicit">True when the words themselves carry the anchor; false when the document had to supply it ("the prior quarter").</param>
/// <param name="Role">The part it plays.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record DateMention(DateOnly Start, DateOnly End, bool Explicit, DateRole Role, Evidence Evidence);

/// <summary>A legal or boilerplate block. Immutable.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Span">Its place in the repaired text, heading included.</param>
/// <param name="SourceSpan">From its first to its last source character.</param>
/// <param name="Triggers">Forward-looking words it names, in lower case, in order, each once.</param>
/// <param name="Statutes">Statutes and bodies of law it invokes, as printed.</param>
public sealed record Disclaimer(DisclaimerKind Kind, TextSpan Span, TextSpan SourceSpan, IReadOnlyList<string> Triggers, IReadOnlyList<string> Statutes);

/// <summary>A sentence of the body. Immutable.</summary>
/// <param name="Span">Its place in the repaired text.</param>
/// <param name="SourceSpan">From its first to its last source character.</param>
/// <param name="ForwardLooking">Probability, 0 to 1, that it speaks of the future.</param>
public sealed record BodySentence(TextSpan Span, TextSpan SourceSpan, double ForwardLooking)
{
    /// <summary>True when <see cref="ForwardLooking"/> is at least one half.</summary>
    public bool IsForwardLooking => ForwardLooking >= 0.5;
}
