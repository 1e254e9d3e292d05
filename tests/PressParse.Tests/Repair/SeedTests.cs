using FluentAssertions;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Repair;

/// <summary>The release that started the project, as it arrived.</summary>
public sealed class SeedTests
{
    private static RepairedText Seed(out string tail)
    {
        var folder = Shared.Folder("seed");
        Skip.If(folder is null, "the shared folder is absent");
        tail = File.ReadAllText(Path.Combine(folder!, "cleaned-tail.txt")).Trim();
        return RepairCatalog.Default.Run(SourceText.Plain(File.ReadAllText(Path.Combine(folder!, "text", "nap-2017-09-22.txt"))));
    }

    [SkippableFact]
    public void The_bled_paragraph_comes_back()
    {
        var repaired = Seed(out var tail);
        repaired.Text.TrimEnd().Should().EndWith(tail);
        repaired.Text.Split("\n\n")[^1].Should().Contain("reasonable by management").And.Contain(tail);
    }

    [SkippableFact]
    public void No_entity_and_no_tag_is_left()
    {
        var text = Seed(out _).Text;
        text.Should().NotMatchRegex("&[A-Za-z]+;").And.NotContain("<sup>").And.NotContain("</");
        text.Should().Contain("August 30th");
    }

    [SkippableTheory]
    [InlineData("under the heading “Risk Factors”.")]
    [InlineData("“We are pleased")]
    [InlineData("into 2018,\" said Jim Gallagher, North American Palladium's President")]
    [InlineData("that express management's expectations")]
    [InlineData("implied by the forward-looking statements")]
    [InlineData("the Lac des Iles mine may not perform")]
    [InlineData("(“NAP\" or the “Company\")")]
    public void The_small_damage_is_undone(string expected) => Seed(out _).Text.Should().Contain(expected);

    [SkippableFact]
    public void Repairing_twice_is_repairing_once()
    {
        var once = Seed(out _);
        RepairCatalog.Default.Run(SourceText.Plain(once.Text)).Text.Should().Be(once.Text);
    }

    [SkippableFact]
    public void Spans_lead_back_across_the_cuts()
    {
        var repaired = Seed(out _);
        var at = repaired.Text.LastIndexOf("otherwise", StringComparison.Ordinal);
        var spans = repaired.Map.ToSource(new TextSpan(at, "otherwise".Length));
        spans.Select(s => s.In(repaired.Source.Raw)).Should().Equal("otherw", "ise");
    }
}
