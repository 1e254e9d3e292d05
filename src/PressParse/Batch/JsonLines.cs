using System.Text;
using System.Text.Json;

namespace PressParse.Batch;

/// <summary>
/// Reads documents from JSON lines: <c>{"id": …, "text": …}</c> or <c>{"id": …, "html": …}</c>, one a line; <c>{"id": …, "base64": …}</c>
/// holds the bytes of a file of any form that is read from disk.
/// </summary>
internal static class JsonLines
{
    /// <summary>
    /// The documents, as they arrive. A line that is no such object becomes a broken input named by its number; empty lines are passed over.
    /// </summary>
    public static IEnumerable<BatchInput> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(line, number);
        }
    }

    private static BatchInput Parse(string line, int number)
    {
        var place = $"line {number}";
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return new BatchInput.Broken(place, "Not a JSON object. Each line must be like {\"id\": \"…\", \"text\": \"…\"}.");
            if (root.TryGetProperty("id", out var id)) place = id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText();
            foreach (var field in (ReadOnlySpan<string>)["text", "html"])
            {
                if (root.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String)
                    return new BatchInput.FromText(place, text.GetString()!, field == "html");
            }
            if (root.TryGetProperty("base64", out var bytes) && bytes.ValueKind == JsonValueKind.String)
                return bytes.TryGetBytesFromBase64(out var file) ? new BatchInput.FromBytes(place, file) : new BatchInput.Broken(place, "Its \"base64\" is not valid base64.");
            return new BatchInput.Broken(place, "Has neither a \"text\" nor an \"html\" string. Each line must be like {\"id\": \"…\", \"text\": \"…\"}.");
        }
        catch (JsonException bad)
        {
            return new BatchInput.Broken(place, $"Not valid JSON near column {bad.BytePositionInLine + 1}. Each line must be like {{\"id\": \"…\", \"text\": \"…\"}}.");
        }
        catch (InvalidOperationException)
        {
            return new BatchInput.Broken(place, "Holds characters that are no valid Unicode.");
        }
    }
}
