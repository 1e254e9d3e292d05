using System.Diagnostics;
using System.Text;
using FluentAssertions;
using FsCheck.Xunit;
using PressParse.Reading;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Reading;

public class HtmlReadingTests
{
    private static string Text(string html) => DocumentReader.Read(html, "page.html").Text;

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<p>One<p>Two", "One\n\nTwo")]
    [InlineData("One<br>Two<br><br>Three", "One\nTwo\n\nThree")]
    [InlineData("<p>A  word\n  and   <b>ano</b>ther.</p>", "A word and another.")]
    [InlineData("<h2>Head</h2>Body", "Head\n\nBody")]
    [InlineData("<ul><li>One<li>Two<ul><li>Inner</ul></ul>", "One\nTwo\nInner")]
    [InlineData("<p>June 30<sup>th</sup>, 31,234<sup>1</sup> oz<sup>(2)</sup>, 5 km<sup>2</sup>, 3 x 10<sup>6</sup></p>", "June 30th, 31,234 oz, 5 km2, 3 x 10^6")]
    [InlineData("<p>A&nbsp;&#160;B &amp; C &lt;0.5 &#150; &hellip; &eacute;&noentity; AT&T R&D &nhsp;</p>", "A B & C <0.5 \u2013 \u2026 \u00E9&noentity; AT&T R&D &nhsp;")]
    [InlineData("<p>soft&shy;hyphen zero&#8203;width</p>", "softhyphen zerowidth")]
    [InlineData("<p>seen</p><p hidden>no</p><p style='DISPLAY : none'>no</p><p aria-hidden=true>no</p><span class='sr-only'>no</span>", "seen")]
    [InlineData("<p>a</p><script>var x='<p>no</p>'</script><style>p{}</style><noscript>no</noscript><template><p>no</p></template><!-- no --><p>b</p>", "a\n\nb")]
    [InlineData("<pre>Gold    1,234\n  Silver  99</pre>", "Gold    1,234\n  Silver  99")]
    [InlineData("<p>unclosed <b>bold <i>both</p><p>then", "unclosed bold both\n\nthen")]
    public void MarkupBecomesLines(string html, string text) => Text("<body>" + html).Should().Be(text);

    [Fact]
    public void CellsAreSeparatedByTabsAndSpansLeaveTheirColumnsEmpty()
    {
        Text("""
            <body><p>Before</p><table>
            <tr><td></td><td colspan=2>Three months</td><td colspan=2>Six months</td></tr>
            <tr><td rowspan=2>Gold</td><td>2026</td><td>2025</td><td>2026</td><td>2025</td></tr>
            <tr><td>1,234</td><td>1,100</td><td>2,500</td><td>2,300</td></tr></table><p>After</p>
            """).Should().Be("Before\n\n\tThree months\t\tSix months\nGold\t2026\t2025\t2026\t2025\n\t1,234\t1,100\t2,500\t2,300\n\nAfter");
    }

    [Fact]
    public void MarksInCellsOfTheirOwnJoinTheirNumberAndColumnsThatMakeRoomGo()
    {
        Text("""
            <body><table>
            <tr><td></td><td>&nbsp;</td><td colspan=3>2018</td><td></td><td colspan=3>2017</td></tr>
            <tr><td>Cash cost</td><td></td><td>$</td><td>812</td><td></td><td></td><td>$</td><td>799</td><td></td></tr>
            <tr><td>Net</td><td></td><td>$</td><td>(12</td><td>)</td><td></td><td></td><td>34</td><td></td></tr>
            <tr><td>Change</td><td></td><td></td><td>9.1</td><td>%</td><td></td><td></td><td>-</td><td></td></tr></table>
            """).Should().Be("\t2018\t2017\nCash cost\t$812\t$799\nNet\t$(12)\t34\nChange\t9.1%\t-");
    }

    [Fact]
    public void TablesThatArrangeThePageAreNoData()
    {
        const string page = """
            <body><table width=600><tr><td><a href=a>Home</a><br><a href=b>Projects</a><br><a href=c>Investors</a></td><td>
            <p>VANCOUVER - Aurora Gold Corp. reports production of 21,000 ounces in the first quarter of the year, a little more than planned.</p>
            <table><tr><td>&bull;</td><td>A long bullet that stands in a table because that is how it was done in those days.</td></tr></table>
            <table><tr><td>Ounces</td><td>21,000</td></tr><tr><td>Grade</td><td>5.1</td></tr></table></td></tr></table>
            """;
        var source = DocumentReader.Read(page);
        source.Text.Should().Be("VANCOUVER - Aurora Gold Corp. reports production of 21,000 ounces in the first quarter of the year, a little more than planned.\n\n"
            + "\u2022 A long bullet that stands in a table because that is how it was done in those days.\n\nOunces\t21,000\nGrade\t5.1");
        source.Layout.Should().ContainSingle(region => region.Kind == LayoutKind.Table);
    }

