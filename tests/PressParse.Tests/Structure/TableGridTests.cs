using System.Diagnostics;
using FluentAssertions;
using PressParse.Structure;
using PressParse.Tests.Reading;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Structure;

public class TableGridTests
{
    /// <summary>The grids of a text, a line a row: column, "+" and the columns beyond the first, the cell.</summary>
    private static string Grid(string text, params LayoutRegion[] layout) =>
        string.Join("\n\n", TableGrid.Find(text, layout).Select(table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell =>
            $"{cell.Column}{(cell.ColumnSpan > 1 ? $"+{cell.ColumnSpan - 1}" : "")}:{cell.Span.In(text).Replace('\n', '/').Replace('\t', '/')}"))))));

    [Fact]
    public void Pipes() => Grid("Before\n\n|  | **Q1 2020** | Q1 2019 |\n|---|---:|---:|\n| **Mine A** |  |  |\n| Gold (oz) | 1,234 | — |\n| Cost | $ | 812 |\n\nAfter").Should().Be("""
        1:**Q1 2020** | 2:Q1 2019
        0+2:**Mine A**
        0:Gold (oz) | 1:1,234 | 2:—
        0:Cost | 2:$ | 812
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void TabsWithMarksInCellsOfTheirOwn() => Grid("\t\tQ3 2018\t\tQ3 2017\nGold (oz)\t\t9,227\t\t8,498\nPrice\t$\t1,677\t$\t1,690\nNet\t$\t(12\t)\t34").Should().StartWith("""
        1:Q3 2018 | 2:Q3 2017
        0:Gold (oz) | 1:9,227 | 2:8,498
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void HeadingsReachOverTheColumnsTheyStandOver() => Grid("\tThree months ended June 30,\t\tSix months ended June 30,\n\t2013\t2012\t2013\t2012\nSite\nOunces\t1,551\t1,468\t3,576\t3,374\nGrade\t1.94\t1.88\t1.90\t1.91").Should().Be("""
        1+1:Three months ended June 30, | 3+1:Six months ended June 30,
        1:2013 | 2:2012 | 3:2013 | 4:2012
        0+4:Site
        0:Ounces | 1:1,551 | 2:1,468 | 3:3,576 | 4:3,374
        0:Grade | 1:1.94 | 2:1.88 | 3:1.90 | 4:1.91
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void AHeadingDoesNotReachBeyondTheOneAboveIt() => Grid("Mine\tPeriod\tMill feed\t\tGold (oz)\n\t\tTonnes\tg/t\nCayo\tQ2 2022\t402,650\t2.11\t24,857\n\tQ2 2021\t396,200\t2.06\t23,801",
        new LayoutRegion(LayoutKind.Table, new TextSpan(0, 0))).Should().Contain("2:Tonnes | 3:g/t\n");

    [Fact]
    public void ColumnsOfSpaces() => Grid("""
        In the quarter:

                             Three Months Ended     Six Months Ended
                                June 30,               June 30,
                              2006       2005        2006      2005
        ------------------------------------------------------------
        LAKE MINE
        Ore milled (t)        1,240      1,188       2,020     1,999
        Cash cost ($/oz)     $  512     $  531      $  498    $  480
        Windy                    --        0.9          --       1.1
        Total ounces ......  16,544     15,930      14,288    13,000

        After it the text goes on.  It has two spaces between sentences, as people used to type.
        """).Should().Be("""
        1+1:Three Months Ended | 3+1:Six Months Ended
        1+1:June 30, | 3+1:June 30,
        1:2006 | 2:2005 | 3:2006 | 4:2005
        0+4:LAKE MINE
        0:Ore milled (t) | 1:1,240 | 2:1,188 | 3:2,020 | 4:1,999
        0:Cash cost ($/oz) | 1:$  512 | 2:$  531 | 3:$  498 | 4:$  480
        0:Windy | 1:-- | 2:0.9 | 3:-- | 4:1.1
        0:Total ounces | 1:16,544 | 2:15,930 | 3:14,288 | 4:13,000
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void OneCellALine() => Grid("Output by mine was:\n\nMine\nQ1 2014\nQ1 2013\n\nQuill Lake\n918\n801\n\nEsterfield\n$\n764\n726\n\nTotal\n1,682\n1,527\n\nNorth American customers took 940,000 tonnes, while 1.16 million tonnes moved offshore in the quarter.").Should().Be("""
        0:Mine | 1:Q1 2014 | 2:Q1 2013
        0:Quill Lake | 1:918 | 2:801
        0:Esterfield | 1:$/764 | 2:726
        0:Total | 1:1,682 | 2:1,527
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void OneCellALineWithEmptyCells() => Grid("Operation\nTonnes\nGrade (g/t)\nOunces\nVizcachas\n1,210,400\n0.74\n19,718\nTintaya\n171,220\n3.70\n18,548\nTotal\n\n\n38,266").Should().EndWith("0:Total | 3:38,266");

    [Theory]
    [InlineData("The company produced 30,000 ounces.  It sold 29,000 ounces.\nIn 2018 it produced  31,000 ounces.  It will go on.\nThat is all there is to say about it in 2019.")]
    [InlineData("Contact:\n\nJohn Smith\nPresident\n(604) 555-1212\n604-555-1213\n1-800-555-0101\njohn@x.example")]
    [InlineData("- Gold production of 31,234 ounces\n- Silver production of 211,400 ounces\n- Cash of $54.2 million\n- 5")]
    [InlineData("Bullets\n\n\u2022\tGold production rose\n\u2022\tSilver production fell\n\u2022\tCosts stayed")]
    [InlineData("Line one\nLine two\n2018\nLine three\n2019\nLine four")]
    public void ProseIsNoTable(string text) => TableGrid.Find(text, []).Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(Texts))]
    public void NoTableOfTheCorpusHoldsProse(string file)
    {
        var path = Path.Combine(CorpusPagesTests.Root(), file);
        Skip.IfNot(File.Exists(path));
        var text = File.ReadAllText(path);
        var end = 0;
        foreach (var table in TableGrid.Find(text, []))
        {
            table.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            end = table.Span.End;
            foreach (var cell in table.Rows.SelectMany(row => row.Cells))
            {
                var words = cell.Span.In(text);
                (words.EndsWith('.') && words.Length > 120).Should().BeFalse("\"{0}\" is prose", words);
                cell.Span.IsEmpty.Should().BeFalse();
                table.Span.Contains(cell.Span).Should().BeTrue();
            }
            foreach (var row in table.Rows)
            {
                for (var i = 1; i < row.Cells.Count; i++) row.Cells[i].Column.Should().BeGreaterThanOrEqualTo(row.Cells[i - 1].Column + row.Cells[i - 1].ColumnSpan);
            }
        }
    }

    [Fact]
    public void TimeGrowsWithTheText()
    {
        var watch = Stopwatch.StartNew();
        foreach (var line in (string[])["Label\n", "1,234\n", "A  1,234\n", "A\t1\n", "|", "a  b\n", "\n", "x\n1\n", "a  1  2  3 a\n", "$\n", ". . . .  5\n"])
        {
            TableGrid.Find(string.Concat(Enumerable.Repeat(line, 10_000)), []);
        }
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    public static TheoryData<string> Texts()
    {
        var texts = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(CorpusPagesTests.Root(), "release.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!file.EndsWith("html", StringComparison.Ordinal)) texts.Add(Path.GetRelativePath(CorpusPagesTests.Root(), file));
        }
        return texts;
    }
}
