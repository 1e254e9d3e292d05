using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using PressParse.Records;
using Xunit;

namespace PressParse.Tests.Extraction;

/// <summary>Sentences of a release dated 29 July 2020 on the second quarter of the Tarn mine, with every figure and guidance range they hold.</summary>
public class FigureSpecTests
{
    private const string Dateline = "TORONTO, July 29, 2020 (GLOBE NEWSWIRE) -- Kestrel Gold Corp. (TSX: KES) today announced results of its Tarn mine for the second quarter ended June 30, 2020. Ore from the open pit is milled on site.\n\n";

    public static TheoryData<string, string[]> Specs()
    {
        var data = new TheoryData<string, string[]>();
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "PressParse.Tests", "Specs", "figures.jsonl")))
        {
            using var spec = JsonDocument.Parse(line);
            data.Add(spec.RootElement.GetProperty("input").GetString()!, [.. spec.RootElement.GetProperty("expect").EnumerateArray().Select(e => e.GetString()!)]);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void FiguresAreReadAsTheSpecSays(string input, string[] expect)
    {
        var release = ReleaseParser.Default.Parse(Dateline + input);

        release.Figures.Select(f => Show(f.Quantity, f.Metric, f.Commodity, f.Kind, f.Period)).Concat(release.Guidance.Select(g => Show(g.Quantity, g.Metric, g.Commodity, FigureKind.Guidance, g.Period))).Should().BeEquivalentTo(expect);
    }

    private static string Show(Quantity quantity, Metric metric, string? commodity, FigureKind kind, ReportingPeriod? period)
    {
        static string Plain(decimal? value) => value!.Value.ToString("0.####", CultureInfo.InvariantCulture);
        var number = quantity.SingleValue is { } single ? Plain(single) : $"{Plain(quantity.LowValue)}..{Plain(quantity.HighValue)}";
        var days = period is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Start:yyyy-MM-dd}..{p.End:yyyy-MM-dd}") : "-";
        return $"{number} {quantity.Unit} {metric.ToString()[..1].ToLowerInvariant()}{metric.ToString()[1..]} {commodity ?? "-"} {kind.ToString().ToLowerInvariant()} {days}";
    }
}
