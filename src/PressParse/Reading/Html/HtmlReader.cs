using HtmlAgilityPack;
using PressParse.Text;

namespace PressParse.Reading.Html;

/// <summary>
/// Reads the release from a web page. HtmlAgilityPack parses (half the time of AngleSharp, and it keeps stream positions, which the piece map is
/// made of); AngleSharp lends the names of HTML5's character references and evaluates a caller's selector. Stateless.
/// </summary>
internal static class HtmlReader
{
    // A page with less text than this in sight hides its release.
    private const int ShortestRelease = 40;

    /// <summary>Media type of pages.</summary>
    public const string MediaType = "text/html";

    /// <summary>The text of a whole page.</summary>
    /// <param name="raw">The page.</param>
    /// <param name="selector">CSS selector of the element that holds the release; null to find it.</param>
    public static SourceText Read(string raw, string? selector)
    {
        var text = new SourceTextBuilder(raw);
        Append(text, 0, raw.Length, selector, wholePage: true);
        return text.Build(MediaType);
    }

    /// <summary>Writes the text of a page that is a part of the raw characters.</summary>
    /// <param name="text">Takes the text; its raw characters hold the page.</param>
    /// <param name="start">Where the page begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="selector">CSS selector of the element that holds the release; null to find it.</param>
    /// <param name="wholePage">True for a page of a site, with its navigation; false for a document that is all release.</param>
    public static void Append(SourceTextBuilder text, int start, int end, string? selector, bool wholePage)
    {
        var raw = text.Raw;
        var html = start == 0 && end == raw.Length ? raw : raw[start..end];
        if (!MarkupDepth.IsTame(html))
        {
            var flat = PageTree.Flat(raw, start, end);
            new PageTextWriter(flat, text).Write();
            return;
        }
        var page = new HtmlDocument { OptionCheckSyntax = false, OptionReadEncoding = false, OptionExtractErrorSourceText = false };
        page.LoadHtml(html);
        var tree = PageTree.Of(raw, page, start, hidden: false);
        if (wholePage)
        {
            var chosen = selector is null ? -1 : ReleaseSelector.Find(tree, html, start, selector);
            ReleaseFinder.Mark(tree, chosen);
        }
        if (tree[0].TextLength < ShortestRelease && selector is null)
        {
            var everything = PageTree.Of(raw, page, start, hidden: true);
            if (everything[0].TextLength > 5 * ShortestRelease) tree = everything;
        }
        new PageTextWriter(tree, text).Write();
    }
}
