using System.Text.Json;

namespace PressParse.Evaluation;

/// <summary>Fields of gold JSON, where absent and null mean the same.</summary>
internal static class GoldJson
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement element, string name) => element.Field(name)?.GetString();

    public static double? Number(this JsonElement element, string name) => element.Field(name)?.GetDouble();

    public static bool Flag(this JsonElement element, string name) => element.Field(name)?.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<string?> Strings(this JsonElement element, string name) => element.Items(name).Select(i => i.GetString());
}
