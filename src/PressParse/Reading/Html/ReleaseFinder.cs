using System.Text;

namespace PressParse.Reading.Html;

/// <summary>
/// Finds the release in a page: drops what the page's own names call navigation or related matter, chooses the element that holds the
/// release, keeps the headline before it and contacts or disclaimers after it, and drops link lists and labels that are left. Stateless.
/// </summary>
internal static class ReleaseFinder
{
    /// <summary>Marks everything that is not the release as dropped.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="chosen">Index of the element the caller named as the release; -1 to find it.</param>
    public static void Mark(PageTree tree, int chosen = -1)
    {
        var meanings = Meanings(tree);
        DropNamedChrome(tree, meanings, chosen);
        tree.Measure();
        var release = chosen >= 0 ? chosen : Choose(tree, meanings);
        if (release > 0) KeepOnly(tree, meanings, release, chosen >= 0);
        tree.Measure();
        DropBeforeHeadline(tree);
        LeftoverChrome.Drop(tree, Math.Max(release, 0));
        tree.Measure();
    }

    private static ClassMeaning[] Meanings(PageTree tree)
    {
        var meanings = new ClassMeaning[tree.Count];
        for (var i = 1; i < tree.Count; i++)
        {
            ref var node = ref tree[i];
            if (node.Dropped || node.Tag is PageTag.Text or PageTag.Link or PageTag.Cell or PageTag.Row or PageTag.Superscript or PageTag.Break || !tree.HasAttributes(i)) continue;
            var meaning = ClassMeaning.None;
            var attributes = tree.AttributesOf(i);
            while (attributes.Next())
            {
                if (attributes.Name.Equals("class", StringComparison.OrdinalIgnoreCase) || attributes.Name.Equals("id", StringComparison.OrdinalIgnoreCase)) meaning |= ClassWords.Of(attributes.Value);
                else if (attributes.Name.Equals("role", StringComparison.OrdinalIgnoreCase)) meaning |= ClassWords.OfRole(attributes.Value);
                else if (attributes.Name.Equals("itemprop", StringComparison.OrdinalIgnoreCase))
                    meaning |= attributes.Value is "articleBody" ? ClassMeaning.Body : attributes.Value is "headline" ? ClassMeaning.Headline : ClassMeaning.None;
            }
            // A span called "ticker" is the (TSX: ABC) of the release; only parts of the page are judged by their names.
            if (!PageTags.IsBlock(node.Tag)) meaning &= ClassMeaning.Body | ClassMeaning.Headline;
            meanings[i] = meaning;
        }
        return meanings;
    }

    private static void DropNamedChrome(PageTree tree, ClassMeaning[] meanings, int chosen)
    {
        var total = Math.Max(1, tree[0].TextLength);
        for (var i = 1; i < tree.Count; i++)
        {
            ref var node = ref tree[i];
            var named = (meanings[i] & ClassMeaning.Chrome) != 0;
            if (node.Tag != PageTag.Chrome && !named) continue;
            if (tree[node.Parent].Dropped || (chosen >= 0 && tree.IsIn(chosen, i))) continue;
            // A site whose names mislead: what holds most of the page's prose is not its navigation.
            var links = (double)node.LinkLength / Math.Max(1, node.TextLength);
            var share = (double)node.TextLength / total;
            if (node.Tag == PageTag.Chrome ? share > 0.7 && links < 0.3 : share > 0.4 && links < 0.5) continue;
            node.Dropped = true;
            i = node.End - 1;
        }
    }

    private static int Choose(PageTree tree, ClassMeaning[] meanings)
    {
        var total = Prose(tree, 0);
        int body = -1, story = -1, main = -1;
        for (var i = 1; i < tree.Count; i++)
        {
            ref var node = ref tree[i];
            if (node.Dropped || node.TextLength == 0) continue;
            var meaning = meanings[i];
            if ((meaning & ClassMeaning.Body) != 0) Take(ref body, i);
            if (node.Tag == PageTag.Article || (meaning & ClassMeaning.Story) != 0) Take(ref story, i);
            if ((meaning & ClassMeaning.Main) != 0 || (node.Tag == PageTag.Block && tree.Raw.AsSpan(node.Start + 1, Math.Min(4, node.Length - 1)).Equals("main", StringComparison.OrdinalIgnoreCase))) Take(ref main, i);
        }
        if (Holds(body, 0.6)) return body;
        if (Holds(story, 0.4)) return story;
        return Holds(main, 0.4) ? main : -1;

        void Take(ref int best, int candidate)
        {
            if (best < 0 || Prose(tree, candidate) > Prose(tree, best)) best = candidate;
        }

        bool Holds(int candidate, double share) => candidate >= 0 && Prose(tree, candidate) >= share * total;
    }

