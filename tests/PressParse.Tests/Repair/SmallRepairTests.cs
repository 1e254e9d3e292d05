using FluentAssertions;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Repair;

/// <summary>Every small repair with its examples, and beside them what looks alike and stays.</summary>
public sealed class SmallRepairTests
{
    private static string Repair(string text) => RepairCatalog.Default.Run(SourceText.Plain(text)).Text;

    [Theory]
    [InlineData("(&Idquo;NAP\" or the &Idquo;Company\")", "(“NAP\" or the “Company\")")]
    [InlineData("&ldguo;Risk Factors&rdguo;", "“Risk Factors”")]
    [InlineData("R&arnp;D costs", "R&D costs")]
    [InlineData("2016 &nclash; 2017", "2016 – 2017")]
    [InlineData("the Company&rsguo;s mine", "the Company’s mine")]
    [InlineData("5&nb5p;000", "5 000")]
    [InlineData("&ldquo NAP &rdquo is", "“NAP” is")]
    [InlineData("&#147;We&#148; &#8220;are&#8221; &#x2019;s", "“We” “are” ’s")]
    [InlineData("&amp;ldquo;We&amp;rdquo; &amp;amp;amp; you", "“We” & you")]
    [InlineData("& ldquo ;We & rdquo ;", "“We”")]
    [InlineData("&#82l7;s", "’s")]
    [InlineData("Qu&eacute;bec, Pe&ntilde;asquito", "Québec, Peñasquito")]
    [InlineData("&lt;0.5 g/t, &It;0.5 g/t, &gt;5", "<0.5 g/t, <0.5 g/t, >5")]
    [InlineData("10&deg;C &plusmn;5 &frac12;", "10°C ±5 ½")]
    public void Entities(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("AT&T, R&D, S&P 500, M&A; Q&A; P&L")]
    [InlineData("Smith & Sons; Brown &co; this & that; x")]
    [InlineData("grades of <0.5 g/t and > 3 g/t; and &not in prose")]
    [InlineData("https://example.com/watch?v=1&copy=2&reg=3&t=516s")]
    [InlineData("Inc <CTA> said, Corp <BR>, Co <S> and <I>")]
    [InlineData("mail <ir@nap.com> or <https://example.com/a>")]
    [InlineData("if a<b and b>c")]
    public void What_is_no_entity_and_no_tag(string text) => Repair(text).Should().Be(text);

