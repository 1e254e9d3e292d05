using PressParse.Extraction;

namespace PressParse;

/// <summary>What a <see cref="ReleaseParser"/> is built with. Immutable.</summary>
public sealed record ReleaseParserOptions
{
    /// <summary>Day against which relative periods resolve where the release carries no date of its own; null (default): such periods stay unresolved.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>Who judges what the rules propose; null (default): the model shipped with the library, or the rules alone in a build without one.</summary>
    public ICandidateScorer? Scorer { get; init; }

    /// <summary>Largest input accepted, in bytes; default 64 MiB, well above the largest EDGAR submission of a single release.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;
}
