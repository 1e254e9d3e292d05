using PressParse.Records;

namespace PressParse.Extraction;

/// <summary>Scores links by hand-set rules alone: the nearest cue wins, exclusions and far cues lower it. The yardstick the model is measured against.</summary>
public sealed class RuleScorer : ICandidateScorer
{
    private static readonly Func<string, int> M = Index(MetricLink.FeatureNames), K = Index(KindLink.FeatureNames), P = Index(PeriodLink.FeatureNames);

    private static readonly int CueBefore = M("cueBefore"), CueAfter = M("cueAfter"), OtherBefore = M("otherBefore"), OtherAfter = M("otherAfter"), HeadingCue = M("headingCue"), PreviousCue = M("previousCue"), MetricOf = M("metric"), Family = M("family"),
        Resource = M("resource"), Drill = M("drill"), Market = M("market"), World = M("world"), Equity = M("equity"), Hedge = M("hedge"), Stock = M("stock"), Length = M("length"), OreAfter = M("oreAfter"), PercentBy = M("percentBy"), ChangeAfter = M("changeAfter"), Exploration = M("exploration"), CommodityAfter = M("commodityAfter"), PerCue = M("perCue"), CostIsTotal = M("costIsTotal"), CommodityInside = M("commodityInside"), Magnitude = M("magnitude"), ResourceHere = M("resourceHere"), DrillHere = M("drillHere"), SaleBefore = M("saleBefore"), PrecededBy = M("precededBy");

    private static readonly int Option = K("option"), ComparisonSince = K("comparisonSinceSame"), PlannedBefore = K("plannedBefore"), ActualBefore = K("actualBefore"), PlannedAfter = K("plannedAfter"), GuidanceBefore = K("guidanceBefore"), GuidanceAfter = K("guidanceAfter"), ModalBefore = K("modalBefore"), PastVerbs = K("past"), HeadingGuidance = K("headingGuidance"), HeadingPlanned = K("headingPlanned"), PeriodRelation = K("periodRelation"), ComparativeBefore = K("comparativeBefore"), KindFamily = K("family"), Annual = K("annual"), PriorNear = K("priorPeriodNear"), HasMain = K("hasMain"), DocumentPlanned = K("documentPlanned"), Now = K("now");

    private static readonly int Origin = P("origin"), Before = P("before"), After = P("after"), Amounts = P("amountsBetween"), Commas = P("commasBetween"), Same = P("sameBrackets"), Nearest = P("isNearest"), PKind = P("kind"), IsMain = P("equalsMain"), PastMain = P("pastMain"), PFamily = P("family"), FutureEnd = P("future"), Fuzzy = P("fuzzy"), PAnnual = P("annual"), Months = P("months"), Labelled = P("labelled"), OnDay = P("onDay"), Taken = P("taken");

    /// <inheritdoc/>
    public string Name => "rules";

    /// <inheritdoc/>
    public double Score(CandidateLink link, ReadOnlySpan<float> features) => link switch
    {
        CandidateLink.Metric => MetricScore(features),
        CandidateLink.Kind => KindScore(features),
        _ => PeriodScore(features),
    };

    /// <inheritdoc/>
    public double Confidence(double metric, double kind, double period) => metric * (0.4 + 0.6 * kind) * (0.4 + 0.6 * period);

    /// <inheritdoc/>
    public double ForwardLooking(SentenceFeatures sentence) => 1 / (1 + Math.Exp(-(2 * sentence.Future + sentence.Planned - 0.7 * sentence.Past - 1.4)));

    private static double MetricScore(ReadOnlySpan<float> f)
    {
        var metric = (Metric)(int)f[MetricOf];
        var best = Math.Min(f[CueBefore], f[CueAfter] + 1);
        var other = Math.Min(f[OtherBefore], f[OtherAfter] + 1);
        var score = best <= 4 ? 0.95 : best <= 9 ? 0.85 : best <= 16 ? 0.7 : best < CueField.Far ? 0.55 : f[HeadingCue] > 0 ? 0.5 : f[PreviousCue] > 0 ? 0.35 : 0.05;
        // "sold 30,120 ounces at $1,371 per ounce"
        if (metric == Metric.RealizedPrice && f[SaleBefore] < 16 && f[PrecededBy] == 1 && other > f[SaleBefore]) score = Math.Max(score, 0.85);
        if (metric is Metric.OreMined or Metric.OreProcessed && f[OreAfter] > 0) score += 0.05;
        if (metric is Metric.Production or Metric.Sales && (f[OreAfter] > 0)) score *= 0.3;
        if (other < best) score *= 0.3;
        if (metric == Metric.Grade && f[CommodityAfter] > 6 && f[CommodityInside] == 0 && best > 6) score *= 0.5;
        // No ore but iron ore grades over 40%, and no plant that recovers less of its metal reports it with pride.
        if (f[Family] == 4 && metric == (f[Magnitude] > 1.6f ? Metric.Grade : Metric.Recovery)) score *= 0.3;
        if (f[Family] == 2 && (metric == Metric.Production) != (f[CommodityAfter] < 4 || f[CommodityInside] > 0)) score *= 0.4;
        if (f[Family] == 5) score *= f[CostIsTotal] > 0 ? 0.1 : f[PerCue] > 0 ? 0.9 : best <= 4 ? 0.75 : 0.3;
        foreach (var not in (ReadOnlySpan<int>)[Resource, Drill, Market, Equity, Hedge, World])
            if (f[not] < best && f[not] < 12) score *= not == World ? 0.5 : 0.2;
        if (f[DrillHere] > 0 && f[Length] < CueField.Far) score *= 0.1;
        if (f[ResourceHere] > 0 && metric is Metric.Grade or Metric.Production && best > 6) score *= 0.4;
        if (f[Stock] < best) score *= 0.5;
        if (f[PercentBy] > 0 || (f[ChangeAfter] > 0 && f[Family] == 4)) score *= 0.1;
        if (metric == Metric.Grade && f[Exploration] > 0) score *= 0.5;
        return score;
    }