    [Theory]
    [InlineData("August 30<sup>th</sup>.", "August 30th.")]
    [InlineData("<b>Highlights</b> and <i>more</i>", "Highlights and more")]
    [InlineData("costs<sup>1,3</sup> of $725", "costs of $725")]
    [InlineData("12 km<sup>2</sup>, 5 m<sup>3</sup>, 10<sup>6</sup> t", "12 km², 5 m³, 10^6 t")]
    [InlineData("first line<br/>Second line", "first line\nSecond line")]
    [InlineData("inside a <br>sentence", "inside a sentence")]
    [InlineData("see <a href=\"https://x.com/?a=1&amp;b=2\">here</a> now", "see here now")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt; text", "bold text")]
    [InlineData("<!-- note -->Text <span style='color:red'>red</span>", "Text red")]
    [InlineData("Output\n<table><tr><th>Tarn</th><th>Unit</th><th>Q1</th></tr><tr><td colspan=\"2\">Mill</td><td></td></tr><tr><td>AISC</td><td>$/oz</td><td>1,730</td></tr></table>More", "Output\n\nTarn\tUnit\tQ1\nMill\t\t\nAISC\t$/oz\t1,730\nMore")]
    [InlineData("<table>\n <tr>\n  <td rowspan=2>Gold\n produced</td><td>oz</td>\n </tr>\n <tr><td><b>koz</b></td></tr>\n</table>", "\nGold produced\toz\n\tkoz\n")]
    public void Markup(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("Tarn Reports ResultsProvides a better yearCommenced milling, productsProduced and siteSold ore•Mined in May▪Sold in June", "Tarn Reports Results\n\nProvides a better year\n\nCommenced milling, products\n\nProduced and site\n\nSold ore\n•Mined in May\n▪Sold in June")]
    [InlineData("oneTwo yearTwo siteSold (unaudited)20232022Change Ounces Produced348,529 88,946 Gold$1,652 $(51)$12 (4)%Silver Q4'23Q3'23", "one\n\nTwo year\n\nTwo site\n\nSold (unaudited) 2023 2022 Change Ounces Produced 348,529 88,946 Gold $1,652 $(51) $12 (4)% Silver Q4'23 Q3'23")]
    [InlineData("Three months endedJune 30,Six months endedJune 30,2009200820092008Ore milled118,420109,660347,200322,415Grade9.959.619.809.54Yield94.6%94.1%94.4%93.9%", "Three months ended June 30, Six months ended June 30, 2009 2008 2009 2008 Ore milled 118,420 109,660 347,200 322,415 Grade 9.95 9.61 9.80 9.54 Yield 94.6% 94.1% 94.4% 93.9%")]
    [InlineData("OceanaGold, PolyMet, NdPr, MacKay and SolGold paid US$5; GlobeNewswire and eBay; siteSold", "OceanaGold, PolyMet, NdPr, MacKay and SolGold paid US$5; GlobeNewswire and eBay; siteSold")]
    public void Glued(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("Costs (US\\$m) & G\\&A | $3.3-3.6$ | $-16 \\%$", "Costs (US$m) & G&A | 3.3-3.6 | -16%")]
    [InlineData("Grade ${ }^{1}$ of $2.4 \\mathrm{~g} / \\mathrm{t}$, $\\sim 12 \\mathrm{koz}$, $5 \\mathrm{~km}^{2}$, \\$12 and \\$13", "Grade of 2.4 g/t, ~ 12 koz, 5 km², $12 and $13")]
    [InlineData("It cost $5 and $6, in C:\\mine and 10 \\% once", "It cost $5 and $6, in C:\\mine and 10 \\% once")]
    public void Formulas(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("Palladium ' s President", "Palladium's President")]
    [InlineData("express management 's expectations", "express management's expectations")]
    [InlineData("the Company' s mine", "the Company's mine")]
    [InlineData("the forward -looking statements", "the forward-looking statements")]
    [InlineData("a mark -to -market deficit", "a mark-to-market deficit")]
    [InlineData("steady quarter -on-quarter", "steady quarter-on-quarter")]
    [InlineData("a 5 -week period", "a 5-week period")]
    [InlineData("all -in sustaining costs", "all-in sustaining costs")]
    [InlineData("“ Risk Factors ”.", "“Risk Factors”.")]
    [InlineData("“We are ahead of 2018, \" said Jim", "“We are ahead of 2018,\" said Jim")]
    [InlineData("under \" Risk Factors \" in", "under \"Risk Factors\" in")]
    [InlineData("28,250 ounces , respectively .", "28,250 ounces, respectively.")]
    public void Spacing(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("short- and long-term, pre- or post-tax")]
    [InlineData("range 10 - 15 and -5 and 2016 -2017")]
    [InlineData("the mine - by far the largest - closed")]
    [InlineData("* item one\n- item two\n  - item three")]
    [InlineData("Gold ........ 5,000\nSilver . . . . 6,000")]
    [InlineData("'target', 'plan' and 's' and 't'")]
    [InlineData("**bold** and [a link](https://x.com/a_b) and | a | b |")]
    [InlineData("a 12 \" pipe and 6\" of core")]
    [InlineData("End of one.  Beginning of the next.")]
    public void What_is_spaced_rightly(string text) => Repair(text).Should().Be(text);

    [Theory]
    [InlineData("Production1 of 571,978 ounces", "Production of 571,978 ounces")]
    [InlineData("cost of sales1,3 of $725 and AISC(2) of $984", "cost of sales of $725 and AISC of $984")]
    [InlineData("sold 45,000(1) ounces, up 5%(2)", "sold 45,000 ounces, up 5%")]
    public void Footnotes(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("Section 5(2) and Rule 144(1) and NI 43-101")]
    [InlineData("CO2, COVID19, Q1, H2, B2 zone, MI61-101, NPV8, PM10")]
    [InlineData("the items are (1) gold (2) silver")]
    [InlineData("WO3 0.5% in hole SAM-24-01 at 10kt")]
    public void What_is_no_footnote(string text) => Repair(text).Should().Be(text);

    [Theory]
    [InlineData("Lac des Iles. The Lac des lles mine", "Lac des Iles. The Lac des Iles mine")]
    [InlineData("goId and siIver production", "gold and silver production")]
    [InlineData("0ver 5,000 0unces of qold", "Over 5,000 ounces of gold")]
    [InlineData("the first guarter was reguired", "the first quarter was required")]
    [InlineData("l2,000 tpd in 2O17", "12,000 tpd in 2017")]
    [InlineData("the rnine and rnill were induded", "the mine and mill were included")]
    [InlineData("Septernber Procluction of the C0mpany, A1SC", "September Production of the Company, AISC")]
    public void Letters(string text, string expected) => Repair(text).Should().Be(expected);

    [Theory]
    [InlineData("Horne, Corne, Clermont, Iolanthe, Inmet, llama, Iamgold")]
    [InlineData("dip 22.4o, azimuth 10o, Phase 1A, 10l, H1FY17, AusIMM, Qatar, Iraq, QPs")]
    [InlineData("modern modem, burn bum, clad dad")]
    public void What_is_spelt_rightly(string text) => Repair(text).Should().Be(text);

    [Theory]
    [InlineData("the produc-\ntion of gold", "the production of gold")]
    [InlineData("a forward-\nlooking statement", "a forward-looking statement")]
    [InlineData("ended June 30, 2020.n• Gold of 5 oz.n• Silver", "ended June 30, 2020.\n• Gold of 5 oz.\n• Silver")]
    [InlineData("6,000\u2009tpd, re\u00ADcord\u200B.", "6,000 tpd, record.")]
    [InlineData("6,000\u00A0tpd and forward\u2011looking", "6,000\u00A0tpd and forward\u2011looking")]
    [InlineData("ﬁnancial and ﬂow", "financial and flow")]
    public void Lines_and_characters(string text, string expected) => Repair(text).Should().Be(expected);

    [Fact]
    public void A_sentence_broken_by_a_blank_line_is_joined_in_unwrapped_text()
    {
        const string first = "The Company disclaims any obligation to update or revise any forward-looking statements, whether as a";
        Repair(first + "\n\nresult of new information, events or otherwise.").Should().Be(first + " result of new information, events or otherwise.");
    }

    [Theory]
    [InlineData("    DENVER, Nov 13 - Bear Creek said it will suspend mining at\nQuartz Pass in Colorado on Jan 10 because of low prices. The\ncompany said so today.\n")]
    [InlineData("Highlights\n\n- gold of 5,000 oz\n- silver of 6,000 oz")]
    [InlineData("Name\tTitle\tPhone\nJim Gallagher\tPresident and CEO\t416-360-7374\nJane Doe\tVice President, Investor Relations\t416-360-7375\n")]
    [InlineData("                         Q3 2018  Q3 2017\nGold production (oz)      12,345   11,111\nSilver production (oz)    22,345   21,111\nOre milled (tonnes)      222,345  221,111\n")]
    public void What_is_set_in_lines(string text) => Repair(text).Should().Be(text);
}
