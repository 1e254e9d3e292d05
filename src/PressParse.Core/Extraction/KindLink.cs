using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>The question "is this quantity actual, comparative, guidance or planned?" and the features of its answer.</summary>
internal static class KindLink
{
    public static readonly string[] FeatureNames =
    [
        "option", "ownBefore", "ownAfter", "actualBefore", "actualAfter", "comparativeBefore", "comparativeAfter", "guidanceBefore", "guidanceAfter", "plannedBefore", "plannedAfter",
        "headingGuidance", "headingPlanned", "headingComparative", "previousGuidance", "previousPlanned", "future", "past", "modalBefore", "inBrackets", "rank", "sameUnitBefore", "comparisonSinceSame",
        "metric", "family", "annual", "range", "bounded", "periodRelation", "periodAfterHere", "fuzzy", "about", "headline", "datesInSentence", "priorPeriodNear", "hasMain", "documentPlanned", "previousComparative", "studyInSentence", "blockKind", "recordVerb", "precededBy", "priorWordBefore", "sentencesSinceStudy", "metBefore", "metAfter", "now", "tiedKind", "words",
    ];

    /// <summary>The features of a kind: those of the quantity, which are the same for all four, with the kind's own three in front and what the words say of it last.</summary>
    public static float[] Features(QuantityContext q, float[] shared, FigureKind kind, float words)
    {
        var features = (float[])shared.Clone();
        var own = CueGroup.KindStart + (int)kind;
        (features[0], features[1], features[2]) = ((int)kind, q.Cues.Before(own), q.Cues.After(own));
        features[^1] = words;
        return features;
    }

    /// <summary>The features every kind shares; the first three places and the last are the kind's own.</summary>
    public static float[] Shared(QuantityContext q, Metric metric)
    {
        var c = q.Cues;
        var start = CueGroup.KindStart;
        var words = q.Block.WordsOf(q.Sentence);
        return
        [
            0, 0, 0, c.Before(start), c.After(start), c.Before(start + 1), c.After(start + 1), c.Before(start + 2), c.After(start + 2), c.Before(start + 3), c.After(start + 3),
            F(q.HeadingCues[start + 2]), F(q.HeadingCues[start + 3]), F(q.HeadingCues[start + 1]), F(q.PreviousCues[start + 2]), F(q.PreviousCues[start + 3]), words.Future, words.Past, Modal(q), F(InBrackets(q)), q.Rank,
            F(q.SameUnitBefore is not null), F(ComparisonSince(q)), (int)metric, (int)q.Amount.Family, F(q.Amount.Annual), F(q.Amount.High is not null), F(q.Amount.Bound != Bound.Exact), PeriodRelation(q, out var after), after,
            c.Nearest(CueGroup.Fuzzy), F(q.Block.Block.Disclaimer is not null), F(q.Block.Block.Kind is BlockKind.Headline or BlockKind.Heading), q.Periods.Count, PriorNear(q),
            F(q.Document.Calendar.Main is not null), q.Document.HeadlinePlanned, F(q.PreviousCues[start + 1]), F(c.Nearest(start + 3) < 25), (int)q.Block.Block.Kind, F(words.Record > 0), WordBefore.Code(q), PriorBefore(q), StudyWords.SentencesSince(q.Block, q.Sentence), q.Met.Before, q.Met.After, q.Now, TiedKind(q), 0,
        ];
    }

    /// <summary>The kind of the quantity it is compared with, 1 to 4, or is a part of or attached to, 5 to 8; 0 where there is none.</summary>
    private static float TiedKind(QuantityContext q) => q.Tie is { To.Decision: { } decision } tie ? 1 + (int)decision.Kind + (tie.Kind == TieKind.Comparison ? 0 : 4) : 0;

    /// <summary>How the nearest period of the sentence stands to the release: -1 before the period it reports, 0 that period, 1 still to come, -2 none.</summary>
    private static float PeriodRelation(QuantityContext q, out float after)
    {
        after = 0;
        if (PeriodLink.NearestInSentence(q) is not { } date || date.To is not { } to) return -2;
        after = date.First >= q.Amount.End ? 1 : 0;
        if (q.Document.Calendar.Reference is { } reference && to > reference.AddDays(25)) return 1;
        if (q.Document.Calendar.Main is not { } main) return date.Relation < 0 ? -1 : 0;
        return to < main.To.AddDays(-5) ? -1 : 0;
    }

    private static float PriorNear(QuantityContext q)
    {
        var best = 20f;
        foreach (var date in q.Dates)
            if (date.Relation < 0 && date.First >= q.Amount.End && date.First < q.Range.End) best = Math.Min(best, date.First - q.Amount.End);
        return best;
    }

    /// <summary>Tokens back to a relative period of the past ("previous quarter: 2 711 kg"), 20 for none.</summary>
    private static float PriorBefore(QuantityContext q)
    {
        var best = 20f;
        foreach (var date in q.Dates)
            if (date.Relation < 0 && date.End <= q.Amount.Head && date.First >= q.Range.First) best = Math.Min(best, q.Amount.Head - date.End);
        return best;
    }

    /// <summary>Tokens back to the nearest modal or verb of expectation before the quantity, 30 for none.</summary>
    private static float Modal(QuantityContext q)
    {
        for (var i = q.Amount.Head - 1; i >= q.Range.First && q.Amount.Head - i < 30; i--)
            if (q.Tokens.At(i) is "will" or "expects" or "expected" or "expect" or "anticipates" or "anticipated" or "should" or "would" or "could" or "to" or "forecast" or "guidance" or "targeting" or "target") return q.Amount.Head - i;
        return 30;
    }

    private static bool InBrackets(QuantityContext q)
    {
        for (var i = q.Amount.Head - 1; i >= q.Range.First && q.Amount.Head - i < 14; i--)
        {
            if (q.Tokens.Closes(i)) return false;
            if (q.Tokens.Opens(i)) return true;
        }
        return false;
    }

    /// <summary>True when a word of comparison stands between the quantity of the same unit before and this one.</summary>
    private static bool ComparisonSince(QuantityContext q)
    {
        var from = q.SameUnitBefore?.End ?? q.Range.First;
        foreach (var term in q.Tokens.TermsIn(from, q.Amount.First))
            if (term is { Category: TermCategory.Kind, Code: "comparative" } && term.End <= q.Amount.First) return true;
        return false;
    }

    private static float F(bool value) => value ? 1 : 0;
}
