using FluentAssertions;
using PressParse.Records;
using Xunit;

namespace PressParse.Tests.Extraction;

/// <summary>The release the project was born from, where it is at hand.</summary>
public class SeedTests
{
    [SkippableFact]
    public void TheSeedIsReadWhole()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "..", "shared", "seed", "text");
        Skip.IfNot(Directory.Exists(folder), "shared/seed is not here");
        var release = ReleaseParser.Default.ParseFile(Directory.EnumerateFiles(folder).Single());

        release.Figures.Select(f => (f.Metric, f.Kind, f.Quantity.SingleValue)).Should().BeEquivalentTo([
            (Metric.MiningRate, FigureKind.Planned, 6000m), (Metric.MiningRate, FigureKind.Actual, 6400m), (Metric.MiningRate, FigureKind.Actual, 7000m),
            (Metric.MiningRate, FigureKind.Actual, 7991m), (Metric.MillingRate, FigureKind.Actual, (decimal?)12000m)]);
        release.Guidance.Select(g => (g.Metric, g.Quantity.SingleValue ?? g.Quantity.LowValue)).Should().BeEquivalentTo([(Metric.Production, 180000m), (Metric.MiningRate, (decimal?)6000m)]);
        release.Header.Tickers.Should().Equal(new Ticker("TSX", "PDL"), new Ticker("OTC PINK", "PALDF"));
        release.Disclaimers.Select(d => d.Kind).Should().BeEquivalentTo([DisclaimerKind.About, DisclaimerKind.Contact, DisclaimerKind.ForwardLooking]);
    }
}
