using System.Globalization;
using PressParse.Mentions;
using PressParse.Records;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>A scorer's answer to one question about a candidate. Immutable.</summary>
/// <param name="Link">The question.</param>
/// <param name="Option">What was proposed, for example <c>sales</c> or <c>2020-04-01..2020-06-30</c>.</param>
/// <param name="Score">How likely it is right.</param>
/// <param name="Values">What the scorer saw, in the order of <see cref="LinkFeatures.Names"/>.</param>
public sealed record LinkJudgement(CandidateLink Link, string Option, double Score, IReadOnlyList<float> Values)
{
    /// <summary>The features that are not zero, as <c>name=value</c>.</summary>
    public IEnumerable<string> Describe() =>
        LinkFeatures.Names(Link).Zip(Values).Where(p => p.Second != 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First}={p.Second:0.##}"));
}

/// <summary>A draft figure that a rule proposed, with the answers that accepted or refused it. Immutable.</summary>
/// <param name="Metric">What it would measure.</param>
/// <param name="Commodity">Commodity code; null where none applies.</param>
/// <param name="Kind">Actual, comparative, guidance or planned.</param>
/// <param name="Quantity">The number and its unit.</param>
/// <param name="Period">The days it would cover.</param>
/// <param name="Site">The operation.</param>
/// <param name="Span">Where the quantity stands in the repaired text.</param>
/// <param name="Rule">Id of the rule that proposed it.</param>
/// <param name="Links">The answers, best option of each question first.</param>
/// <param name="Confidence">Calibrated probability that it is right up to its period.</param>
/// <param name="Verdict"><c>accepted</c>, or why it was refused.</param>
public sealed record Candidate(
    Metric Metric,
    string? Commodity,
    FigureKind Kind,
    Quantity Quantity,
    ReportingPeriod? Period,
    string? Site,
    TextSpan Span,
    string Rule,
    IReadOnlyList<LinkJudgement> Links,
    double Confidence,
    string Verdict)
{
    /// <summary>True when the candidate became a record or the evidence of one.</summary>
    public bool IsAccepted => Verdict == Accepted;

    internal const string Accepted = "accepted";

    internal GuidanceAction? Action { get; init; }

    internal QuantityContext? Source { get; init; }

    internal bool PeriodIsInferred { get; init; }
}