    private static int Prose(PageTree tree, int index) => tree[index].TextLength - tree[index].LinkLength;

    private static void KeepOnly(PageTree tree, ClassMeaning[] meanings, int release, bool exactly)
    {
        var keep = new bool[tree.Count];
        for (var i = release; i < tree[release].End; i++) keep[i] = true;
        if (!exactly)
        {
            KeepHeadline(tree, meanings, release, keep);
            KeepFollowers(tree, release, keep);
        }
        for (var i = tree.Count - 1; i > 0; i--)
        {
            if (keep[i]) keep[tree[i].Parent] = true;
        }
        for (var i = 1; i < tree.Count; i++)
        {
            if (!keep[i]) tree[i].Dropped = true;
        }
    }

    private static void KeepHeadline(PageTree tree, ClassMeaning[] meanings, int release, bool[] keep)
    {
        var headline = Headline(tree, meanings, release, tree[release].End);
        if (headline < 0)
        {
            headline = Headline(tree, meanings, 1, release);
            if (headline < 0) return;
            for (var i = headline; i < tree[headline].End; i++) keep[i] = true;
        }
        // Sub-headlines and the time of publication stand around the headline.
        var parent = tree[headline].Parent;
        for (var i = tree.IsIn(release, parent) ? parent + 1 : headline; i < release; i++)
        {
            ref var node = ref tree[i];
            if (node.Dropped || node.TextLength is 0 or > 300 || node.LinkLength > 0 || keep[i] || tree.IsIn(headline, i) || !PageTags.IsBlock(node.Tag)) continue;
            if (!(node.Tag == PageTag.Heading && i > headline) && !ReleaseParts.IsDateLine(FirstWords(tree, i))) continue;
            for (var j = i; j < node.End; j++) keep[j] = true;
        }
    }

    /// <summary>The last headline in a range of nodes; -1 for none.</summary>
    private static int Headline(PageTree tree, ClassMeaning[] meanings, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            ref var node = ref tree[i];
            if (node.Dropped || node.TextLength == 0 || !PageTags.IsBlock(node.Tag) || node.End > to) continue;
            if (node.Tag == PageTag.MainHeading || (meanings[i] & ClassMeaning.Headline) != 0) return i;
        }
        return -1;
    }

    private static void KeepFollowers(PageTree tree, int release, bool[] keep)
    {
        var parent = tree[release].Parent;
        for (var i = tree[release].End; i < tree[parent].End; i = tree[i].End)
        {
            ref var node = ref tree[i];
            if (node.Dropped || node.TextLength == 0 || node.LinkLength * 3 > node.TextLength || node.Tag == PageTag.Article || !PageTags.IsBlock(node.Tag)) continue;
            if (!ReleaseParts.Begins(FirstWords(tree, i))) continue;
            for (var j = i; j < node.End; j++) keep[j] = true;
        }
    }

    /// <summary>A short text before the page's main heading is the site's name, its prices or its slogan; a time of publication stays.</summary>
    private static void DropBeforeHeadline(PageTree tree)
    {
        var headline = 1;
        var before = 0;
        while (headline < tree.Count && (tree[headline].Tag != PageTag.MainHeading || tree[headline].TextLength == 0 || tree[headline].Dropped))
        {
            if (tree[headline].Tag == PageTag.Text && !tree[headline].Dropped) before += tree[headline].TextLength;
            headline++;
        }
        if (headline == tree.Count || before > 600 || before * 4 > tree[0].TextLength) return;
        for (var i = 1; i < headline; i++)
        {
            if (tree[i].Dropped || tree[i].TextLength == 0 || tree.IsIn(headline, i) || ReleaseParts.IsDateLine(FirstWords(tree, i))) continue;
            if (tree[i].TextLength <= 200 || tree[i].Tag == PageTag.Text) tree[i].Dropped = true;
        }
    }

    private static string FirstWords(PageTree tree, int index)
    {
        var text = new StringBuilder(160);
        for (var i = index; i < tree[index].End && text.Length < 130; i++)
        {
            ref var node = ref tree[i];
            if (node.Tag == PageTag.Text && !node.Dropped) CharacterReference.AppendDecoded(text, tree.Raw, node.Start, node.Start + node.Length);
        }
        return ChromeWords.Squeeze(text);
    }
}
