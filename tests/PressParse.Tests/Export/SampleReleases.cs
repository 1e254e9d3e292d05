using PressParse.Records;
using PressParse.Text;

namespace PressParse.Tests.Export;

/// <summary>Releases made by hand, so that what is written can be tested without any parsing.</summary>
internal static class SampleReleases
{
    public static Evidence At(string text, int start = 0) => new(text, new TextSpan(start, text.Length), [new TextSpan(start + 31, text.Length)]);

    public static ProductionFigure Figure(Quantity quantity, Metric metric = Metric.Production, string? commodity = "gold", FigureKind kind = FigureKind.Actual,
        ReportingPeriod? period = null, string? site = null, double confidence = 0.9, int start = 0) =>
        new(metric, commodity, kind, quantity, period, site, confidence, At(quantity.AsWritten, start), "rule", []);

    public static GuidanceRange Guidance(Quantity quantity, GuidanceAction? action = null, Quantity? former = null, Metric metric = Metric.Production,
        string? commodity = "gold", ReportingPeriod? period = null, string? site = null, int start = 0) =>
        new(metric, commodity, quantity, period, site, 0.8, At(quantity.AsWritten, start), "rule", [At(quantity.AsWritten, start + 500)], action, former);

    public static ReportingPeriod Days(string start, string end, string? text = null) =>
        new(DateOnly.ParseExact(start, "yyyy-MM-dd"), DateOnly.ParseExact(end, "yyyy-MM-dd"), text);

    public static Release Release(string path, ReleaseHeader? header = null, IReadOnlyList<ProductionFigure>? figures = null, IReadOnlyList<GuidanceRange>? guidance = null,
        IReadOnlyList<DateMention>? dates = null, IReadOnlyList<Disclaimer>? disclaimers = null) =>
        new(new ReleaseSource(path, new string('0', 64), "text/plain"), header ?? ReleaseHeader.Empty, figures ?? [], guidance ?? [], dates ?? [], disclaimers ?? [], [],
            new Dictionary<string, int>(), []);

    /// <summary>A release with one of everything.</summary>
    public static Release Full { get; } = new(
        new ReleaseSource("in/x.html", new string('a', 64), "text/html"),
        new ReleaseHeader("A \"record\" quarter – again", "Écho Mines Ltd.", [new Ticker("TSX", "EMS"), new Ticker("OTCQX", "EMSLF")], "TORONTO", new DateOnly(2017, 9, 22), "CNW"),
        [
            new ProductionFigure(Metric.MiningRate, null, FigureKind.Actual, new Quantity.AtLeast(6400.00m, "t/d", "over 6,400 tpd"), Days("2017-08-14", "2017-09-17", "5-week period"),
                "Lac des Iles", 0.97123456, At("over 6,400 tpd", 812), "rate.verb", [At("6,400 tpd", 30)]),
            Figure(new Quantity.Point(1046.50m, "USD/oz", "about $1,046.50", true), Metric.Aisc, period: Days("2017-04-01", "2017-06-30")),
            Figure(new Quantity.AtMost(0.000001m, "g/t", "below 0.000001 g/t"), Metric.Grade, kind: FigureKind.Comparative),
        ],
        [Guidance(new Quantity.Between(180_000m, 190_000m, "oz", "180,000 to 190,000 ounces"), GuidanceAction.Raised, new Quantity.Between(170_000m, 180_000m, "oz", "170,000 to 180,000"), period: Days("2017-01-01", "2017-12-31"))],
        [new DateMention(new DateOnly(2017, 8, 30), new DateOnly(2017, 8, 30), true, DateRole.RecordDate, At("August 30th", 900))],
        [new Disclaimer(DisclaimerKind.ForwardLooking, new TextSpan(1000, 200), new TextSpan(1040, 230), ["target", "plan"], ["Canadian securities laws"])],
        [new BodySentence(new TextSpan(0, 50), new TextSpan(0, 60), 0.75)],
        new Dictionary<string, int> { ["htmlEntity"] = 12, ["columnBleed"] = 1 },
        ["Half-year and quarters do not add up."]);
}
