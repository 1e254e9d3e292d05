using System.Xml.XPath;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HtmlAgilityPack;

namespace PressParse.Reading.Html;

/// <summary>
/// Finds the element a caller names as the release: a CSS selector goes to AngleSharp and its HTML5 tree, an XPath expression to HtmlAgilityPack. Both
/// know where in the page the element begins, which is all that is taken from them. Stateless.
/// </summary>
internal static class ReleaseSelector
{
    /// <summary>The node of the first element that <paramref name="selector"/> selects; -1 when it selects none.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="html">Its raw characters.</param>
    /// <param name="selector">A CSS selector, or an XPath expression that begins with a slash.</param>
    /// <exception cref="ArgumentException">The selector is neither.</exception>
    public static int Find(PageTree tree, string html, string selector)
    {
        var position = selector.StartsWith('/') ? ByPath(html, selector) : BySelector(html, selector);
        for (var i = 1; i < tree.Count && position >= 0; i++)
        {
            if (tree[i].Tag != PageTag.Text && tree[i].Start == position) return i;
        }
        return -1;
    }

    private static int BySelector(string html, string selector)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        try
        {
            return document.QuerySelector(selector)?.SourceReference?.Position.Index ?? -1;
        }
        catch (DomException reason)
        {
            throw new ArgumentException($"\"{selector}\" is no CSS selector: {reason.Message}", nameof(selector), reason);
        }
    }

    private static int ByPath(string html, string path)
    {
        // The parser's time grows with the square of the depth.
        if (!MarkupDepth.IsTame(html)) return -1;
        var page = new HtmlDocument { OptionCheckSyntax = false, OptionReadEncoding = false };
        page.LoadHtml(html);
        try
        {
            return page.DocumentNode.SelectSingleNode(path)?.StreamPosition ?? -1;
        }
        catch (XPathException reason)
        {
            throw new ArgumentException($"\"{path}\" is no XPath expression: {reason.Message}", nameof(path), reason);
        }
    }
}
