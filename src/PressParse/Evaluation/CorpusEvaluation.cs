using PressParse.Batch;
using PressParse.Extraction;

namespace PressParse.Evaluation;

/// <summary>Runs a parser over a corpus and scores what it finds.</summary>
internal static class CorpusEvaluation
{
    /// <summary>The score of a parser on a corpus.</summary>
    /// <param name="folder">The corpus, in either layout of <see cref="GoldCorpus"/>.</param>
    /// <param name="parser">The parser to judge.</param>
    /// <param name="split">train, dev or test to judge only gold files that say so; null for all.</param>
    /// <param name="workers">Threads that parse.</param>
    /// <param name="failed">Told of every document that could not be read: its path and why.</param>
    /// <param name="cancellation">Stops between documents.</param>
    /// <exception cref="InvalidDataException">There is no corpus there, or a gold file is broken.</exception>
    public static CorpusScore Run(string folder, ReleaseParser parser, string? split, int workers, Action<string, string> failed, CancellationToken cancellation)
    {
        var documents = GoldCorpus.Find(folder).Select(d => (Document: d, Gold: GoldRelease.Load(d.GoldPath)))
            .Where(d => split is null || d.Gold.Split == split).ToList();
        if (documents.Count == 0) throw new InvalidDataException($"{folder} has no gold file with \"split\": \"{split}\".");
        var score = new CorpusScore();
        OrderedPipeline.Run(documents, (d, stop) => (d, new BatchInput.FromFile(d.Document.InputPath).Analyze(parser, stop)), Take, workers, cancellation);
        return score;

        void Take(((GoldDocument Document, GoldRelease Gold) Item, BatchOutcome<ReleaseAnalysis> Outcome) done)
        {
            if (done.Outcome.Error is { } error) failed(done.Outcome.Path, error);
            score.Add(done.Item.Document, done.Item.Gold, done.Outcome.Value?.Release, done.Outcome.Value?.Repaired.Source.Raw ?? File.ReadAllText(done.Outcome.Path));
        }
    }
}
