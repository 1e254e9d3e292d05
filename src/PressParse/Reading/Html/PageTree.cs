using HtmlAgilityPack;

namespace PressParse.Reading.Html;

/// <summary>An element or a run of text of a page.</summary>
/// <param name="Source">Where its attributes are; null for text.</param>
/// <param name="Tag">What it means to a reader.</param>
/// <param name="Parent">Index of the element it sits in.</param>
/// <param name="Start">Offset of its first raw character.</param>
/// <param name="Length">Number of its raw characters, for text.</param>
internal record struct PageNode(HtmlNode? Source, PageTag Tag, int Parent, int Start, int Length)
{
    /// <summary>Index after its last descendant.</summary>
    public int End;

    /// <summary>Characters of text in it that are read, white space left out.</summary>
    public int TextLength;

    /// <summary>How many of them sit in links.</summary>
    public int LinkLength;

    /// <summary>True when it and all in it are left out.</summary>
    public bool Dropped;
}

/// <summary>
/// A page as one list in document order, so that every walk over it is a loop and no nesting can exhaust the stack. Elements that are never
/// read or hidden are not in it.
/// </summary>
internal sealed class PageTree
{
    private readonly PageNode[] _nodes;

    private PageTree(string raw, PageNode[] nodes)
    {
        Raw = raw;
        _nodes = nodes;
    }

    /// <summary>The raw characters of the page.</summary>
    public string Raw { get; }

    /// <summary>Number of nodes; the first is the page itself.</summary>
    public int Count => _nodes.Length;

    /// <summary>A node.</summary>
    public ref PageNode this[int index] => ref _nodes[index];

    /// <summary>Flattens a parsed page.</summary>
    /// <param name="raw">The characters the page sits in.</param>
    /// <param name="page">The parsed page.</param>
    /// <param name="offset">Where in <paramref name="raw"/> the parsed characters begin.</param>
    /// <param name="hidden">True to read hidden elements too.</param>
    public static PageTree Of(string raw, HtmlDocument page, int offset, bool hidden)
    {
        var nodes = new List<PageNode>(256) { new(page.DocumentNode, PageTag.Block, -1, offset, 0) };
        var parent = 0;
        var node = page.DocumentNode.FirstChild;
        while (node is not null)
        {
            var descend = false;
            if (node.NodeType == HtmlNodeType.Text)
            {
                if (node.OuterLength > 0) nodes.Add(new PageNode(null, PageTag.Text, parent, offset + node.StreamPosition, node.OuterLength) { End = nodes.Count + 1 });
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                var tag = PageTags.Of(node.Name);
                if (tag != PageTag.Unread && (hidden || !Visibility.IsHidden(node)))
                {
                    nodes.Add(new PageNode(node, tag, parent, offset + node.StreamPosition, 0) { End = nodes.Count + 1 });
                    descend = node.FirstChild is not null;
                }
            }
            if (descend)
            {
                parent = nodes.Count - 1;
                node = node.FirstChild;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.ParentNode;
                if (node is null || node == page.DocumentNode) { node = null; break; }
                parent = nodes[parent].Parent;
            }
            node = node?.NextSibling;
        }
        var tree = new PageTree(raw, [.. nodes]);
        tree.Close();
        tree.Measure();
        return tree;
    }

    /// <summary>Reads tags and text one after the other without a tree, for pages whose nesting is out of hand.</summary>
    public static PageTree Flat(string raw, int start, int end)
    {
        var nodes = new List<PageNode>(256) { new(null, PageTag.Block, -1, start, 0) };
        while (start < end)
        {
            var tagAt = raw.IndexOf('<', start, end - start);
            if (tagAt != start) AddText(start, tagAt < 0 ? end : tagAt);
            if (tagAt < 0) break;
            var name = tagAt + 1 < end && raw[tagAt + 1] == '/' ? tagAt + 2 : tagAt + 1;
            var nameEnd = name;
            while (nameEnd < end && char.IsAsciiLetterOrDigit(raw[nameEnd])) nameEnd++;
            var close = raw.IndexOf('>', nameEnd, end - nameEnd);
            if (close < 0 || (nameEnd == name && raw[name] is not ('!' or '?')))
            {
                AddText(tagAt, tagAt + 1);
                start = tagAt + 1;
                continue;
            }
            var tag = PageTags.Of(raw[name..nameEnd]);
            if (tag is not (PageTag.Unread or PageTag.Table)) nodes.Add(new PageNode(null, tag, 0, tagAt, 0) { End = nodes.Count + 1 });
            start = close + 1;
        }
        var tree = new PageTree(raw, [.. nodes]);
        tree.Close();
        tree.Measure();
        return tree;

        void AddText(int from, int to) => nodes.Add(new PageNode(null, PageTag.Text, 0, from, to - from) { End = nodes.Count + 1 });
    }

    /// <summary>Counts the text of every node anew, what is dropped left out.</summary>
    public void Measure()
    {
        var inLink = new bool[Count];
        for (var i = 0; i < Count; i++)
        {
            ref var node = ref _nodes[i];
            if (node.Parent >= 0)
            {
                if (_nodes[node.Parent].Dropped) node.Dropped = true;
                inLink[i] = inLink[node.Parent] || (node.Tag == PageTag.Link && !IsAddress(i));
            }
            node.TextLength = node.Tag == PageTag.Text && !node.Dropped ? InkOf(Raw.AsSpan(node.Start, node.Length)) : 0;
            node.LinkLength = inLink[i] ? node.TextLength : 0;
        }
        for (var i = Count - 1; i > 0; i--)
        {
            ref var parent = ref _nodes[_nodes[i].Parent];
            parent.TextLength += _nodes[i].TextLength;
            parent.LinkLength += _nodes[i].LinkLength;
        }
    }

    /// <summary>True when <paramref name="index"/> is <paramref name="ancestor"/> or sits in it.</summary>
    public bool IsIn(int index, int ancestor) => index >= ancestor && index < _nodes[ancestor].End;

    /// <summary>The value of an attribute; empty where there is none.</summary>
    public string Attribute(int index, string name) => _nodes[index].Source is { HasAttributes: true } node ? node.GetAttributeValue(name, "") : "";

    // Mail and telephone links, and links that show where they lead, are part of a text; others may be navigation.
    private bool IsAddress(int link)
    {
        var target = Attribute(link, "href");
        if (target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)) return true;
        ref var node = ref _nodes[link];
        if (link + 1 >= node.End || _nodes[link + 1].Tag != PageTag.Text) return false;
        var shown = Raw.AsSpan(_nodes[link + 1].Start, _nodes[link + 1].Length).TrimStart();
        return shown.StartsWith("http", StringComparison.OrdinalIgnoreCase) || shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || shown.Contains('@');
    }

    private void Close()
    {
        for (var i = Count - 1; i > 0; i--)
        {
            ref var parent = ref _nodes[_nodes[i].Parent];
            parent.End = Math.Max(parent.End, _nodes[i].End);
        }
        _nodes[0].End = Count;
    }

    private static int InkOf(ReadOnlySpan<char> text)
    {
        var ink = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is <= ' ' or '\u00A0') continue;
            if (text[i] == '&' && BlankReference(text[i..]) is var blank and > 0) i += blank - 1;
            else ink++;
        }
        return ink;
    }

    private static int BlankReference(ReadOnlySpan<char> text) =>
        text.StartsWith("&nbsp;", StringComparison.OrdinalIgnoreCase) || text.StartsWith("&#160;") || text.StartsWith("&#xa0;", StringComparison.OrdinalIgnoreCase) ? 6
        : text.StartsWith("&nbsp", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
}
