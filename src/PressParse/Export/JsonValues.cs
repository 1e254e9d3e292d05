using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PressParse.Records;
using PressParse.Text;

namespace PressParse.Export;

/// <summary>How single values of the contract are written as JSON: plain numbers, ISO dates, spans as start and length.</summary>
internal static class JsonValues
{
    /// <summary>Letters of every script stay readable; quotes, controls and lone surrogates are escaped or replaced.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The same, indented for reading.</summary>
    public static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, Indented = true };

    /// <summary>Dividing by a one of full scale strips trailing zeros: 1.50 becomes 1.5, 543000.0 becomes 543000.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A probability to four decimals, more than any calibration can know.</summary>
    public static decimal Probability(double value) => double.IsFinite(value) ? Plain(Math.Round((decimal)Math.Clamp(value, 0, 1), 4)) : 0m;

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number) json.WriteNumber(name, Plain(number));
        else json.WriteNull(name);
    }

    public static void WriteDate(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is not { } date)
        {
            json.WriteNull(name);
            return;
        }
        Span<char> iso = stackalloc char[10];
        date.TryFormat(iso, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(name, iso);
    }

    public static void WriteSpan(this Utf8JsonWriter json, string name, TextSpan span)
    {
        json.WritePropertyName(name);
        json.WriteSpan(span);
    }

    public static void WriteSpan(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteEndObject();
    }

    public static void WriteSpans(this Utf8JsonWriter json, string name, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans) json.WriteSpan(span);
        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteQuantity(this Utf8JsonWriter json, string name, Quantity? quantity)
    {
        if (quantity is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumberOrNull("value", quantity.SingleValue);
        json.WriteNumberOrNull("low", quantity.LowValue);
        json.WriteNumberOrNull("high", quantity.HighValue);
        json.WriteString("bound", quantity.BoundName);
        json.WriteString("unit", quantity.Unit);
        json.WriteString("asWritten", quantity.AsWritten);
        json.WriteEndObject();
    }

    public static void WritePeriod(this Utf8JsonWriter json, string name, ReportingPeriod? period)
    {
        if (period is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteDate("start", period.Start);
        json.WriteDate("end", period.End);
        json.WriteText("text", period.Text);
        json.WriteEndObject();
    }

    public static void WriteSource(this Utf8JsonWriter json, ReleaseSource source)
    {
        json.WriteStartObject("source");
        json.WriteText("path", source.Path);
        json.WriteString("sha256", source.Sha256);
        json.WriteString("mediaType", source.MediaType);
        json.WriteEndObject();
    }
}
