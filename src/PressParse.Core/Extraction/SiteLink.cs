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
        if (q.Tie is { Kind: TieKind.Comparison } tie) return Of(tie.To);
        SiteMention? best = null;
        var bestCost = int.MaxValue;
        foreach (var site in q.Block.SitesIn(q.Range))
        {
            var between = q.InSentence.Count(a => a != q.Amount && a.Family == q.Amount.Family && a.First >= Math.Min(site.First, q.Amount.First) && a.First < Math.Max(site.First, q.Amount.First));
            var cost = q.Series is { } series && site.First < series.Start ? series.Start - site.End : site.First < q.Amount.First ? q.Amount.First - site.End + between * 2 : site.First - q.Amount.End + 4 + between * 12 + Breaks(q, site.First) * ClauseBreak;
            if (cost < bestCost) (best, bestCost) = (site, cost);
        }
        if (best is { } found) return found.Name;
        if (IsCompanyWide(q)) return null;
        if (q.Block.SitesBefore(q.Range) is [var first, ..] before && before.All(s => s.Name == first.Name)) return first.Name;
        if (q.Block.Block.Heading >= 0 && q.Document.Blocks[q.Block.Block.Heading] is { OnlySite: not null } heading
            && (heading.Block.Kind == BlockKind.Heading || q.Document.Sites.Names.Count == 1)) return heading.Sites[0].Name;
        return FromHeadline(q) ?? FromBefore(q) ?? (q.Amount.Family is UnitFamily.Grade or UnitFamily.Percent or UnitFamily.Rate ? q.Document.OnlySite : null);
    }

    /// <summary>Tokens that a comma between a quantity and a site behind it counts for: the next clause is about something else.</summary>
    private const int ClauseBreak = 8;

    private static int Breaks(QuantityContext q, int site)
    {
        var breaks = 0;
        for (var i = q.Amount.End; i < site; i++)
            if (q.Tokens.At(i) is "," or ";" or "as" or "while") breaks++;
        return breaks;
    }

    /// <summary>The only site of the headline: the release is about it.</summary>
    private static string? FromHeadline(QuantityContext q) => q.Document.Headline is { OnlySite: { } site } headline && q.Block != headline ? site : null;

    /// <summary>In a release of one or two sites, the only one of the paragraph before.</summary>
    private static string? FromBefore(QuantityContext q)
    {
        if (q.Document.Sites.Names.Count > 2) return null;
        for (var i = q.Block.Index - 1; i >= 0 && i >= q.Block.Index - 2; i--)
            if (q.Document.Blocks[i].OnlySite is { } site) return site;
        return null;
    }

    private static bool IsCompanyWide(QuantityContext q)
    {
        for (var i = q.Range.First; i < q.Amount.First; i++)
            if (q.Tokens.At(i) is "Company" && q.Tokens.At(i - 1) is "the" or "The" && !(q.Tokens.At(i + 1) is "mined" or "milled" or "processed" or "treated" or "stacked" or "mines") || q.Document.IsIssuerAt(q.Tokens, i) || q.Tokens.At(i) is "consolidated" or "Consolidated" or "Group" or "group" or "company-wide" or "companywide" or "Company-wide" or "overall" or "attributable") return true;
        return false;
    }
}
