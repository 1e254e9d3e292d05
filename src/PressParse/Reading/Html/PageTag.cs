using System.Collections.Frozen;

namespace PressParse.Reading.Html;

/// <summary>What an element means to someone who reads the page.</summary>
internal enum PageTag : byte
{
    /// <summary>Not an element: a run of text.</summary>
    Text,

    /// <summary>Part of a line: span, b, font, and every element not known.</summary>
    Inline,

    /// <summary>A link.</summary>
    Link,

    /// <summary>Raised text: an ordinal's ending, an exponent or a footnote mark.</summary>
    Superscript,

    /// <summary>A line end; two of them end a paragraph.</summary>
    Break,

    /// <summary>A division of the page without a meaning of its own.</summary>
    Block,

    /// <summary>A division that holds one release or story.</summary>
    Article,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading; the first level stands apart because it mostly is the headline.</summary>
    Heading,

    /// <summary>A heading of the first level.</summary>
    MainHeading,

    /// <summary>A list.</summary>
    List,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>Text whose white space counts.</summary>
    Preformatted,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A group of rows.</summary>
    RowGroup,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a row.</summary>
    Cell,

    /// <summary>Navigation, asides and footers: text of the site, not of the release.</summary>
    Chrome,

    /// <summary>Never read: scripts, styles, forms' fields, pictures.</summary>
    Unread,
}

/// <summary>Element names and what they mean. Immutable, safe to share between threads.</summary>
internal static class PageTags
{
    private static readonly FrozenDictionary<string, PageTag> ByName = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The meaning of an element's name; <see cref="PageTag.Inline"/> for a name not known.</summary>
    public static PageTag Of(string name) => ByName.TryGetValue(name, out var tag) ? tag : PageTag.Inline;

    /// <summary>True for elements that begin and end a line.</summary>
    public static bool IsBlock(PageTag tag) => tag >= PageTag.Block;

    private static Dictionary<string, PageTag> Build()
    {
        var byName = new Dictionary<string, PageTag>();
        Add(PageTag.Link, "a");
        Add(PageTag.Superscript, "sup");
        Add(PageTag.Break, "br");
        Add(PageTag.Block, "div", "section", "main", "body", "html", "header", "address", "blockquote", "center", "details", "summary", "figure", "figcaption",
            "dl", "dt", "dd", "hr", "form", "fieldset", "hgroup", "caption", "noframes", "head", "document", "type", "text", "page");
        Add(PageTag.Article, "article");
        Add(PageTag.Paragraph, "p");
        Add(PageTag.Heading, "h2", "h3", "h4", "h5", "h6");
        Add(PageTag.MainHeading, "h1");
        Add(PageTag.List, "ul", "ol", "menu", "dir");
        Add(PageTag.ListItem, "li");
        Add(PageTag.Preformatted, "pre", "xmp", "listing", "plaintext");
        Add(PageTag.Table, "table");
        Add(PageTag.RowGroup, "thead", "tbody", "tfoot", "colgroup");
        Add(PageTag.Row, "tr");
        Add(PageTag.Cell, "td", "th");
        Add(PageTag.Chrome, "nav", "aside", "footer", "dialog");
        Add(PageTag.Unread, "script", "style", "template", "noscript", "title", "svg", "math", "canvas", "iframe", "object", "embed", "applet", "video", "audio", "picture",
            "map", "select", "option", "button", "input", "textarea", "label", "datalist", "legend", "progress", "meter", "ix:header", "frameset", "marquee", "s", "strike", "del");
        return byName;

        void Add(PageTag tag, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) byName.Add(name, tag);
        }
    }
}
