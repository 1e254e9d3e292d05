using PressParse.Mentions;

namespace PressParse.Extraction;

/// <summary>A unit as a label, a heading or a column of units states it. Immutable.</summary>
internal sealed record TableUnit
{
    /// <summary>Nothing said.</summary>
    public static readonly TableUnit None = new();

    public UnitFamily Family { get; init; }

    /// <summary>Canonical code; for money per unit the part after the slash.</summary>
    public string Code { get; init; } = "";

    /// <summary>Exact factor from the printed number to the canonical unit, scale included.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>A scale without its unit: "(000)", "in thousands"; 1 for none.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>ISO code, "$" where only a dollar is said, null where no currency is.</summary>
    public string? Currency { get; init; }

    /// <summary>Commodity named inside the unit ("US$/lb Cu").</summary>
    public string? Commodity { get; init; }

    /// <summary>True for a cost per tonne of ore rather than of metal.</summary>
    public bool PerOre { get; init; }

    /// <summary>True when the unit was found.</summary>
    public bool IsKnown => Family != UnitFamily.None;

    /// <summary>This unit with what a second mention in the same label adds: the one in brackets (<paramref name="inner"/>) outranks the one outside.</summary>
    public TableUnit With(TableUnit inner)
    {
        if (inner.Family == UnitFamily.Money && Family == UnitFamily.MoneyPerUnit && inner.Scale == 1)
            return this with { Currency = inner.Currency, Factor = Factor * inner.Factor, Commodity = Commodity ?? inner.Commodity };
        if (inner.IsKnown)
            return inner with { Commodity = inner.Commodity ?? Commodity, PerOre = inner.PerOre || PerOre, Scale = inner.Scale == 1 ? Scale : inner.Scale };
        return inner.Scale == 1 ? this with { Commodity = Commodity ?? inner.Commodity } : this with { Scale = inner.Scale, Commodity = Commodity ?? inner.Commodity };
    }

    /// <summary>The factor with the scale, where the unit itself carries none.</summary>
    public decimal FullFactor => Family is UnitFamily.Mass or UnitFamily.Rate && Factor <= 1 ? Factor * Scale : Factor;
}
