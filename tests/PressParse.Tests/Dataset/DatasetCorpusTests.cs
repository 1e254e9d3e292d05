using System.Globalization;
using CsvHelper;
using FluentAssertions;
using PressParse.Tests.Cli;
using Xunit;

namespace PressParse.Tests.Dataset;

/// <summary>Three companies over two years, written for this: the whole way from text to tables.</summary>
public sealed class DatasetCorpusTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public DatasetCorpusTests() =>
        CommandRun.Of("dataset", Path.Combine(RepositoryRoot.Path, "tests", "PressParse.Tests", "Dataset", "releases"), "-o", _folder["out"]).ExitCode.Should().Be(0);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Guidance_stands_beside_the_result_that_followed() =>
        Table("guidance_vs_actual.csv", "company", "period_start", "first_low", "first_high", "revisions", "last_change", "low", "high", "actual", "actual_basis", "outcome", "outcome_against_first").Should().Equal(
            "Argent Downs Mining plc|2017-01-01|4000000|4000000|0|reiterated|4000000|4000000|4021000|sum of 4 quarters|achieved|achieved",
            "Argent Downs Mining plc|2018-01-01|4200000||0|issued|4200000||4310000|stated|achieved|achieved",
            "Argent Downs Mining plc|2019-01-01|4300000|4500000|0|issued|4300000|4500000|||open|open",
            "Corriente Copper Ltd.|2017-01-01|62000000|66000000|1|lowered|58000000|61000000|56700000|stated|missed|missed",
            "Corriente Copper Ltd.|2018-01-01|60000000|64000000|0|issued|60000000|64000000|62300000|stated|achieved|achieved",
            "Halcyon Ridge Gold Corp.|2017-01-01|108000|116000|1|reiterated|114000|120000|117730|stated|achieved|exceeded",
            "Halcyon Ridge Gold Corp.|2018-01-01|118000|130000|1|narrowed|122000|128000|131600|stated|exceeded|exceeded");

    [Fact]
    public void Guidance_is_tracked_through_the_year() =>
        Table("guidance.csv", "company", "period_start", "published", "change", "low", "high").Where(r => r.StartsWith("Halcyon", StringComparison.Ordinal)).Should().Equal(
            "Halcyon Ridge Gold Corp.|2017-01-01|2017-01-17|issued|108000|116000",
            "Halcyon Ridge Gold Corp.|2017-01-01|2017-04-18|reiterated|108000|116000",
            "Halcyon Ridge Gold Corp.|2017-01-01|2017-07-18|raised|114000|120000",
            "Halcyon Ridge Gold Corp.|2017-01-01|2017-10-17|reiterated|114000|120000",
            "Halcyon Ridge Gold Corp.|2018-01-01|2018-01-16|issued|118000|130000",
            "Halcyon Ridge Gold Corp.|2018-01-01|2018-07-17|narrowed|122000|128000");

    [Fact]
    public void A_restated_figure_is_linked_to_its_first_statement() =>
        Table("restatements.csv", "company", "period_start", "before", "after", "change_percent", "before_published", "published").Should().Equal(
            "Corriente Copper Ltd.|2017-01-01|14200000|13600000|-4.23|2017-04-25|2018-04-24");

    [Fact]
    public void The_same_release_from_two_wires_is_one() =>
        Table("releases.csv", "path", "same_as").Where(r => !r.EndsWith('|')).Select(r => string.Join('|', r.Split('|').Select(Path.GetFileName))).Should().Equal("halcyon-2017-q2.txt|halcyon-2017-q2-other-wire.txt");

    [Fact]
    public void Companies_are_reconciled_by_name_and_ticker() =>
        Table("companies.csv", "company", "names", "tickers", "releases").Should().Equal(
            "Argent Downs Mining plc|Argent Downs Mining plc|LSE:ARD|6",
            "Corriente Copper Ltd.|Corriente Copper Ltd.; Corriente Copper Limited|TSX:CTE|7",
            "Halcyon Ridge Gold Corp.|Halcyon Ridge Gold Corp.|TSX:HRG|8");

    [Fact]
    public void Every_row_with_a_number_carries_its_evidence()
    {
        foreach (var row in Table("results.csv", "path", "text", "source_spans", "first_text").Concat(Table("guidance.csv", "path", "text", "source_spans")))
        {
            var cells = row.Split('|');
            cells.Should().NotContain("");
            var span = cells[2].Split(' ')[0].Split('+');
            File.ReadAllText(cells[0]).Substring(int.Parse(span[0], CultureInfo.InvariantCulture), int.Parse(span[1], CultureInfo.InvariantCulture)).Should().Be(cells[1]);
        }
    }

    private List<string> Table(string name, params string[] columns)
    {
        using var csv = new CsvReader(new StreamReader(_folder["out/" + name]), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string>();
        while (csv.Read()) rows.Add(string.Join('|', columns.Select(c => csv.GetField(c))));
        return rows;
    }
}
