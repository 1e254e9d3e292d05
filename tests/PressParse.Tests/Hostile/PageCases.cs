using static PressParse.Tests.Hostile.CharacterCases;
using static PressParse.Tests.Hostile.HostileCase;

namespace PressParse.Tests.Hostile;

/// <summary>Pages: elements, attributes, tables and entities.</summary>
internal static class PageCases
{
    private const string Figure = "The mine produced 5,200 ounces of gold in the second quarter of 2018 and the mill processed 1,200 tonnes of ore.";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        .. Nested(),
        Page("list items of a page", n => "<ul>" + Fill(i => $"<li>Produced {i} ounces in 2019</li>", n) + "</ul>"),
        Page("small list items of a page", n => "<ul>" + Fill("<li>au</li>", n) + "</ul>"),
        Page("list items with entities", n => "<ul>" + Fill("<li>Gold &amp; silver&nbsp;&amp;lt; 5 ounces</li>", n) + "</ul>"),
        Page("paragraphs of a page", n => Fill($"<p>{Figure}</p>", n)),
        Page("headings of a page", n => Fill("<h2>Gold Production</h2><p>5 ounces</p>", n)),
        Page("a heading of megabytes above quantities", n => "<h2>" + Fill("Gold in Q1 2019 ", n / 2) + "</h2>" + Fill("<p>produced 300 ounces</p>", n / 2)),
        Page("main headings", n => Fill("<h1>Echo Reports Gold</h1>", n)),
        Page("line ends of a page", n => Fill("<br>", n)),
        Page("links", n => Fill("<a href=\"x\">Gold</a> ", n)),
        Page("lists of links", n => Fill("<ul><li><a href=x>Gold</a></li></ul>", n)),
        Page("headings that are links", n => Fill("<h3><a href=x>Gold mine news</a></h3>", n)),
        Page("related stories", n => Fill("<div><h3>Related News</h3><p>Gold story</p></div>", n)),
        Page("related headings side by side", n => Fill("<h3>Related News</h3><p>a</p>", n)),
        Page("labels side by side", n => Fill("<div>Read more</div><div>Share</div>", n)),
        Page("chrome by name", n => Fill("<div class=\"sidebar nav share related\">Gold</div>", n)),
        Page("bodies by name", n => Fill("<div itemprop=articleBody class=article-body>Gold</div>", n)),
        Page("superscripts", n => Fill("ounces<sup>1</sup> ", n)),
        Page("superscripts without text", n => Fill("<sup></sup>", n)),
        Page("superscripts of many elements", n => Fill("<sup>" + Fill("<b></b>", 7000) + "</sup>", n)),
        Page("cells that cover 100,000 columns", n => "<table>" + Fill("<tr><td colspan=100000>Gold (oz)</td><td>1,200</td><td>1,300</td></tr>", n) + "</table>"),
        Page("cells that cover 100,000 rows", n => "<table>" + Fill("<tr><td rowspan=100000>Gold (oz)</td><td rowspan=99999>1,200</td><td>5</td></tr>", n) + "</table>"),
        Page("spans that are no numbers", n => "<table>" + Fill("<tr><td colspan=-1>Gold (oz)</td><td rowspan=99999999999999999999>1,200</td><td colspan=x>5</td></tr>", n) + "</table>"),
        Page("a giant table of a page", n => "<table><tr><th></th><th>Q1 2019</th><th>Q2 2019</th></tr>" + Fill(i => $"<tr><td>Gold produced (oz)</td><td>{i}</td><td>{i + 1}</td></tr>", n) + "</table>"),
        Page("a row of a page without end", n => "<table><tr>" + Fill("<td>5 oz</td>", n) + "</tr></table>"),
        Page("a row of empty cells", n => "<table><tr>" + Fill("<td></td>", n) + "<td>gold</td></tr><tr><td>5</td></tr></table>"),
        Page("rows of empty cells", n => "<table>" + Fill("<tr><td></td><td></td></tr>", n) + "</table>"),
        Page("damage beside many tables", n => Fill("<table><tr><td>Gold (oz)</td><td>5</td></tr><tr><td>Silver (oz)</td><td>6</td></tr></table><p>the mine 's well -known gold , ore</p>", n)),
        Page("many tables", n => Fill("<table><tr><td>Gold (oz)</td><td>5</td></tr><tr><td>Silver (oz)</td><td>6</td></tr></table>", n)),
        Page("cells without rows", n => "<table>" + Fill("<td>5", n)),
        Page("rows in cells", n => "<table>" + Fill("<tr><td>5<div><tr><td>6", n)),
        Page("tables in cells", n => Fill("<table><tr><td>Gold 5 ounces<td>6", n)),
        Page("tags never closed", n => Fill("<p", n)),
        Page("quotes of attributes never closed", n => Fill("<a href=\"x ", n)),
        Page("comments never closed", n => Fill("<!-- gold ", n)),
        Page("comments", n => Fill("<!-- gold -->x", n)),
        Page("scripts never closed", n => Fill("<script>gold ", n)),
        Page("scripts", n => Fill("<script>5 ounces</script>gold ", n)),
        Page("styles and titles never closed", n => Fill("<style><title><textarea>", n)),
        Page("declarations", n => Fill("<!x><?y><![CDATA[z]]>", n)),
        Page("declarations never closed", n => Fill("<![CDATA[ <? <! ", n)),
        Page("end tags alone", n => Fill("</div></p></b></td>", n)),
        Page("end tags of the unopened", n => "<div>" + Fill("<b>5 </i>", n)),
        Page("tags closed the wrong way round", n => Fill("<b><i>gold</b></i>", n)),
        Page("formatting never closed", n => Fill("<b><p>gold ", n)),
        Page("an attribute of megabytes", n => "<p title=\"" + Fill("gold ", n) + "\">5 ounces</p>"),
        Page("a class of megabytes", n => "<div class=\"" + Fill("nav share ", n) + "\">5 ounces</div>"),
        Page("a style of megabytes", n => "<div style=\"" + Fill("display:block;", n) + "\">5 ounces</div>"),
        Page("attributes by the thousand", n => "<p " + Fill(i => $"a{i}=b ", n) + ">5 ounces</p>"),
        Page("attributes without values", n => Fill("<p a a a = = = '>\">", n)),
        Page("a tag name of megabytes", n => "<" + Fill("gold", n) + ">5 ounces"),
        Page("hidden elements", n => Fill("<div style=\"display:none\"><p hidden>gold</p></div>", n)),
        Page("entities", n => Fill("&amp;", n)),
        Page("entities in entities", n => "&" + Fill("amp;", n)),
        Page("entities cut short", n => Fill("&am", n)),
        Page("entities by number", n => Fill("&#8220;&#x110000;&#0;&#xD800;&#99999999999;", n)),
        Page("preformatted text", n => "<pre>" + Fill("Gold   5   6\n", n) + "</pre>"),
        Page("frames of inline elements", n => Fill("<span>gold</span>", n)),
        new("entities in text", n => Lead + Fill("&ldquo;", n)),
        new("entities misread", n => Lead + Fill("&Idquo; &arnp; &nbsp ", n)),
        new("entities that are none", n => Lead + Fill(i => $"&x{i}; ", n)),
        new("an entity name of megabytes", n => Lead + "&" + Fill("a", n) + ";"),
        new("tags in text", n => Lead + Fill("<sup>1</sup><b>gold</b> ", n)),
        new("tables in tags in text", n => Lead + Fill("<table><tr><td colspan=50>gold oz</td><td rowspan=50>1,200</td></tr></table> ", n)),
        new("cells in tags without end", n => Lead + "<table>" + Fill("<td rowspan=50>1\n", n) + "</table>"),
        new("rows in tags in text", n => Lead + "<table>" + Fill("<tr><td>Gold (oz)</td><td>1,200</td><td></td></tr>\n", n) + "</table>"),
        new("words glued", n => Lead + Fill("yearCommenced productsProduced siteSold oreMined ", n)),
        new("words glued without a space", n => Lead + "yearCommenced productsProduced siteSold " + Fill("produced", n) + Fill("Produced", n / 2)),
        new("numbers glued", n => Lead + "1,804166,766 2,804266,766 3,804366,766 " + Fill("1,804", n)),
        new("decimals glued", n => Lead + "1,804166,766 2,804266,766 3,804366,766 " + Fill("9.95", n)),
        new("years and bullets glued", n => Lead + "1,804166,766 2,804266,766 3,804366,766 " + Fill("2009    •", n / 2) + Fill("2009", n / 2)),
        new("dollars and formulas", n => Lead + "\\% \\$ \\& " + Fill("$1 \\mathrm{~g} ", n / 2) + Fill("$${ }^{1}", n / 2)),
        new("a table in a line", n => Lead + "Q2 2026 Q1 2026 " + Fill("Gold (oz) 14,803 11,743 ", n)),
        new("a table in a line by the line", n => Lead + "Q2 2026 Q1 2026\n" + Fill("Gold produced by the mine (oz) 14,803 11,743 Gold sold by the mine (oz) 12,100 10,900\n", n)),
        new("half tags in text", n => Lead + Fill("<b <sup </ ", n)),
        new("markup in a Markdown file", n => Lead + Fill("**gold _5 [x](y) `z` ", n), "x.md"),
    ];

    private static HostileCase Page(string name, Func<int, string> body) => new(name, n => $"<html><body><h1>Echo Mines gold production</h1><p>{Lead}</p>{body(n)}</body></html>", "x.html");

    private static IEnumerable<HostileCase> Nested()
    {
        foreach (var name in new[] { "div", "span", "b", "p", "ul><li", "li", "table><tr><td", "td", "sup", "a href=x", "h1", "article", "nav", "pre", "section class=article-body", "div class=related", "div style=display:none", "blockquote", "font", "unknown" })
        {
            yield return Page($"nested {name}", n => Fill($"<{name}>", n) + Figure);
            yield return Page($"nested {name} with text at every depth", n => Fill($"<{name}>5 oz ", n));
            if (!name.Contains('>', StringComparison.Ordinal)) yield return Page($"nested {name}, closed", n => Fill($"<{name}>", n / 2) + Figure + Fill($"</{name.Split(' ')[0]}>", n / 2));
        }
    }
}
