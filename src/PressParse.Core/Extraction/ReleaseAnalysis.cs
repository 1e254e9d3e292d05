using PressParse.Mentions;
using PressParse.Records;
using PressParse.Repair;
using PressParse.Structure;

namespace PressParse.Extraction;

/// <summary>A release with every stage that led to its records, for those who ask how a record was derived. Immutable and safe to share between threads.</summary>
public sealed class ReleaseAnalysis
{
    private readonly Lazy<IReadOnlyList<Mention>> _mentions;

    internal ReleaseAnalysis(RepairedText repaired, DocumentContext document, IReadOnlyList<Candidate> candidates, Release release)
    {
        (Repaired, Candidates, Release) = (repaired, candidates, release);
        Blocks = [.. document.Blocks.Select(b => b.Block)];
        // Most callers want the records alone.
        _mentions = new Lazy<IReadOnlyList<Mention>>(() => MentionList.Of(document));
    }

    /// <summary>The repaired text, its map and its repairs.</summary>
    public RepairedText Repaired { get; }

    /// <summary>The blocks of the repaired text.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What the readers found, in order of place; computed when first asked for.</summary>
    public IReadOnlyList<Mention> Mentions => _mentions.Value;

    /// <summary>Every proposed figure, accepted or refused, with its score.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>The records.</summary>
    public Release Release { get; }
}
