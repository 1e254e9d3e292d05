using PressParse.Mentions;
using PressParse.Records;
using PressParse.Repair;
using PressParse.Structure;

namespace PressParse.Extraction;

/// <summary>A release with every stage that led to its records, for those who ask how a record was derived. Immutable and safe to share between threads.</summary>
/// <param name="Repaired">The repaired text, its map and its repairs.</param>
/// <param name="Blocks">The blocks of the repaired text.</param>
/// <param name="Mentions">What the readers found, in order of place; computed when first looked at.</param>
/// <param name="Candidates">Every proposed figure, accepted or refused, with its score.</param>
/// <param name="Release">The records.</param>
public sealed record ReleaseAnalysis(
    RepairedText Repaired,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Candidate> Candidates,
    Release Release);
