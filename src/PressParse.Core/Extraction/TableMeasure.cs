using PressParse.Mentions;
using PressParse.Records;

namespace PressParse.Extraction;

/// <summary>The metric and unit of a figure, and how surely they were found.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Score">How likely both are right.</param>
/// <param name="Refusal">Why the figure is refused, or null.</param>
internal readonly record struct TableMeasure(Metric Metric, TableUnit Unit, double Score, string? Refusal)
{
    /// <summary>Finds the metric and unit of a number from its labels, the nearest first.</summary>
    /// <param name="value">The number of the cell with the unit printed in it.</param>
    /// <param name="chain">Labels that stand for the cell, nearest first.</param>
    /// <param name="rows">How many of them, from the first on, are those of its row.</param>
    /// <param name="unitCell">The unit from a column of units.</param>
    /// <param name="document">The release.</param>
    /// <param name="commodity">The commodity the labels name, or null.</param>
    public static TableMeasure Of(TableValue value, IReadOnlyList<TableLabel> chain, int rows, TableUnit unitCell, DocumentContext document, string? commodity)
    {
        var cell = FromCell(value.Amount);
        if (cell.Family == UnitFamily.Foreign || unitCell.Family == UnitFamily.Foreign) return Refuse("a unit no figure has");
        for (var i = 0; i < chain.Count; i++)
        {
            var label = chain[i];
            var last = i >= rows && label.Metrics.Count == 0;
            if (last) continue;
            if (label.Metrics.Count == 0)
            {
                if (label.Refusal is not null) return Refuse("a row of another subject");
                if (!label.IsExplained && label.Period is null && label.Commodity is null && !label.Unit.IsKnown) return Refuse("a row without a known metric");
                continue;
            }
            var own = Own(cell, unitCell, chain, i);
            if (label.Unit.Family == UnitFamily.Foreign || own.Family == UnitFamily.Foreign) return Refuse("a unit no figure has");
            if (own.IsKnown)
            {
                if (own.Family == UnitFamily.Money) own = PerUnit(own, chain, i, label, commodity, document);
                if (Best(label, own, commodity) is { } fit)
                {
                    if (Reject(label, fit, own, document, commodity) is { } why) return Refuse(why);
                    return Daily(label, new TableMeasure(fit.Metric, own, Sureness(i, rows, fit), null));
                }
                if (i < rows && !(label.Metrics[0].Weak && (own.Family is UnitFamily.Mass or UnitFamily.Grade))) return Refuse("a metric its unit does not fit");
                continue;
            }
            if (WithoutUnit(label, chain, i, document, commodity) is { } found)
            {
                if (Reject(label, new TableMetric(found.Metric, 1, false), found.Unit, document, commodity) is { } why) return Refuse(why);
                return found with { Score = found.Score * Place(i, rows) };
            }
            if (i < rows && label.Metrics.Any(m => !m.Weak)) return Refuse("a row without a unit");
        }
        return Implied(cell, unitCell, chain, commodity);
    }

    /// <summary>"Daily ore throughput (kt)", "Mill throughput per day (t)": a rate, though its unit is a mass.</summary>
    private static TableMeasure Daily(TableLabel label, TableMeasure measure)
    {
        if (measure is not { Unit: { Family: UnitFamily.Mass, Code: "t" or "st" }, Metric: Metric.OreProcessed or Metric.OreMined }) return measure;
        if (!label.Text.Contains("daily", StringComparison.OrdinalIgnoreCase) && !label.Text.Contains("per day", StringComparison.OrdinalIgnoreCase)) return measure;
        return measure with { Metric = measure.Metric == Metric.OreMined ? Metric.MiningRate : Metric.MillingRate, Unit = measure.Unit with { Family = UnitFamily.Rate, Code = measure.Unit.Code + "/d" } };
    }

    private static TableMeasure Refuse(string why) => new(Metric.Production, TableUnit.None, 0, why);

    private static double Sureness(int place, int rows, TableMetric metric) => Place(place, rows) * (metric.Weak ? 0.85 : 1);

    /// <summary>A metric named in the row is surer than one named above the table.</summary>
    private static double Place(int place, int rows) => place < rows ? 0.97 : place == rows ? 0.95 : 0.88;

    private static TableUnit FromCell(Amount amount) => amount.Family switch
    {
        UnitFamily.None => TableUnit.None,
        UnitFamily.Money or UnitFamily.MoneyPerUnit => new TableUnit { Family = amount.Family, Code = amount.Unit, Currency = amount.Currency, Commodity = amount.Commodity },
        _ => new TableUnit { Family = amount.Family, Code = amount.Unit, Commodity = amount.Commodity },
    };

    /// <summary>The unit from the cell outwards to the label that names the metric; a currency in the cell takes its "per ounce" from the labels.</summary>
    private static TableUnit Own(TableUnit cell, TableUnit unitCell, IReadOnlyList<TableLabel> chain, int place)
    {
        if (cell.IsKnown && cell.Family != UnitFamily.Money) return cell;
        var found = unitCell;
        decimal scale = unitCell.Scale;
        var beyond = 0;
        for (; beyond <= place && !found.IsKnown; beyond++)
        {
            found = chain[beyond].Unit;
            if (scale == 1) scale = found.Scale;
        }
        // "In thousands" over the table, "000's" in its corner, scales masses that are named in words.
        for (var i = beyond; i < chain.Count && scale == 1 && found is { Family: UnitFamily.Mass, Factor: 1 }; i++)
            if (chain[i].Unit is { Family: UnitFamily.None or UnitFamily.Mass } above && (above.Code.Length == 0 || above.Code == found.Code)) scale = above.Family == UnitFamily.Mass ? above.Factor : above.Scale;
        if (scale != 1 && found.Scale == 1) found = found with { Scale = scale, Factor = found.Family is UnitFamily.Mass or UnitFamily.Rate && found.Factor == 1 ? scale : found.Factor };
        if (!cell.IsKnown) return found;
        if (found.Family == UnitFamily.MoneyPerUnit) return found with { Currency = found.Currency is null or "$" ? cell.Currency : found.Currency };
        return found.IsKnown && found.Family != UnitFamily.Money ? TableUnit.None with { Family = UnitFamily.Money, Currency = cell.Currency, Scale = 1 } : cell with { Scale = found.Scale };
    }

    /// <summary>Money without "per": an amount in thousands is a total, a cost or price takes the unit its metal is reckoned in.</summary>
    private static TableUnit PerUnit(TableUnit money, IReadOnlyList<TableLabel> chain, int place, TableLabel label, string? commodity, DocumentContext document)
    {
        if (money.Scale != 1) return money;
        for (var i = place + 1; i < chain.Count; i++)
            if (chain[i].Unit is { Family: UnitFamily.MoneyPerUnit } per) return per with { Currency = money.Currency is null or "$" ? per.Currency ?? money.Currency : money.Currency };
        if (!label.Metrics.Any(m => m is { Weak: false, Metric: Metric.CashCost or Metric.Aisc or Metric.RealizedPrice })) return money;
        return TableCommodity.Mass(commodity ?? TableCommodity.Main(document), document) is { } code ? money with { Family = UnitFamily.MoneyPerUnit, Code = code } : money;
    }

    private static TableMetric? Best(TableLabel label, TableUnit unit, string? commodity)
    {
        TableMetric? best = null;
        foreach (var metric in label.Metrics)
            if (!(metric.Weak && metric.Metric is Metric.OreProcessed or Metric.OreMined && commodity is not null && !TableCommodity.IsBulk(commodity) && !label.Ore) && Fit(metric.Metric, unit, label) is { } fitted && (best is null || (best.Value.Weak && !metric.Weak)))
                best = metric with { Metric = fitted };
        return best;
    }

    /// <summary>The metric a word names beside a unit, null where they do not go together.</summary>
    private static Metric? Fit(Metric metric, TableUnit unit, TableLabel label) => unit.Family switch
    {
        UnitFamily.Mass => metric switch
        {
            Metric.Production when label.Ore && label.Commodity is not ("iron-ore" or "manganese" or "phosphate" or "bauxite") => unit.Code is "t" or "st" ? Metric.OreMined : metric,
            Metric.Production or Metric.Sales => metric,
            Metric.OreMined or Metric.OreProcessed => unit.Code is "t" or "st" ? metric : metric == Metric.OreMined ? Metric.Production : null,
            Metric.MiningRate => unit.Code is "t" or "st" ? Metric.OreMined : null,
            Metric.MillingRate => unit.Code is "t" or "st" ? Metric.OreProcessed : null,
            _ => null,
        },
        UnitFamily.Rate => metric switch
        {
            Metric.OreMined or Metric.MiningRate => Metric.MiningRate,
            Metric.OreProcessed or Metric.MillingRate => Metric.MillingRate,
            Metric.Production => unit.Code is "t/a" or "st/a" ? metric : Metric.MillingRate,
            _ => null,
        },
        UnitFamily.Grade => metric is Metric.Grade or Metric.Recovery or Metric.Production or Metric.OreProcessed or Metric.OreMined ? Metric.Grade : null,
        UnitFamily.Percent => metric is Metric.Grade or Metric.Recovery ? metric : null,
        UnitFamily.MoneyPerUnit => metric is Metric.CashCost or Metric.Aisc or Metric.RealizedPrice ? metric : null,
        _ => null,
    };

    private static string? Reject(TableLabel label, TableMetric metric, TableUnit unit, DocumentContext document, string? commodity)
    {
        if (unit.Family == UnitFamily.MoneyPerUnit)
        {
            if (unit.PerOre) return "a cost per tonne of ore";
            if (unit.Code is "t" or "st" && TableCommodity.IsPrecious(commodity ?? TableCommodity.Main(document))) return "a cost per tonne of ore";
        }
        if (label.Refusal is not null && (metric.Weak || label.Refusal != "refuse" || metric.Metric is not (Metric.Aisc or Metric.CashCost or Metric.RealizedPrice))) return "a row of another subject";
        return unit.Family == UnitFamily.Grade && unit.Code is not ("g/t" or "oz/st") && unit.Code != "ppm" ? "a unit no figure has" : null;
    }

    /// <summary>A metric whose label has no unit: from the labels above where one fits, else the one its metal is reckoned in.</summary>
    private static TableMeasure? WithoutUnit(TableLabel label, IReadOnlyList<TableLabel> chain, int place, DocumentContext document, string? commodity)
    {
        foreach (var metric in label.Metrics)
        {
            for (var i = place + 1; i < chain.Count; i++)
                if (chain[i].Unit is { IsKnown: true } above && Fit(metric.Metric, above, label) is { } fitted) return new TableMeasure(fitted, Scaled(above, label.Unit.Scale), metric.Weak ? 0.8 : 0.93, null);
            if (metric.Weak) continue;
            var metal = commodity ?? TableCommodity.Main(document);
            var scale = label.Unit.Scale;
            TableUnit? unit = metric.Metric switch
            {
                Metric.Recovery => new TableUnit { Family = UnitFamily.Percent, Code = "%" },
                Metric.Grade when TableCommodity.IsPrecious(metal) => new TableUnit { Family = UnitFamily.Grade, Code = "g/t" },
                Metric.Production or Metric.Sales when TableCommodity.IsPrecious(metal) && !label.Ore => new TableUnit { Family = UnitFamily.Mass, Code = "oz", Factor = scale },
                Metric.Production or Metric.Sales when metal == "diamonds" => new TableUnit { Family = UnitFamily.Mass, Code = "ct", Factor = scale },
                Metric.OreMined or Metric.OreProcessed => new TableUnit { Family = UnitFamily.Mass, Code = document.ShortTons ? "st" : "t", Factor = scale },
                _ => null,
            };
            if (unit is not null) return new TableMeasure(metric.Metric, unit, metric.Metric is Metric.Recovery ? 0.92 : 0.6, null);
        }
        return null;
    }

    private static TableUnit Scaled(TableUnit unit, decimal scale) => scale == 1 || unit.Factor != 1 ? unit : unit with { Factor = scale };

    /// <summary>A unit alone: "Ounces", "Copper (kt)", "Au (g/t)".</summary>
    private static TableMeasure Implied(TableUnit cell, TableUnit unitCell, IReadOnlyList<TableLabel> chain, string? commodity)
    {
        var unit = Own(cell, unitCell, chain, chain.Count - 1);
        if (unit.Family == UnitFamily.Grade) return new TableMeasure(Metric.Grade, unit, 0.85, null);
        if (!unit.IsKnown && commodity is "gold-eq" or "silver-eq") return new TableMeasure(Metric.Production, new TableUnit { Family = UnitFamily.Mass, Code = "oz", Factor = unit.Scale }, 0.75, null);
        if (unit.Family == UnitFamily.Percent && commodity is not null && !TableCommodity.IsPrecious(commodity) && chain[0].IsExplained) return new TableMeasure(Metric.Grade, unit, 0.75, null);
        if (unit.Family == UnitFamily.Mass && (unit.Code is "oz" or "ct" || commodity is not null)) return new TableMeasure(Metric.Production, unit, 0.75, null);
        return Refuse("a row without a known metric");
    }
}
