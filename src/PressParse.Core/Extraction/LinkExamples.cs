using PressParse.Mentions;
using PressParse.Records;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>What is known to be true of a quantity, for training. Immutable.</summary>
/// <param name="Metrics">Metrics that are right.</param>
/// <param name="Commodities">Commodity codes that are right; null among them where none is.</param>
/// <param name="Kinds">Kinds that are right.</param>
/// <param name="From">First day of its period; null for none.</param>
/// <param name="To">Last day of its period.</param>
/// <param name="PeriodIsOpen">True when any period would be right, so that none can be learned from.</param>
/// <param name="IsOptional">True when a reader may leave it out.</param>
public sealed record KnownFigure(IReadOnlyList<Metric> Metrics, IReadOnlyList<string?> Commodities, IReadOnlyList<FigureKind> Kinds, DateOnly? From, DateOnly? To, bool PeriodIsOpen, bool IsOptional);

/// <summary>One question with its answer: what the scorer would see, and whether the option is right. Immutable.</summary>
/// <param name="Link">The question.</param>
/// <param name="Quantity">Number of the quantity within the release; the options of one quantity belong together.</param>
/// <param name="Features">Values in the order of <see cref="LinkFeatures.Names"/>.</param>
/// <param name="IsRight">The answer.</param>
public sealed record LinkExample(CandidateLink Link, int Quantity, IReadOnlyList<float> Features, bool IsRight);

/// <summary>The words around a quantity whose kind is known. Immutable.</summary>
/// <param name="Words">Buckets of a hash, each once.</param>
/// <param name="Kind">The kind annotated.</param>
public sealed record KindWordsExample(IReadOnlyList<int> Words, FigureKind Kind);

/// <summary>A sentence of a release's body with its features. Immutable.</summary>
/// <param name="Source">Its place in the raw characters.</param>
/// <param name="Features">What the scorer would see.</param>
public sealed record SentenceExample(TextSpan Source, SentenceFeatures Features);

/// <summary>Questions about the quantities of a release whose answers are known: what a scorer is trained on.</summary>
public static class LinkExamples
{
    /// <summary>All questions the extractor would ask about a document's prose.</summary>
    /// <param name="source">The document as its reader gave it.</param>
    /// <param name="known">What is true of the quantity at a place of the raw text with these numbers; null where nothing a mine reports stands there.</param>
    /// <param name="readKind">What the words around a quantity say of its kind, as <see cref="ICandidateScorer.ReadKind"/> will; learned from other documents than this one.</param>
    public static IReadOnlyList<LinkExample> Collect(SourceText source, Func<Quantity, TextSpan, KnownFigure?> known, Func<IReadOnlyList<int>, float[]> readKind)
    {
        var examples = new List<LinkExample>();
        var number = 0;
        foreach (var (q, truth) in Quantities(source, known))
        {
            number++;
            if (truth is not null) q.Decision = new Decision(truth.Metrics[0], truth.Commodities[0], truth.Kinds[0], truth.PeriodIsOpen ? null : truth.From, truth.PeriodIsOpen ? null : truth.To);
            if (truth is { IsOptional: true }) continue;
            foreach (var metric in MetricLink.Allowed(q.Amount))
                examples.Add(new LinkExample(CandidateLink.Metric, number, MetricLink.Features(q, metric), truth is not null && truth.Metrics.Contains(metric)));
            if (truth is null) continue;
            var shared = KindLink.Shared(q, truth.Metrics[0]);
            var words = readKind(KindWords.Of(q));
            foreach (var kind in Enum.GetValues<FigureKind>())
                examples.Add(new LinkExample(CandidateLink.Kind, number, KindLink.Features(q, shared, kind, words[(int)kind]), truth.Kinds.Contains(kind)));
            if (truth.PeriodIsOpen) continue;
            var rank = 0;
            foreach (var option in PeriodOptions.Of(q, truth.Kinds[0]))
                examples.Add(new LinkExample(CandidateLink.Period, number, PeriodLink.Features(q, truth.Metrics[0], truth.Kinds[0], option, rank++), option.From == truth.From && option.To == truth.To));
        }
        return examples;
    }

    /// <summary>The words around every quantity of a document's prose whose kind is known.</summary>
    /// <param name="source">The document as its reader gave it.</param>
    /// <param name="known">As for <see cref="Collect"/>.</param>
    public static IReadOnlyList<KindWordsExample> Words(SourceText source, Func<Quantity, TextSpan, KnownFigure?> known) =>
        [.. Quantities(source, known).Where(k => k.Truth is { IsOptional: false }).Select(k => new KindWordsExample(KindWords.Of(k.Quantity), k.Truth!.Kinds[0]))];

    /// <summary>All sentences of a document's body.</summary>
    /// <param name="source">The document as its reader gave it.</param>
    public static IReadOnlyList<SentenceExample> Sentences(SourceText source)
    {
        var (repaired, document) = Read(source);
        return [.. document.Blocks.Where(b => b.Block.Disclaimer is null && b.Block.Kind != Structure.BlockKind.Table)
            .SelectMany(b => b.Sentences.Select(s => new SentenceExample(repaired.Map.ToSourceHull(s.Span), SentenceFeatures.Of(b, s))))];
    }

    private static (Repair.RepairedText Repaired, DocumentContext Document) Read(SourceText source)
    {
        var repaired = Repair.RepairCatalog.Default.Run(source);
        return (repaired, ReleaseExtractor.Understand(repaired, null, CancellationToken.None));
    }

    /// <summary>Every quantity of the prose with what is known of it.</summary>
    private static IEnumerable<(QuantityContext Quantity, KnownFigure? Truth)> Quantities(SourceText source, Func<Quantity, TextSpan, KnownFigure?> known)
    {
        var (repaired, document) = Read(source);
        return QuantityContext.All(document, CancellationToken.None).Select(q => (q, known(q.Amount.ToQuantity(q.Tokens, document.Dollar), repaired.Map.ToSourceHull(q.Amount.Span(q.Tokens)))));
    }
}
