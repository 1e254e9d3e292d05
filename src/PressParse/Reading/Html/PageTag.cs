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

/// <summary>An element by its name. Immutable.</summary>
/// <param name="Name">Its name in small letters; empty for one not known.</param>
/// <param name="Tag">What it means to a reader.</param>
/// <param name="IsVoid">True when it has no content and no end tag.</param>
/// <param name="IsRaw">True when its content is no markup.</param>
internal sealed record PageElement(string Name, PageTag Tag, bool IsVoid, bool IsRaw)
{
    /// <summary>An element not known: part of a line.</summary>
    public static PageElement Unknown { get; } = new("", PageTag.Inline, false, false);
}

/// <summary>Kinds of elements. Stateless.</summary>
internal static class PageTags
{
    /// <summary>True for elements that begin and end a line.</summary>
    public static bool IsBlock(PageTag tag) => tag >= PageTag.Block;
}

/// <summary>The elements of HTML that mean something to a reader. Immutable, safe to share between threads.</summary>
internal static class PageElements
{
    private static readonly FrozenDictionary<string, PageElement> ByName = Build().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PageElement>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The element of a name; one that is part of a line for a name not known.</summary>
    public static PageElement Of(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var element) ? element : PageElement.Unknown;

    private static Dictionary<string, PageElement> Build()
    {
        var byName = new Dictionary<string, PageElement>();
        Add(PageTag.Inline, "span", "b", "i", "u", "em", "strong", "font", "small", "big", "sub", "code", "tt", "abbr", "cite", "q", "time", "ins", "mark", "nobr", "ix:nonfraction", "ix:nonnumeric", "ix:continuation");
        Add(PageTag.Link, "a");
        Add(PageTag.Superscript, "sup");
        Void(PageTag.Break, "br");
        Void(PageTag.Inline, "wbr", "img");
        Void(PageTag.Block, "hr");
        Add(PageTag.Block, "div", "section", "main", "body", "html", "header", "address", "blockquote", "center", "details", "summary", "figure", "figcaption",
            "dl", "dt", "dd", "form", "fieldset", "hgroup", "caption", "noframes", "head", "document", "type", "text", "page");
        Add(PageTag.Article, "article");
        Add(PageTag.Paragraph, "p");
        Add(PageTag.Heading, "h2", "h3", "h4", "h5", "h6");
        Add(PageTag.MainHeading, "h1");
        Add(PageTag.List, "ul", "ol", "menu", "dir");
        Add(PageTag.ListItem, "li");
        Add(PageTag.Preformatted, "pre", "listing");
        Add(PageTag.Table, "table");
        Add(PageTag.RowGroup, "thead", "tbody", "tfoot");
        Add(PageTag.Row, "tr");
        Add(PageTag.Cell, "td", "th");
        Add(PageTag.Chrome, "nav", "aside", "footer", "dialog");
        Add(PageTag.Unread, "template", "svg", "math", "canvas", "object", "applet", "video", "audio", "picture", "map", "select", "option", "optgroup", "button", "label", "datalist", "legend",
            "progress", "meter", "ix:header", "frameset", "marquee", "s", "strike", "del");
        Void(PageTag.Unread, "meta", "link", "base", "col", "colgroup", "input", "area", "embed", "source", "track", "param", "frame");
        foreach (var name in (ReadOnlySpan<string>)["script", "style", "noscript", "title", "iframe", "textarea", "noembed"]) byName.Add(name, new PageElement(name, PageTag.Unread, false, true));
        return byName;

        void Add(PageTag tag, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) byName.Add(name, new PageElement(name, tag, false, false));
        }

        void Void(PageTag tag, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) byName.Add(name, new PageElement(name, tag, true, false));
        }
    }
}
