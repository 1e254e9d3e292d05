using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>Finds the site of a quantity: named in its sentence, in the sentences before, by its heading, or the document's only one.</summary>
internal static class SiteLink
{
    public static string? Of(QuantityContext q)
    {
        SiteMention? best = null;
        var bestCost = int.MaxValue;
        foreach (var site in q.Block.Sites)
        {
            if (site.First < q.Range.First || site.First >= q.Range.End) continue;
            var between = q.Block.Amounts.Count(a => a != q.Amount && a.Family == q.Amount.Family && a.First >= Math.Min(site.First, q.Amount.First) && a.First < Math.Max(site.First, q.Amount.First));
            var cost = q.Series is { } series && site.First < series.Start ? series.Start - site.End : site.First < q.Amount.First ? q.Amount.First - site.End + between * 2 : site.First - q.Amount.End + 4 + between * 12;
            if (cost < bestCost) (best, bestCost) = (site, cost);
        }
        if (best is { } found) return found.Name;
        if (IsCompanyWide(q)) return null;
        for (var s = q.Sentence - 1; s >= 0; s--)
        {
            var range = q.Block.Sentences[s];
            var sites = q.Block.Sites.Where(x => x.First >= range.First && x.First < range.End).Select(x => x.Name).Distinct().ToList();
            if (sites.Count == 1) return sites[0];
            if (sites.Count > 1) break;
        }
        if (q.Block.Block.Heading >= 0 && q.Document.Blocks[q.Block.Block.Heading] is { Sites.Count: > 0 } heading && heading.Sites.Select(s => s.Name).Distinct().Count() == 1
            && (heading.Block.Kind == BlockKind.Heading || q.Document.Sites.Names.Count == 1)) return heading.Sites[0].Name;
        return FromHeadline(q) ?? FromBefore(q);
    }

    /// <summary>The only site of the headline: the release is about it.</summary>
    private static string? FromHeadline(QuantityContext q)
    {
        foreach (var block in q.Document.Blocks)
        {
            if (block.Block.Kind != BlockKind.Headline) continue;
            return OnlySite(block) is { } site && q.Block != block ? site : null;
        }
        return null;
    }

    /// <summary>In a release of one or two sites, the only one of the paragraph before.</summary>
    private static string? FromBefore(QuantityContext q)
    {
        if (q.Document.Sites.Names.Count > 2) return null;
        for (var i = q.Block.Index - 1; i >= 0 && i >= q.Block.Index - 2; i--)
            if (OnlySite(q.Document.Blocks[i]) is { } site) return site;
        return null;
    }

    private static string? OnlySite(BlockContext block)
    {
        string? only = null;
        foreach (var site in block.Sites)
        {
            if (only is not null && only != site.Name) return null;
            only = site.Name;
        }
        return only;
    }

    private static bool IsCompanyWide(QuantityContext q)
    {
        for (var i = q.Range.First; i < q.Amount.First; i++)
            if (q.Tokens.At(i) is "consolidated" or "Consolidated" or "Group" or "group" or "company-wide" or "companywide" or "Company-wide" or "overall" or "attributable") return true;
        return false;
    }
}