    private static double KindScore(ReadOnlySpan<float> f)
    {
        var guidance = Math.Min(f[GuidanceBefore], f[GuidanceAfter] + 2);
        var planned = Math.Min(f[PlannedBefore], f[PlannedAfter] + 2);
        var comparative = f[ComparisonSince] > 0 && f[ComparativeBefore] < 9 || f[PeriodRelation] == -1 || f[PriorNear] < 5;
        var future = guidance < 20 || f[HeadingGuidance] > 0 || f[ModalBefore] < 10;
        var isNow = f[Now] <= 9 && f[ModalBefore] > 10 && f[PlannedBefore] > 6;
        var winner = isNow && !comparative ? FigureKind.Actual
            : planned < 8 && planned <= guidance && (f[PastVerbs] == 0 || planned < 3) ? FigureKind.Planned
            : comparative && !(guidance < 5) ? FigureKind.Comparative
            : future && (f[PastVerbs] == 0 || guidance < 8 || f[PeriodRelation] == 1) ? FigureKind.Guidance
            : (f[HeadingPlanned] > 0 || (f[DocumentPlanned] > 0 && f[HasMain] == 0)) && f[PastVerbs] <= 1 || (f[Annual] > 0 && f[ActualBefore] > 8) ? FigureKind.Planned : FigureKind.Actual;
        return (FigureKind)(int)f[Option] == winner ? 0.85 : 0.05;
    }

    private static double PeriodScore(ReadOnlySpan<float> f)
    {
        if (f[Labelled] > 0 || f[OnDay] > 0) return 0.97;
        var kind = (FigureKind)(int)f[PKind];
        var origin = (PeriodOrigin)(int)f[Origin];
        var score = origin switch
        {
            PeriodOrigin.Sentence => Math.Max(0.35, 0.95 - 0.02 * Math.Min(f[Before] + 2, f[After]) - 0.25 * f[Amounts] - 0.03 * f[Commas] + 0.2 * f[Same] - 0.25 * f[Taken]),
            PeriodOrigin.Main => kind == FigureKind.Actual ? 0.5 : 0.1,
            PeriodOrigin.Heading => 0.45,
            PeriodOrigin.BlockLead => 0.55,
            PeriodOrigin.SentenceBefore => kind == FigureKind.Actual ? 0.4 : 0.3,
            PeriodOrigin.GuidanceYear => kind == FigureKind.Guidance ? 0.4 : 0.05,
            PeriodOrigin.Paired => kind == FigureKind.Comparative ? (f[Months] == 0 ? 0.1 : 0.45) : 0.1,
            _ => kind == FigureKind.Planned ? 0.7 : 0.2,
        };
        if (kind == FigureKind.Comparative && f[IsMain] > 0) score *= 0.2;
        if (kind == FigureKind.Comparative && f[PastMain] > 0) score *= 1.2;
        if (kind is FigureKind.Actual && f[FutureEnd] > 0) score *= 0.3;
        if (kind is FigureKind.Guidance && f[FutureEnd] > 0) score *= 1.2;
        if (kind is FigureKind.Guidance && f[IsMain] > 0 && f[FutureEnd] == 0) score *= 0.6;
        if (f[Months] == -1) score *= 0.6;
        if (kind == FigureKind.Planned && origin is not (PeriodOrigin.None or PeriodOrigin.Sentence)) score *= 0.3;
        // A rate of tonnes a year is a capacity or a run rate: it covers no period.
        if (f[PAnnual] > 0) score = origin == PeriodOrigin.None ? 0.85 : score * 0.4;
        if (f[Nearest] > 0) score += 0.1;
        return Math.Min(0.98, score);
    }

    private static Func<string, int> Index(string[] names) => name => Array.IndexOf(names, name) is var i and >= 0 ? i : throw new ArgumentException($"No feature is named {name}.", nameof(name));
}
