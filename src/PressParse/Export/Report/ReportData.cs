using System.Text.Json;
using PressParse.Extraction;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;

namespace PressParse.Export.Report;

/// <summary>What the page needs of a release: its records, its text and blocks, its repairs in place, and the source characters behind each record.</summary>
internal static class ReportData
{
    /// <summary>Words by which the gold form of a disclaimer is found again.</summary>
    private const int GoldWords = 8;

    public static void Write(Utf8JsonWriter json, ReleaseAnalysis analysis)
    {
        var release = analysis.Release;
        var raw = analysis.Repaired.Source.Raw;
        json.WriteStartObject();
        json.WritePropertyName("records");
        ReleaseJson.Write(json, release with { Sentences = [.. release.Sentences.Where(s => s.IsForwardLooking)] });
        json.WriteString("text", analysis.Repaired.Text);
        WriteBlocks(json, analysis.Blocks);
        WriteRepairs(json, analysis);
        json.WriteStartArray("source");
        foreach (var figure in release.Figures.Concat(release.Guidance))
        {
            var quote = string.Join(" … ", figure.Evidence.SourceSpans.Select(s => Cut(raw, s)));
            if (quote == figure.Evidence.Text) json.WriteNullValue();
            else json.WriteStringValue(quote);
        }
        json.WriteEndArray();
        json.WriteStartArray("blockWords");
        foreach (var disclaimer in release.Disclaimers)
        {
            var words = Cut(raw, disclaimer.SourceSpan).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            json.WriteStartArray();
            json.WriteStringValue(string.Join(' ', words.Take(GoldWords)));
            json.WriteStringValue(string.Join(' ', words.TakeLast(GoldWords)));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Each block as [kind, start, length]; a table has its rows of [column, columns, start, length] after it.</summary>
    private static void WriteBlocks(Utf8JsonWriter json, IReadOnlyList<Block> blocks)
    {
        json.WriteStartArray("blocks");
        foreach (var block in blocks)
        {
            json.WriteStartArray();
            json.WriteStringValue(CodeNames.Of(block.Kind));
            json.WriteNumberValue(block.Span.Start);
            json.WriteNumberValue(block.Span.Length);
            if (block.Table is { } table)
            {
                json.WriteStartArray();
                foreach (var row in table.Rows)
                {
                    json.WriteStartArray();
                    foreach (var cell in row.Cells)
                    {
                        json.WriteStartArray();
                        json.WriteNumberValue(cell.Column);
                        json.WriteNumberValue(cell.ColumnSpan);
                        json.WriteNumberValue(cell.Span.Start);
                        json.WriteNumberValue(cell.Span.Length);
                        json.WriteEndArray();
                    }
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteRepairs(Utf8JsonWriter json, ReleaseAnalysis analysis)
    {
        json.WriteStartArray("repairs");
        foreach (var repair in analysis.Repaired.Repairs)
        {
            json.WriteStartObject();
            json.WriteString("repair", repair.Repair);
            json.WriteString("before", repair.Before);
            json.WriteString("after", repair.After);
            json.WriteString("reason", repair.Reason);
            json.WriteSpan("sourceSpan", repair.Source);
            json.WriteSpan("span", analysis.Repaired.Map.ToOutput(repair.Source));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Cut(string text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return text[start..Math.Clamp(span.End, start, text.Length)];
    }
}
