using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PressParse.Reading.Html;

/// <summary>Finds the element a caller's CSS selector names, with AngleSharp's selectors over its HTML5 tree. Stateless.</summary>
internal static class ReleaseSelector
{
    /// <summary>The node of the first element that <paramref name="selector"/> selects; -1 when it selects none.</summary>
    /// <exception cref="ArgumentException">The selector is none.</exception>
    public static int Find(PageTree tree, string html, int offset, string selector)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        IElement? element;
        try
        {
            element = document.QuerySelector(selector);
        }
        catch (DomException reason)
        {
            throw new ArgumentException($"\"{selector}\" is no CSS selector: {reason.Message}", nameof(selector), reason);
        }
        if (element?.SourceReference is not { } source) return -1;
        var position = offset + source.Position.Index;
        for (var i = 1; i < tree.Count; i++)
        {
            if (tree[i].Source is not null && tree[i].Start == position) return i;
        }
        return -1;
    }
}
