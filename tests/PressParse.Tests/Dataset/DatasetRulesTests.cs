using FluentAssertions;
using PressParse.Dataset;
using PressParse.Records;
using PressParse.Tests.Export;
using Xunit;

namespace PressParse.Tests.Dataset;

public sealed class DatasetRulesTests
{
    [Theory]
    [InlineData("Corriente Copper Ltd.", "corriente copper limited")]
    [InlineData("The Écho Mines Company", "Echo Mines Inc")]
    [InlineData("O'Brien Gold S.A.", "O’BRIEN GOLD SA")]
    public void Names_of_one_company_have_one_key(string a, string b) => NameKeys.Company(a).Should().Be(NameKeys.Company(b)).And.NotBeEmpty();

    [Theory]
    [InlineData("Gold Ridge Corp.", "Gold Reef Corp.")]
    [InlineData("Company Limited", "Mines Limited")]
    public void Names_of_two_companies_do_not(string a, string b) => NameKeys.Company(a).Should().NotBe(NameKeys.Company(b));

    [Fact]
    public void A_site_is_the_same_with_or_without_mine_and_by_its_initials()
    {
        var data = Build(Release("a.txt", "2017-04-01", Actual(1, "2017Q1", "Lac des Iles Mine")), Release("b.txt", "2017-07-01", Actual(2, "2017Q2", "Lac des Iles"), Actual(3, "2016Q2", "LDI")));
        data.Sites.All.Should().ContainSingle().Which.Names.Should().BeEquivalentTo("Lac des Iles Mine", "Lac des Iles", "LDI");
    }

    [Theory]
    [InlineData("41,012 ounces", 41012, "oz", "41,000 ounces", 41000, "oz", true)]
    [InlineData("41,012 ounces", 41012, "oz", "41,900 ounces", 41900, "oz", false)]
    [InlineData("1.2 million ounces", 1200000, "oz", "1,234,567 ounces", 1234567, "oz", true)]
    [InlineData("10,000 tonnes", 10000, "t", "22,046,226 pounds", 22046226, "lb", true)]
    [InlineData("10,000 tonnes", 10000, "t", "25.0 million pounds", 25000000, "lb", false)]
    public void Numbers_are_the_same_up_to_their_rounding(string a, int first, string firstUnit, string b, int second, string secondUnit, bool same) =>
        Series.SameNumber(new Quantity.Point(first, firstUnit, a), new Quantity.Point(second, secondUnit, b)).Should().Be(same);

    [Theory]
    [InlineData(Metric.Production, 95, "missed")]
    [InlineData(Metric.Production, 105, "achieved")]
    [InlineData(Metric.Production, 115, "exceeded")]
    [InlineData(Metric.Aisc, 95, "exceeded")]
    [InlineData(Metric.Aisc, 115, "missed")]
    public void An_outcome_says_whether_the_result_lies_in_the_range(Metric metric, int actual, string outcome)
    {
        var year = SampleReleases.Days("2017-01-01", "2017-12-31");
        var unit = metric == Metric.Aisc ? "USD/oz" : "oz";
        var guidance = SampleReleases.Guidance(new Quantity.Between(100, 110, unit, "100 to 110"), metric: metric, period: year);
        var figure = SampleReleases.Figure(new Quantity.Point(actual, unit, $"{actual}"), metric, period: year);
        var data = Build(SampleReleases.Release("a.txt", Header("2017-01-15"), guidance: [guidance]), SampleReleases.Release("b.txt", Header("2018-01-15"), [figure]));
        data.Outcomes.Should().ContainSingle().Which.Outcome.Should().Be(outcome);
    }

    [Fact]
    public void A_former_range_printed_beside_the_new_one_is_not_taken_for_it()
    {
        var year = SampleReleases.Days("2017-01-01", "2017-12-31");
        var former = new Quantity.Between(100, 110, "oz", "100 to 110");
        var data = Build(SampleReleases.Release("a.txt", Header("2017-07-15"), guidance:
            [SampleReleases.Guidance(former, period: year), SampleReleases.Guidance(new Quantity.Between(120, 130, "oz", "120 to 130"), GuidanceAction.Raised, former, period: year)]));
        var step = data.Guidance.Should().ContainSingle().Which.Steps.Should().ContainSingle().Which;
        step.Change.Should().Be("raised");
        step.Statement.Quantity.LowValue.Should().Be(120);
    }

    [Fact]
    public void Texts_are_as_similar_as_their_words()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(n => $"word{n * 7919 % 1000}"));
        TextSignature.Of(text).Similarity(TextSignature.Of(text.ToUpperInvariant())).Should().Be(1);
        TextSignature.Of(text).Similarity(TextSignature.Of(string.Join(' ', Enumerable.Range(0, 400).Select(n => $"other{n}")))).Should().BeLessThan(0.1);
        TextSignature.Of("too short").Similarity(TextSignature.Of("too short")).Should().Be(0);
    }

    private static DatasetResult Build(params Release[] releases)
    {
        var dataset = new ReleaseDataset();
        foreach (var release in releases) dataset.Add(release, TextSignature.Of(release.Source.Path!));
        return dataset.Build();
    }

    private static Release Release(string path, string published, params ProductionFigure[] figures) => SampleReleases.Release(path, Header(published), figures);

    private static ReleaseHeader Header(string published) => new(null, "Echo Mines Ltd.", [new Ticker("TSX", "EMS")], null, SampleReleases.Days(published, published).Start, null);

    private static ProductionFigure Actual(int thousands, string quarter, string? site)
    {
        var start = new DateOnly(int.Parse(quarter[..4], System.Globalization.CultureInfo.InvariantCulture), (quarter[5] - '1') * 3 + 1, 1);
        return SampleReleases.Figure(new Quantity.Point(thousands * 1000, "oz", $"{thousands},000 ounces"), period: new ReportingPeriod(start, start.AddMonths(3).AddDays(-1), null), site: site);
    }
}