    [Fact]
    public void OnlyTheReleaseOfAPageIsRead()
    {
        const string page = """
            <!DOCTYPE html><html><head><title>Site</title><script type="application/ld+json">{"articleBody":"99,999 ounces"}</script></head><body class="has-sidebar">
            <div id="onetrust-banner">We use cookies to improve your experience.</div>
            <header class="site-header"><a href=/>MineWire</a></header><div class="stock-ticker">NGX 3.42 +0.11</div>
            <div class="sidebar"><h3>Related stories</h3><div class="card"><a href=1>Other Gold produces 44,000 ounces</a></div></div>
            <div class="main"><h1>North Gold Produces 31,234 Ounces</h1><p class="meta">July 12, 2018 08:00 ET</p><div class="share-bar"><a>Share</a></div>
            <div class="article-body"><p>TORONTO, July 12, 2018 (GLOBE NEWSWIRE) -- North Gold Ltd. (<span class="ticker">TSX: NGX</span>) produced 31,234 ounces.</p>
            <p>More words of the release follow here so that it is longer than the stories that stand beside it on the page.</p></div>
            <div class="about"><h3>About North Gold</h3><p>North Gold mines in the north.</p></div>
            <div class="box"><h4>Latest News</h4><ul><li><a href=2>Silver Co produced 7,000,000 ounces</a></li></ul></div></div>
            <footer>&copy; 2018 MineWire. All rights reserved. Gold $1,240.50</footer></body></html>
            """;
        Text(page).Should().Be("North Gold Produces 31,234 Ounces\n\nJuly 12, 2018 08:00 ET\n\nTORONTO, July 12, 2018 (GLOBE NEWSWIRE) -- North Gold Ltd. (TSX: NGX) produced 31,234 ounces.\n\n"
            + "More words of the release follow here so that it is longer than the stories that stand beside it on the page.\n\nAbout North Gold\n\nNorth Gold mines in the north.");
    }

    [Fact]
    public void ASelectorNamesTheRelease() =>
        DocumentReader.Read("<div><p>Not this one, though it is long enough to look like a release.</p></div><div id=x><p>This one</p></div>", "p.html", "#x > p").Text.Should().Be("This one");

    [Fact]
    public void ABadSelectorIsSaidToBeOne() =>
        FluentActions.Invoking(() => DocumentReader.Read("<p>x</p>", "p.html", "##")).Should().Throw<ArgumentException>().WithMessage("*selector*");

    [Fact]
    public void PlainTextAndMarkdownStayAsTheyAre()
    {
        const string text = "Gold &amp; silver\n\n| a | b |\n|---|---|\n| 1<br>2 | 3 |\n\n[link](http://x.example) <sup>1</sup>";
        var markdown = DocumentReader.Read(text, "release.md");
        markdown.Text.Should().Be(text);
        markdown.Map.IsIdentity.Should().BeTrue();
        DocumentReader.Read("Tonnes < 5 and > 3", "release.txt").Map.IsIdentity.Should().BeTrue();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void EveryEncodingIsRead(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        var page = $"<html><head><meta charset={(name.StartsWith("utf-16", StringComparison.Ordinal) ? "utf-8" : name)}></head><body><p>Pérez \u00BD Núñez, 5,000 onces</p></body></html>";
        DocumentReader.Read(encoding.GetBytes(page)).Text.Should().Be("Pérez \u00BD Núñez, 5,000 onces");
        DocumentReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(page)]).Text.Should().Be("Pérez \u00BD Núñez, 5,000 onces");
    }

    [Fact]
    public void NoNestingAndNoSpanBlowsALimit()
    {
        var watch = Stopwatch.StartNew();
        var open = string.Concat(Enumerable.Repeat("<div>", 200_000));
        Text(open + "deep" + string.Concat(Enumerable.Repeat("</div>", 200_000))).Should().Be("deep");
        Text(open + "deep").Should().Be("deep");
        Text("<body>" + string.Concat(Enumerable.Repeat("<b><i></b>", 20_000)) + "end").Should().Be("end");
        Text(string.Concat(Enumerable.Repeat("<table><tr><td>", 20_000)) + "end").Should().Be("end");
        Text("<body><table><tr><td colspan=100000 rowspan=100000>A</td><td>B</td></tr><tr><td>C</td><td>D 1</td></tr></table>").Should().Contain("A").And.Contain("D 1");
        Text("<p>" + new string('<', 100_000)).Length.Should().BeGreaterThan(1000);
        Text("<p>" + string.Concat(Enumerable.Repeat("&", 100_000))).Should().HaveLength(100_000);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    [Property(MaxTest = 300)]
    public bool AnyMarkupIsReadWithAWholeMap(string[] parts, int seed)
    {
        string[] tags = ["<p>", "</p>", "<table>", "<tr>", "<td>", "<td colspan=3>", "</table>", "<br>", "<sup>", "</sup>", "<ul><li>", "</ul>", "<b>", "</b>", "&amp;", "&nbsp;", "$", "1,234", ")", "<h1>", "<a href=x>", "</a>", "<div", ">", "<!--", "-->", "\t", "\n"];
        var random = new Random(seed);
        var html = new StringBuilder("<html>text");
        foreach (var part in parts ?? []) html.Append(part).Append(tags[random.Next(tags.Length)]).Append(tags[random.Next(tags.Length)]);
        SourceText source;
        try
        {
            source = DocumentReader.Read(html.ToString());
        }
        catch (UnreadableDocumentException)
        {
            return true;
        }
        return source.Map.OutputLength == source.Text.Length && source.Map.SourceLength == html.Length && source.Layout.All(region => region.Span.End <= source.Text.Length);
    }
}
