using PressParse.Records;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>A draft figure that a rule proposes, with what the scorers may look at. Immutable.</summary>
/// <param name="Metric">What it would measure.</param>
/// <param name="Commodity">Commodity code; null where none applies.</param>
/// <param name="Kind">Actual, comparative, guidance or planned.</param>
/// <param name="Quantity">The number and its unit.</param>
/// <param name="Period">The days it would cover.</param>
/// <param name="Site">The operation.</param>
/// <param name="Span">Where the quantity stands in the repaired text.</param>
/// <param name="Rule">Id of the rule that proposed it.</param>
/// <param name="Features">Named features, as the scorer saw them.</param>
/// <param name="Score">Probability that it is right; set by the scorer.</param>
/// <param name="Verdict">Accepted, or why it was refused.</param>
public sealed record Candidate(
    Metric Metric,
    string? Commodity,
    FigureKind Kind,
    Quantity Quantity,
    ReportingPeriod? Period,
    string? Site,
    TextSpan Span,
    string Rule,
    IReadOnlyList<string> Features,
    double Score,
    string Verdict);
