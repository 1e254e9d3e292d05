using System.Globalization;
using System.Text.Json;

namespace PressParse.Export.Tables;

/// <summary>Type of a column, the same in every format.</summary>
internal enum CellType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Exact decimal number.</summary>
    Decimal,

    /// <summary>Probability.</summary>
    Real,

    /// <summary>Day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>Where a row comes from.</summary>
/// <param name="Release">The release as JSON.</param>
/// <param name="Item">The record of the row; the release itself for a row per release.</param>
/// <param name="Number">Number of the row within its release, from 1.</param>
internal readonly record struct RowSource(JsonElement Release, JsonElement Item, int Number);

/// <summary>A column of a table. Immutable.</summary>
/// <param name="Name">snake_case name, the same in every format.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value in a row: string, long, decimal, double, DateOnly or bool; null for none.</param>
internal sealed record Column(string Name, CellType Type, Func<RowSource, object?> Value)
{
    /// <summary>A column of the record's own field, at a path of property names.</summary>
    public static Column Of(string name, CellType type, params string[] path) => new(name, type, row => Read(Walk(row.Item, path), type));

    /// <summary>A column of the release's field, at a path of property names.</summary>
    public static Column OfRelease(string name, CellType type, params string[] path) => new(name, type, row => Read(Walk(row.Release, path), type));

    private static JsonElement Walk(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        }
        return element;
    }

    private static object? Read(JsonElement value, CellType type) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : type switch
    {
        CellType.Text => value.GetString(),
        CellType.Integer => value.GetInt64(),
        CellType.Decimal => value.GetDecimal(),
        CellType.Real => value.GetDouble(),
        CellType.Date => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.GetBoolean(),
    };
}
