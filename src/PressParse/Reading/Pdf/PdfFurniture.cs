using System.Text;

namespace PressParse.Reading.Pdf;

/// <summary>Finds what pages repeat at their edges: running headers, footers, page numbers. Stateless.</summary>
internal static class PdfFurniture
{
    // Lines counted from each edge in which furniture may stand.
    private const int EdgeLines = 3;

    /// <summary>Takes the furniture out of the pages.</summary>
    public static void TakeOut(List<List<PdfLine>> pages)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var key in page.Where((_, i) => IsEdge(page, i)).Select(Key).Distinct()) seen[key] = seen.GetValueOrDefault(key) + 1;
        }
        // On every page but perhaps the first, which has a letterhead instead.
        var often = Math.Max(2, (pages.Count + 1) / 2);
        foreach (var page in pages)
        {
            var drop = new List<PdfLine>();
            for (var i = 0; i < page.Count; i++)
            {
                if (IsEdge(page, i) && (seen[Key(page[i])] >= often || (IsOutermost(page, i) && IsPageNumber(page[i].Text)))) drop.Add(page[i]);
            }
            foreach (var line in drop) page.Remove(line);
        }
    }

    private static bool IsEdge(List<PdfLine> page, int index) => index < EdgeLines || index >= page.Count - EdgeLines;

    private static bool IsOutermost(List<PdfLine> page, int index) => index == 0 || index == page.Count - 1;

    /// <summary>The line with its numbers blotted out, where it stands included, so that only furniture repeats it.</summary>
    private static string Key(PdfLine line)
    {
        var key = new StringBuilder();
        foreach (var c in line.Text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (key.Length == 0 || key[^1] != '#') key.Append('#');
            }
            else key.Append(char.ToLowerInvariant(c));
        }
        return key.Append('@').Append((int)Math.Round(line.Baseline / 4)).ToString();
    }

    /// <summary>True for "7", "- 7 -", "Page 7 of 12", "7 | Page".</summary>
    private static bool IsPageNumber(string line)
    {
        var rest = line.ToLowerInvariant().Replace("page", "", StringComparison.Ordinal).Replace(" of ", "", StringComparison.Ordinal).Trim(' ', '-', '\u2013', '|', '/', '.', 'p');
        if (rest.Length is 0 or > 7) return false;
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c) && c is not (' ' or '/' or '|')) return false;
        }
        return rest.Length <= 3 || line.Contains("age", StringComparison.Ordinal) || line.Contains('/');
    }
}
