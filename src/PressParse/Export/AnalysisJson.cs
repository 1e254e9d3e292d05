using System.Text.Json;
using PressParse.Extraction;
using PressParse.Mentions;
using PressParse.Records;
using PressParse.Repair;

namespace PressParse.Export;

/// <summary>The stages before the records as JSON lines: what was repaired, and what the readers found.</summary>
internal static class AnalysisJson
{
    /// <summary>One line per document: its source and every mention.</summary>
    public static byte[] ToMentionsLine(ReleaseAnalysis analysis) => ReleaseJson.Line(json =>
    {
        json.WriteStartObject();
        json.WriteSource(analysis.Release.Source);
        json.WriteStartArray("mentions");
        foreach (var mention in analysis.Mentions) WriteMention(json, mention);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>One line for a repair: what stood where, what it became, and why.</summary>
    public static byte[] ToRepairLine(string? path, AppliedRepair repair) => ReleaseJson.Line(json =>
    {
        json.WriteStartObject();
        json.WriteText("path", path);
        json.WriteString("repair", repair.Repair);
        json.WriteString("before", repair.Before);
        json.WriteString("after", repair.After);
        json.WriteSpan("sourceSpan", repair.Source);
        json.WriteString("reason", repair.Reason);
        json.WriteEndObject();
    });

    private static void WriteMention(Utf8JsonWriter json, Mention mention)
    {
        json.WriteStartObject();
        json.WriteString("kind", CodeNames.Of(mention.Kind));
        json.WriteNumberOrNull("value", mention.Quantity?.SingleValue);
        json.WriteNumberOrNull("low", mention.Quantity?.LowValue);
        json.WriteNumberOrNull("high", mention.Quantity?.HighValue);
        json.WriteText("bound", mention.Quantity?.BoundName);
        json.WriteText("unit", mention.Quantity is { Unit.Length: > 0 } quantity ? quantity.Unit : null);
        json.WriteDate("start", mention.Start);
        json.WriteDate("end", mention.End);
        json.WriteText("code", mention.Code);
        json.WriteString("text", mention.Text);
        json.WriteSpan("span", mention.Span);
        json.WriteString("rule", mention.Rule);
        json.WriteEndObject();
    }
}
