using System.Text.Json;

namespace PressParse.Evaluation;

/// <summary>The gold records of one release, as the annotation guide defines them. Immutable.</summary>
/// <param name="Split">train, dev or test; null where the file does not say.</param>
/// <param name="Header">What the head should give.</param>
/// <param name="Figures">Figures and guidance.</param>
/// <param name="Dates">Explicit dates.</param>
/// <param name="Disclaimers">Blocks; null where they were not annotated.</param>
/// <param name="FutureSentences">First words of each forward-looking sentence; null where they were not annotated.</param>
internal sealed record GoldRelease(string? Split, GoldHeader Header, IReadOnlyList<EvaluatedFigure> Figures, IReadOnlyList<GoldDate> Dates, IReadOnlyList<GoldDisclaimer>? Disclaimers,
    IReadOnlyList<string>? FutureSentences)
{
    /// <exception cref="InvalidDataException">The file is not gold JSON; the message names it.</exception>
    public static GoldRelease Load(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path} does not hold gold records: {bad.Message}", bad);
        }
    }

    private static GoldRelease Read(JsonElement root)
    {
        var header = root.Field("header") ?? default;
        return new GoldRelease(
            root.Text("split"),
            new GoldHeader(header.Text("company"), header.Text("place"), header.Text("date"), header.Text("wire"),
                [.. header.Items("tickers").Select(t => TickerKey(t.Text("exchange")!, t.Text("symbol")!))]),
            [.. root.Items("figures").Select(Figure)],
            [.. root.Items("dates").Select(d => new GoldDate(d.Text("start"), d.Text("end"), d.Flag("optional")))],
            root.Field("disclaimers") is null ? null : [.. root.Items("disclaimers").Select(Disclaimer)],
            root.Field("forwardLookingSentences") is null ? null : [.. root.Strings("forwardLookingSentences").OfType<string>()]);
    }

    /// <summary>An exchange and symbol, as compared.</summary>
    public static (string Exchange, string Symbol) TickerKey(string exchange, string symbol) =>
        (exchange.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal), symbol.ToUpperInvariant());

    private static EvaluatedFigure Figure(JsonElement figure)
    {
        var quantity = figure.Field("quantity") ?? figure;
        var period = figure.Field("period") ?? default;
        var kind = figure.Text("kind")!;
        var commodity = figure.Text("commodity");
        var metric = figure.Text("metric")!;
        var unit = quantity.Text("unit");
        return new EvaluatedFigure
        {
            Value = quantity.Number("value"),
            Low = quantity.Number("low"),
            High = quantity.Number("high"),
            Unit = unit,
            Metric = metric,
            Commodity = commodity,
            Kind = kind,
            Start = period.Text("start"),
            End = period.Text("end"),
            Site = figure.Text("site"),
            Text = figure.Text("text") ?? "",
            Optional = figure.Flag("optional"),
            At = [.. figure.Items("at").Select(a => a.GetInt32())],
            Allowed = new Alternatives(
                [unit, .. quantity.Strings("unitAlt")],
                [metric, .. figure.Strings("metricAlt")],
                [commodity, figure.Text("commodityAlt") ?? commodity],
                [kind, figure.Text("kindAlt") ?? kind],
                figure.Flag("commodityImplied"), figure.Flag("periodFuzzy"), figure.Flag("siteFuzzy")),
        };
    }

    private static GoldDisclaimer Disclaimer(JsonElement disclaimer) =>
        new(disclaimer.Text("kind")!, disclaimer.Text("starts")!, disclaimer.Text("ends")!,
            (int?)disclaimer.Number("occurrence") ?? 1, (int?)disclaimer.Number("endOccurrence"), disclaimer.Flag("optional"));
}

/// <summary>The gold head of a release; null fields are not judged.</summary>
internal sealed record GoldHeader(string? Company, string? Place, string? Date, string? Wire, IReadOnlyList<(string Exchange, string Symbol)> Tickers);

/// <summary>A gold date, as ISO days.</summary>
internal readonly record struct GoldDate(string? Start, string? End, bool Optional);

/// <summary>A gold block, placed by its first and last words.</summary>
internal sealed record GoldDisclaimer(string Kind, string Starts, string Ends, int Occurrence, int? EndOccurrence, bool Optional);
