using System.Buffers;
using System.Text;
using System.Text.Json;
using PressParse.Records;

namespace PressParse.Export;

/// <summary>
/// Releases as JSON, exactly as docs/records.md says: camelCase, plain numbers, ISO dates, without reflection. Stateless and safe to share
/// between threads.
/// </summary>
public static class ReleaseJson
{
    /// <summary>A release as one line of JSON, without a line break.</summary>
    /// <param name="release">The records.</param>
    /// <param name="indented">True for several lines, indented for reading; default false.</param>
    public static string ToJson(Release release, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, indented ? JsonValues.Indented : JsonValues.Compact)) Write(json, release);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A release as UTF-8 bytes of one line, line feed included.</summary>
    public static byte[] ToLine(Release release) => Line(json => Write(json, release));

    /// <summary>
    /// A document that could not be read, as UTF-8 bytes of one line, line feed included:
    /// <c>{"schema":…,"source":{"path":…},"error":…}</c>.
    /// </summary>
    /// <param name="path">Path or id of the document.</param>
    /// <param name="error">Why, and what to do about it.</param>
    public static byte[] ToFailureLine(string? path, string error) => Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Release.Schema);
        json.WriteStartObject("source");
        json.WriteText("path", path);
        json.WriteEndObject();
        json.WriteString("error", error);
        json.WriteEndObject();
    });

    /// <summary>Writes a release as one JSON object.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="release">The records.</param>
    public static void Write(Utf8JsonWriter json, Release release)
    {
        json.WriteStartObject();
        json.WriteString("schema", Release.Schema);
        json.WriteSource(release.Source);
        WriteHeader(json, release.Header);
        json.WriteStartArray("figures");
        foreach (var figure in release.Figures) WriteFigure(json, figure);
        json.WriteEndArray();
        json.WriteStartArray("guidance");
        foreach (var guidance in release.Guidance) WriteFigure(json, guidance);
        json.WriteEndArray();
        json.WriteStartArray("dates");
        foreach (var date in release.Dates) WriteDate(json, date);
        json.WriteEndArray();
        json.WriteStartArray("disclaimers");
        foreach (var disclaimer in release.Disclaimers) WriteDisclaimer(json, disclaimer);
        json.WriteEndArray();
        json.WriteStartArray("sentences");
        foreach (var sentence in release.Sentences) WriteSentence(json, sentence);
        json.WriteEndArray();
        json.WriteStartObject("repairs");
        foreach (var (name, count) in release.Repairs.OrderBy(r => r.Key, StringComparer.Ordinal)) json.WriteNumber(name, count);
        json.WriteEndObject();
        json.WriteStrings("warnings", release.Warnings);
        json.WriteEndObject();
    }

    internal static byte[] Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, JsonValues.Compact)) write(json);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteHeader(Utf8JsonWriter json, ReleaseHeader header)
    {
        json.WriteStartObject("header");
        json.WriteText("headline", header.Headline);
        json.WriteText("company", header.Company);
        json.WriteStartArray("tickers");
        foreach (var ticker in header.Tickers)
        {
            json.WriteStartObject();
            json.WriteString("exchange", ticker.Exchange);
            json.WriteString("symbol", ticker.Symbol);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteText("place", header.Place);
        json.WriteDate("date", header.Date);
        json.WriteText("wire", header.Wire);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, ProductionFigure figure)
    {
        json.WriteStartObject();
        json.WriteString("metric", CodeNames.Of(figure.Metric));
        json.WriteText("commodity", figure.Commodity);
        json.WriteString("kind", CodeNames.Of(figure.Kind));
        json.WriteQuantity("quantity", figure.Quantity);
        json.WritePeriod("period", figure.Period);
        json.WriteText("site", figure.Site);
        json.WriteNumber("confidence", JsonValues.Probability(figure.Confidence));
        WriteEvidence(json, figure.Evidence);
        json.WriteString("rule", figure.Rule);
        json.WriteStartArray("alsoAt");
        foreach (var place in figure.AlsoAt)
        {
            json.WriteStartObject();
            WriteEvidence(json, place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (figure is GuidanceRange guidance)
        {
            json.WriteText("action", guidance.Action is { } action ? CodeNames.Of(action) : null);
            json.WriteQuantity("former", guidance.Former);
        }
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteString("text", evidence.Text);
        json.WriteSpan("span", evidence.Span);
        json.WriteSpans("sourceSpans", evidence.SourceSpans);
    }

    private static void WriteDate(Utf8JsonWriter json, DateMention date)
    {
        json.WriteStartObject();
        json.WriteString("text", date.Evidence.Text);
        json.WriteDate("start", date.Start);
        json.WriteDate("end", date.End);
        json.WriteBoolean("explicit", date.Explicit);
        json.WriteString("role", CodeNames.Of(date.Role));
        json.WriteSpan("span", date.Evidence.Span);
        json.WriteSpans("sourceSpans", date.Evidence.SourceSpans);
        json.WriteEndObject();
    }

    private static void WriteDisclaimer(Utf8JsonWriter json, Disclaimer disclaimer)
    {
        json.WriteStartObject();
        json.WriteString("kind", CodeNames.Of(disclaimer.Kind));
        json.WriteSpan("span", disclaimer.Span);
        json.WriteSpan("sourceSpan", disclaimer.SourceSpan);
        json.WriteStrings("triggers", disclaimer.Triggers);
        json.WriteStrings("statutes", disclaimer.Statutes);
        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, BodySentence sentence)
    {
        json.WriteStartObject();
        json.WriteSpan("span", sentence.Span);
        json.WriteSpan("sourceSpan", sentence.SourceSpan);
        json.WriteBoolean("forwardLooking", sentence.IsForwardLooking);
        json.WriteNumber("probability", JsonValues.Probability(sentence.ForwardLooking));
        json.WriteEndObject();
    }
}
