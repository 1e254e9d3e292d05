using FluentAssertions;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Repair;

public sealed class ColumnTests
{
    private static RepairedText Run(string text) => RepairCatalog.Default.Run(SourceText.Plain(text));

    [Theory]
    [InlineData("The Company exp within twelve w\tects to achieve a stea eeks of the restart, a\tdy ramp-up to full nd to have six work\tproduction ing faces.")]
    [InlineData("The Company expe within twelve w     ects to achieve a steac eeks of the restart, a     dy ramp-up to full nd to have six worki     production ing faces.")]
    [InlineData("The Company exp\twithin twelve w\tects to achieve a stea\teeks of the restart, a\tdy ramp-up to full\tnd to have six work\tproduction\ting faces.")]
    public void A_strip_read_column_by_column(string text)
    {
        var repaired = Run(text);
        repaired.Text.Should().Be("The Company expects to achieve a steady ramp-up to full production within twelve weeks of the restart, and to have six working faces.");
        repaired.Repairs.Should().ContainSingle(r => r.Repair == "columnBleed");
    }

    /// <summary>Shuffled words with wide gaps: the cell that comes first in the text need not come first in the reading, and its indent belongs to the strip.</summary>
    [Theory]
    [InlineData("column-order-1.txt")]
    [InlineData("column-order-2.txt")]
    public void A_strip_whose_first_cell_is_not_read_first_keeps_every_character(string file)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "PressParse.Tests", "Repair", "Faults", file));
        Run(text).Map.SourceLength.Should().Be(text.Length);
    }

    [Fact]
    public void Two_columns_read_straight_across()
    {
        const string text =
            "Northern Star Resources recently         Operational challenges at the\n" +
            "held its earnings call, and the          mine were noted due to downtime\n" +
            "general sentiment was decidedly          of equipment and a focus on\n" +
            "positive. The company reported           larger development projects.\n" +
            "strong operational performance.\n";
        var repaired = Run(text);
        repaired.Text.Trim().Should().Be("Northern Star Resources recently held its earnings call, and the general sentiment was decidedly positive. The company reported strong operational performance."
            + "\n\nOperational challenges at the mine were noted due to downtime of equipment and a focus on larger development projects.");
        var at = repaired.Text.IndexOf("mine were noted", StringComparison.Ordinal);
        repaired.Map.ToSource(new TextSpan(at, 15)).Should().ContainSingle().Which.In(text).Should().Be("mine were noted");
    }

    [Fact]
    public void A_table_of_words_stays()
    {
        const string text =
            "Jim Gallagher            President and Chief Executive Officer\n" +
            "Tim Hill                 Vice President, Finance\n" +
            "Dave Peck                Vice President, Exploration\n" +
            "John Vincic              Vice President, Investor Relations\n" +
            "Anne Smith               Director and Chair of the Board\n";
        Run(text).Text.Should().Be(text);
    }

    [Fact]
    public void Thin_evidence_is_left_and_reported()
    {
        const string text = "The results were better than those of the year before\tand the board approved the plan for the next year";
        var repaired = Run(text);
        repaired.Repairs.Should().BeEmpty();
        repaired.Text.Should().Be(text);
    }
}
