using System.Text;

namespace PressParse.Reading.Html;

/// <summary>Drops text of the site that no class name betrayed: link lists, cards of other stories, labels, notices. Stateless.</summary>
internal static class LeftoverChrome
{
    // A block with more text than this is read as part of the release whatever its links.
    private const int LargestLinkBlock = 1500;

    /// <summary>Marks what is left of the site in the kept part of the page.</summary>
    public static void Drop(PageTree tree, int release)
    {
        var leaf = Leaves(tree);
        var text = new StringBuilder();
        for (var i = 1; i < tree.Count; i++)
        {
            ref var node = ref tree[i];
            if (node.Dropped)
            {
                i = node.End - 1;
                continue;
            }
            if (node.TextLength == 0) continue;
            if (node.Tag == PageTag.Text && node.TextLength is >= 6 and <= ChromeWords.LongestBlock && !leaf[BlockOf(tree, i)] && MayBeNotice(tree, i))
            {
                if (ChromeWords.IsNotice(Words(tree, i, text))) node.Dropped = true;
            }
            if (!PageTags.IsBlock(node.Tag)) continue;
            if (i != release && !tree.IsIn(release, i) && IsLinkBlock(tree, i, leaf[i]))
            {
                node.Dropped = true;
                i = node.End - 1;
                continue;
            }
            if (node.Tag == PageTag.Heading && node.LinkLength * 10 >= node.TextLength * 9)
            {
                DropStory(tree, i, release);
                continue;
            }
            if (!leaf[i] || node.TextLength > ChromeWords.LongestBlock || node.Tag is PageTag.Table or PageTag.RowGroup or PageTag.Row || (node.Tag == PageTag.Cell && node.TextLength < 20)) continue;
            // Only short blocks are labels or headings, and few others have a word of a notice in them.
            if (node.TextLength > 64 && node.LinkLength * 2 < node.TextLength && !MayBeNotice(tree, i)) continue;
            var words = Words(tree, i, text);
            if (ChromeWords.IsNotice(words) || (node.LinkLength * 2 >= node.TextLength && ChromeWords.BeginsRelated(words))) node.Dropped = true;
            else if (node.Tag is PageTag.Cell) continue;
            else if (ChromeWords.IsLabel(words))
            {
                node.Dropped = true;
                if (node.LinkLength > 0 && words.Contains("more", StringComparison.OrdinalIgnoreCase)) DropCard(tree, i, release);
            }
            else if (ChromeWords.IsRelatedHeading(words)) DropRelated(tree, i, release);
        }
    }

    private static bool MayBeNotice(PageTree tree, int index)
    {
        var end = tree[index].Tag == PageTag.Text ? tree[index].Start + tree[index].Length : EndOf(tree, index);
        return ChromeWords.MayBeNotice(tree.Raw.AsSpan(tree[index].Start, end - tree[index].Start));
    }

    private static int EndOf(PageTree tree, int index)
    {
        ref var last = ref tree[tree[index].End - 1];
        return last.Start + last.Length;
    }

    private static string Words(PageTree tree, int index, StringBuilder text)
    {
        text.Clear();
        for (var i = index; i < tree[index].End; i++)
        {
            if (tree[i].Tag == PageTag.Text && !tree[i].Dropped) CharacterReference.AppendDecoded(text, tree.Raw, tree[i].Start, tree[i].Start + tree[i].Length);
            else if (tree[i].Tag == PageTag.Break) text.Append(' ');
        }
        return ChromeWords.Squeeze(text);
    }

    private static int BlockOf(PageTree tree, int index)
    {
        do index = tree[index].Parent;
        while (index > 0 && !PageTags.IsBlock(tree[index].Tag));
        return index;
    }

