using PressParse.Records;
using PressParse.Text;

namespace PressParse.Dataset;

/// <summary>A release of the data set, without its records. Immutable but for the links that are found later.</summary>
internal sealed class DatasetRelease
{
    public required int Number { get; init; }

    public required string Path { get; init; }

    public required ReleaseHeader Header { get; init; }

    /// <summary>Signature of the text, by which the same release from another wire is recognised.</summary>
    public required TextSignature Signature { get; init; }

    public List<Statement> Statements { get; } = [];

    /// <summary>The reconciled issuer; set when all releases are known.</summary>
    public Company? Company { get; set; }

    /// <summary>The release of which this is another edition; null for the first.</summary>
    public DatasetRelease? SameAs { get; set; }

    /// <summary>Share of the text that the two editions have in common.</summary>
    public double Similarity { get; set; }

    /// <summary>Order of publication: by day, undated ones last, then by number.</summary>
    public (DateOnly Published, int Number) Order => (Header.Date ?? DateOnly.MaxValue, Number);
}

/// <summary>What a release says of a figure. Immutable.</summary>
/// <param name="Release">Where it is said.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Commodity">Of what; null for none.</param>
/// <param name="Kind">Actual, comparative, planned or guidance.</param>
/// <param name="Quantity">The number.</param>
/// <param name="Period">The days; a figure without any is in no series.</param>
/// <param name="Site">Site as printed; null for the company.</param>
/// <param name="Text">The evidence.</param>
/// <param name="SourceSpans">Its characters in the input.</param>
/// <param name="Confidence">Probability that the row is right.</param>
/// <param name="Action">What a guidance says it does.</param>
/// <param name="Former">What a guidance says it replaces.</param>
internal sealed record Statement(
    DatasetRelease Release, Metric Metric, string? Commodity, FigureKind Kind, Quantity Quantity, ReportingPeriod Period, string? Site, string Text,
    IReadOnlyList<TextSpan> SourceSpans, double Confidence, GuidanceAction? Action, Quantity? Former);

/// <summary>What statements must share to be about the same thing.</summary>
/// <param name="Company">Number of the issuer.</param>
/// <param name="Site">Key of the site; empty for the company.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Commodity">Of what; empty for none.</param>
/// <param name="Dimension">Kind of unit; those of one kind convert into each other.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
internal readonly record struct Subject(int Company, string Site, Metric Metric, string Commodity, string Dimension, DateOnly Start, DateOnly End);
