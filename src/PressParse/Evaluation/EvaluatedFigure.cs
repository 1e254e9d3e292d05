using PressParse.Export;
using PressParse.Records;

namespace PressParse.Evaluation;

/// <summary>How much of a figure must be right; each tier includes those before it.</summary>
internal enum Tier
{
    /// <summary>The numbers and the unit.</summary>
    Quantity,

    /// <summary>And the metric and commodity.</summary>
    Metric,

    /// <summary>And actual, comparative, guidance or planned.</summary>
    Kind,

    /// <summary>And the period: the headline tier, a row that is right in a user's data set.</summary>
    Period,

    /// <summary>And the site.</summary>
    Site,
}

/// <summary>What a gold figure accepts beside its own fields.</summary>
internal sealed record Alternatives(
    IReadOnlyList<string?> Units, IReadOnlyList<string?> Metrics, IReadOnlyList<string?> Commodities, IReadOnlyList<string?> Kinds,
    bool CommodityImplied, bool AnyPeriod, bool AnySite);

/// <summary>A figure of either side, flat, as score.py compares them. Immutable.</summary>
internal sealed record EvaluatedFigure
{
    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public required string? Unit { get; init; }

    public required string Metric { get; init; }

    public string? Commodity { get; init; }

    public required string Kind { get; init; }

    /// <summary>First day of the period, ISO; null for none.</summary>
    public string? Start { get; init; }

    /// <summary>Last day of the period, ISO; null for none.</summary>
    public string? End { get; init; }

    public string? Site { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Offsets in the raw release at which a gold figure stands; empty where the gold does not say.</summary>
    public IReadOnlyList<int> At { get; init; } = [];

    /// <summary>A gold figure that is neither required nor punished.</summary>
    public bool Optional { get; init; }

    /// <summary>What a gold figure accepts; null for a prediction.</summary>
    public Alternatives? Allowed { get; init; }

    /// <summary>Confidence of a prediction.</summary>
    public double Confidence { get; init; }

    private bool IsRange => Low is not null || High is not null;

    /// <summary>A record of a release.</summary>
    public static EvaluatedFigure Of(ProductionFigure figure) => new()
    {
        Value = (double?)figure.Quantity.SingleValue,
        Low = (double?)figure.Quantity.LowValue,
        High = (double?)figure.Quantity.HighValue,
        Unit = figure.Quantity.Unit,
        Metric = CodeNames.Of(figure.Metric),
        Commodity = figure.Commodity,
        Kind = CodeNames.Of(figure.Kind),
        Start = figure.Period is { } period ? JsonValues.Iso(period.Start) : null,
        End = figure.Period is { } same ? JsonValues.Iso(same.End) : null,
        Site = figure.Site,
        Text = figure.Evidence.Text,
        Confidence = figure.Confidence,
    };

    /// <summary>Each distinct row once, at its first place.</summary>
    public static List<EvaluatedFigure> Distinct(IEnumerable<EvaluatedFigure> figures) =>
        [.. figures.DistinctBy(f => (f.IsRange ? null : f.Value, f.IsRange, f.Low, f.High, f.Unit, f.Metric, f.Commodity, (f.Kind, f.Start, f.End, NameKey.Site(f.Site))))];

    /// <summary>How many tiers, from the first on, a prediction agrees with this gold figure in.</summary>
    public int Depth(EvaluatedFigure prediction)
    {
        var allowed = Allowed ?? throw new InvalidOperationException("Only a gold figure can be agreed with.");
        if (!SameNumbers(prediction) || !allowed.Units.Contains(prediction.Unit)) return 0;
        if (!allowed.Metrics.Contains(prediction.Metric)) return 1;
        if (!allowed.Commodities.Contains(prediction.Commodity) && !(allowed.CommodityImplied && prediction.Commodity is null)) return 1;
        if (!allowed.Kinds.Contains(prediction.Kind)) return 2;
        if (!allowed.AnyPeriod && (Start != prediction.Start || End != prediction.End)) return 3;
        return allowed.AnySite || NameKey.Site(Site) == NameKey.Site(prediction.Site) ? 5 : 4;
    }

    public string Describe() => $"{Metric} {Commodity ?? "-"} {Kind} {(Start is null ? "no period" : $"{Start}..{End}")}{(Site is null ? "" : $" at {Site}")}";

    private bool SameNumbers(EvaluatedFigure other)
    {
        if (IsRange != other.IsRange) return false;
        return IsRange ? Same(Low, other.Low) && Same(High, other.High) : Same(Value, other.Value);
    }

    /// <summary>Equal to a millionth, as printed numbers are multiplied out.</summary>
    private static bool Same(double? a, double? b)
    {
        if (a is null && b is null) return true;
        return a is { } x && b is { } y && Math.Abs(x - y) <= 1e-6 * Math.Max(1.0, Math.Max(Math.Abs(x), Math.Abs(y)));
    }
}
