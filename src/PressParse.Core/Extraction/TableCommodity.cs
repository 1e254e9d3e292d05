using PressParse.Mentions;
using PressParse.Records;

namespace PressParse.Extraction;

/// <summary>Finds the commodity of a table's figure from its labels, and says in which units metals are reckoned. Stateless.</summary>
internal static class TableCommodity
{
    public static bool IsPrecious(string? commodity) => commodity is "gold" or "silver" or "platinum" or "palladium" or "rhodium" or "pgm" or "gold-eq" or "silver-eq";

    /// <summary>True for rock that is sold as it is mined.</summary>
    public static bool IsBulk(string? commodity) => commodity is "coal" or "iron-ore" or "bauxite";

    /// <summary>The metal the release is mostly about.</summary>
    public static string? Main(DocumentContext document)
    {
        foreach (var metal in document.Commodities) return metal;
        return null;
    }

    /// <summary>The mass a metal is priced by, null where custom differs.</summary>
    public static string? Mass(string? commodity, DocumentContext document) => commodity switch
    {
        null => null,
        "diamonds" => "ct",
        "coal" or "iron-ore" or "potash" or "lithium" or "bauxite" or "alumina" or "aluminium" or "manganese" or "phosphate" or "tin" or "mineral-sands" => document.ShortTons && commodity == "coal" ? "st" : "t",
        "copper" or "uranium" or "molybdenum" => "lb",
        _ => IsPrecious(commodity) ? "oz" : null,
    };

    /// <summary>The commodity the labels name for a unit, nearest first; null where none does.</summary>
    public static string? Named(IReadOnlyList<TableLabel> chain, TableUnit unit)
    {
        if (unit.Commodity is { } inside && Fits(unit, inside)) return inside;
        foreach (var label in chain)
            if (label.Commodity is { } metal && Fits(unit, metal)) return metal;
        return null;
    }

    /// <summary>The commodity of a figure, with how surely it was found.</summary>
    public static (string? Commodity, double Score) Of(Metric metric, IReadOnlyList<TableLabel> chain, TableUnit unit, DocumentContext document)
    {
        var named = Named(chain, unit);
        if (metric is Metric.MiningRate or Metric.MillingRate) return (null, 1);
        if (metric is Metric.OreMined or Metric.OreProcessed)
        {
            var rock = named ?? Main(document);
            return (IsBulk(rock) || named == "mineral-sands" ? rock : null, 0.99);
        }
        if (named is not null) return (named, 1);
        foreach (var metal in document.Commodities)
            if (Fits(unit, metal) && metal != "concentrate" && !(metric is Metric.Grade && unit.Family == UnitFamily.Percent && IsPrecious(metal))) return (metal, 0.95);
        return (unit.Code is "oz" or "g/t" or "oz/st" ? "gold" : unit.Code == "ct" ? "diamonds" : null, 0.85);
    }

    /// <summary>True where a commodity is reckoned in a unit: no ounces of iron ore, no pounds of gold.</summary>
    public static bool Fits(TableUnit unit, string commodity) => unit.Code switch
    {
        "oz" or "g/t" or "oz/st" => IsPrecious(commodity),
        "ct" => commodity == "diamonds",
        "lb" => !IsPrecious(commodity) && commodity is not ("diamonds" or "iron-ore" or "coal" or "potash"),
        "kg" => commodity != "diamonds",
        "t" or "st" when unit.Family == UnitFamily.Mass => commodity is not ("diamonds" or "gold"),
        "t" or "st" => commodity is not "diamonds" && !IsPrecious(commodity),
        _ => true,
    };
}