    /// <summary>True where a block holds text and no block in it does.</summary>
    private static bool[] Leaves(PageTree tree)
    {
        var leaf = new bool[tree.Count];
        Array.Fill(leaf, true);
        for (var i = tree.Count - 1; i > 0; i--)
        {
            ref var node = ref tree[i];
            if (node.TextLength > 0 && (PageTags.IsBlock(node.Tag) || !leaf[i])) leaf[node.Parent] = false;
        }
        return leaf;
    }

    private static bool IsLinkBlock(PageTree tree, int index, bool leaf)
    {
        ref var node = ref tree[index];
        if (node.TextLength > LargestLinkBlock || node.LinkLength == 0) return false;
        switch (node.Tag)
        {
            case PageTag.List:
                return node.LinkLength * 10 >= node.TextLength * 6;
            case PageTag.Cell when IsMenuCell(tree, index):
                return true;
            case PageTag.Heading or PageTag.MainHeading:
                return false;
            case PageTag.Row or PageTag.RowGroup:
                return false;
        }
        if (node.LinkLength * 10 < node.TextLength * (leaf ? 8 : 7)) return false;
        return Links(tree, index) >= (leaf && node.TextLength <= 80 ? 2 : 3);
    }

    /// <summary>A short cell of links beside a long one: the menu of a page that a table arranges.</summary>
    private static bool IsMenuCell(PageTree tree, int cell)
    {
        ref var node = ref tree[cell];
        return node.TextLength <= 300 && node.LinkLength * 10 >= node.TextLength * 3 && tree[node.Parent].TextLength >= 6 * node.TextLength && Links(tree, cell) >= 3;
    }

    private static int Links(PageTree tree, int index)
    {
        var links = 0;
        for (var i = index + 1; i < tree[index].End; i++)
        {
            if (tree[i].Tag == PageTag.Link && tree[i].LinkLength > 0) links++;
        }
        return links;
    }

    /// <summary>"Read more" ends the card of another story: the whole card goes.</summary>
    private static void DropCard(PageTree tree, int label, int release)
    {
        var card = tree[label].Parent;
        if (card > 0 && card != release && !tree.IsIn(release, card) && tree[card].TextLength < 500) tree[card].Dropped = true;
    }

    /// <summary>A heading that is all link belongs to another story: its card goes, or what stands under it up to the next heading.</summary>
    private static void DropStory(PageTree tree, int heading, int release)
    {
        var card = tree[heading].Parent;
        if (card > 0 && card != release && !tree.IsIn(release, card) && tree[card].TextLength < 700)
        {
            tree[card].Dropped = true;
            return;
        }
        tree[heading].Dropped = true;
        for (var i = tree[heading].End; i < tree[card].End && tree[i].TextLength < 400 && tree[i].Tag is not (PageTag.Heading or PageTag.MainHeading or PageTag.Table); i = tree[i].End) tree[i].Dropped = true;
    }

    private static void DropRelated(PageTree tree, int heading, int release)
    {
        var limit = tree[release].TextLength * 4 / 10;
        var block = heading;
        while (tree[block].Parent is var parent && parent > 0 && parent != release && !tree.IsIn(release, parent) && tree[parent].TextLength <= limit && TextBefore(tree, parent, block) == 0)
        {
            block = parent;
        }
        var top = tree[block].Parent;
        tree[block].Dropped = true;
        if (block != heading) return;
        for (var i = tree[heading].End; i < tree[top].End; i = tree[i].End)
        {
            ref var node = ref tree[i];
            if (node.Tag is PageTag.Heading or PageTag.MainHeading) break;
            if (node.TextLength >= 200 && node.LinkLength * 10 < node.TextLength * 3) break;
            node.Dropped = true;
        }
    }

    private static int TextBefore(PageTree tree, int parent, int child)
    {
        var ink = 0;
        for (var i = parent + 1; i < child; i = tree[i].End)
        {
            if (tree[i].End > child) break;
            if (!tree[i].Dropped) ink += tree[i].TextLength;
        }
        return ink;
    }
}
