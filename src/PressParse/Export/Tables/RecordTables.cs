using System.Globalization;
using System.Text.Json;

namespace PressParse.Export.Tables;

/// <summary>
/// The columns of every table, once for all formats, and the rows that a release's JSON gives. Whatever is written as a table is made
/// from the JSON lines, so that no format can say anything else than another.
/// </summary>
internal static class RecordTables
{
    /// <summary>What each row of a flat table says of its release.</summary>
    public static IReadOnlyList<Column> ReleaseContext { get; } =
    [
        Column.OfRelease("path", CellType.Text, "source", "path"),
        Column.OfRelease("sha256", CellType.Text, "source", "sha256"),
        Column.OfRelease("company", CellType.Text, "header", "company"),
        new("tickers", CellType.Text, row => Tickers(row.Release)),
        Column.OfRelease("published", CellType.Date, "header", "date"),
        new("row", CellType.Integer, row => (long)row.Number),
    ];

    /// <summary>The fields of a figure or guidance.</summary>
    public static IReadOnlyList<Column> Figure { get; } =
    [
        Column.Of("metric", CellType.Text, "metric"),
        Column.Of("commodity", CellType.Text, "commodity"),
        Column.Of("kind", CellType.Text, "kind"),
        Column.Of("value", CellType.Decimal, "quantity", "value"),
        Column.Of("low", CellType.Decimal, "quantity", "low"),
        Column.Of("high", CellType.Decimal, "quantity", "high"),
        Column.Of("bound", CellType.Text, "quantity", "bound"),
        Column.Of("unit", CellType.Text, "quantity", "unit"),
        Column.Of("as_written", CellType.Text, "quantity", "asWritten"),
        Column.Of("period_start", CellType.Date, "period", "start"),
        Column.Of("period_end", CellType.Date, "period", "end"),
        Column.Of("period_text", CellType.Text, "period", "text"),
        Column.Of("site", CellType.Text, "site"),
        Column.Of("confidence", CellType.Real, "confidence"),
        Column.Of("text", CellType.Text, "text"),
        Column.Of("span_start", CellType.Integer, "span", "start"),
        Column.Of("span_length", CellType.Integer, "span", "length"),
        new("source_spans", CellType.Text, row => Spans(row.Item, "sourceSpans")),
        Column.Of("rule", CellType.Text, "rule"),
        new("also_at", CellType.Integer, row => row.Item.TryGetProperty("alsoAt", out var places) ? places.GetArrayLength() : 0L),
    ];

    /// <summary>What a guidance has beside the fields of a figure.</summary>
    public static IReadOnlyList<Column> GuidanceOnly { get; } =
    [
        Column.Of("action", CellType.Text, "action"),
        Column.Of("former_value", CellType.Decimal, "former", "value"),
        Column.Of("former_low", CellType.Decimal, "former", "low"),
        Column.Of("former_high", CellType.Decimal, "former", "high"),
    ];

    /// <summary>The flat table of CSV and Parquet: one row per figure, guidance after the other figures of its release.</summary>
    public static IReadOnlyList<Column> Flat { get; } = [.. ReleaseContext, .. Figure, .. GuidanceOnly];

    /// <summary>One row per release.</summary>
    public static IReadOnlyList<Column> Release { get; } =
    [
        Column.OfRelease("path", CellType.Text, "source", "path"),
        Column.OfRelease("sha256", CellType.Text, "source", "sha256"),
        Column.OfRelease("media_type", CellType.Text, "source", "mediaType"),
        Column.OfRelease("headline", CellType.Text, "header", "headline"),
        Column.OfRelease("company", CellType.Text, "header", "company"),
        new("tickers", CellType.Text, row => Tickers(row.Release)),
        Column.OfRelease("place", CellType.Text, "header", "place"),
        Column.OfRelease("published", CellType.Date, "header", "date"),
        Column.OfRelease("wire", CellType.Text, "header", "wire"),
        new("repairs", CellType.Integer, row => row.Release.GetProperty("repairs").EnumerateObject().Sum(r => r.Value.GetInt64())),
        new("warnings", CellType.Text, row => Strings(row.Release, "warnings")),
    ];

    /// <summary>One row per date.</summary>
    public static IReadOnlyList<Column> Date { get; } =
    [
        Column.Of("text", CellType.Text, "text"),
        Column.Of("start_date", CellType.Date, "start"),
        Column.Of("end_date", CellType.Date, "end"),
        Column.Of("explicit", CellType.Flag, "explicit"),
        Column.Of("role", CellType.Text, "role"),
        Column.Of("span_start", CellType.Integer, "span", "start"),
        Column.Of("span_length", CellType.Integer, "span", "length"),
        new("source_spans", CellType.Text, row => Spans(row.Item, "sourceSpans")),
    ];

    /// <summary>One row per disclaimer.</summary>
    public static IReadOnlyList<Column> Disclaimer { get; } =
    [
        Column.Of("kind", CellType.Text, "kind"),
        Column.Of("span_start", CellType.Integer, "span", "start"),
        Column.Of("span_length", CellType.Integer, "span", "length"),
        Column.Of("source_start", CellType.Integer, "sourceSpan", "start"),
        Column.Of("source_length", CellType.Integer, "sourceSpan", "length"),
        new("triggers", CellType.Text, row => Strings(row.Item, "triggers")),
        new("statutes", CellType.Text, row => Strings(row.Item, "statutes")),
    ];

    /// <summary>The rows of the flat table that a release gives.</summary>
    public static IEnumerable<RowSource> FlatRows(JsonElement release)
    {
        var number = 0;
        foreach (var item in release.GetProperty("figures").EnumerateArray()) yield return new RowSource(release, item, ++number);
        foreach (var item in release.GetProperty("guidance").EnumerateArray()) yield return new RowSource(release, item, ++number);
    }

    /// <summary>The rows of one list of a release, numbered from 1.</summary>
    public static IEnumerable<RowSource> Rows(JsonElement release, string list)
    {
        var number = 0;
        foreach (var item in release.GetProperty(list).EnumerateArray()) yield return new RowSource(release, item, ++number);
    }

    private static string? Tickers(JsonElement release)
    {
        var tickers = release.GetProperty("header").GetProperty("tickers");
        return tickers.GetArrayLength() == 0 ? null : string.Join(' ', tickers.EnumerateArray().Select(t => $"{t.GetProperty("exchange").GetString()}:{t.GetProperty("symbol").GetString()}"));
    }

    private static string Spans(JsonElement item, string name) => string.Join(' ', item.GetProperty(name).EnumerateArray()
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.GetProperty("start").GetInt32()}+{s.GetProperty("length").GetInt32()}")));

    private static string? Strings(JsonElement item, string name)
    {
        var values = item.GetProperty(name);
        return values.GetArrayLength() == 0 ? null : string.Join("; ", values.EnumerateArray().Select(v => v.GetString()));
    }
}
