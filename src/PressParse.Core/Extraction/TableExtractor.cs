using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>
/// Proposes a figure for every number of a table from what its row, its column, its section and the words before the table say. A number that
/// is no figure is proposed all the same, with the reason it was refused. Stateless and safe to share between threads.
/// </summary>
internal static class TableExtractor
{
    /// <summary>A paragraph before a table is its caption up to this length.</summary>
    private const int LongestCaption = 240;

    /// <summary>The figures of all tables of a release, in order.</summary>
    public static IEnumerable<Candidate> Extract(DocumentContext document, CancellationToken cancellation)
    {
        foreach (var block in document.Blocks)
        {
            if (block.Block.Table is not { } table) continue;
            cancellation.ThrowIfCancellationRequested();
            foreach (var candidate in Extract(document, block, table)) yield return candidate;
        }
    }

    private static List<Candidate> Extract(DocumentContext document, BlockContext block, Table table)
    {
        var found = new List<Candidate>();
        var above = CaptionBlocks(document, block);
        var refusal = TableSubject.Refusal(document, block, above);
        var clock = ClockOf(document, table, above);
        var reader = new TableLabelReader(document, clock);
        var captions = new List<TableLabel>();
        var rows = TableRows.Read(document.Text, table, reader, captions);
        if (rows.Count == 0) return found;
        captions.Reverse();
        foreach (var index in above) captions.Add(Caption(reader.Read(document.Text, document.Blocks[index].Block.Span), document.Blocks[index].Block));
        // A table whose rows name the sites is of them all, whatever site's heading it stands under.
        if (rows.Exists(r => r.Labels.Any(l => l.Site is not null))) captions = captions.ConvertAll(c => c with { Site = null, SiteIsKnown = false });
        var time = new TableTime(document, clock, [.. rows.SelectMany(r => r.Labels.Concat(r.Columns.All))]);
        var isBalance = rows.Exists(r => r.Labels.Any(l => l.Metrics.Any(m => m.Metric == Metric.Recovery)));
        foreach (var row in rows)
        {
            var proposed = Enumerable.Range(0, row.Figures.Count).Select(i => new TableFigure(document, row, captions, time).Propose(i, refusal)).ToList();
            found.AddRange(isBalance && row.Labels.Any(IsContent) ? proposed.Select(c => c.IsAccepted && c.Metric == Metric.Production ? c with { Verdict = "what the ore holds before it is recovered" } : c) : Untold(proposed));
        }
        return found;
    }

    /// <summary>"Contained gold (koz)" above a recovery and what was recovered.</summary>
    private static bool IsContent(TableLabel label) => label.Text.Contains("contained", StringComparison.OrdinalIgnoreCase) && !label.Text.Contains("conc", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Three numbers of one row that would be the same figure of the same period are columns whose headings were lost or broken: which is which
    /// nobody can say, so none is taken.
    /// </summary>
    private static IEnumerable<Candidate> Untold(List<Candidate> row)
    {
        foreach (var candidate in row)
        {
            var alike = row.Count(c => c.IsAccepted && c.Metric == candidate.Metric && c.Commodity == candidate.Commodity && c.Site == candidate.Site && c.Kind == candidate.Kind
                && c.Period?.Start == candidate.Period?.Start && c.Period?.End == candidate.Period?.End && c.Quantity.Unit == candidate.Quantity.Unit);
            yield return candidate.IsAccepted && alike >= 3 ? candidate with { Verdict = "its column cannot be told from others of its row" } : candidate;
        }
    }

    /// <summary>The blocks whose words stand over a table, the nearest first: a short paragraph or heading right before it, and the heading it stands under.</summary>
    private static List<int> CaptionBlocks(DocumentContext document, BlockContext table)
    {
        var blocks = new List<int>();
        var before = table.Index - 1;
        if (before >= 0 && document.Blocks[before].Block is { Kind: BlockKind.Paragraph or BlockKind.Heading, Disclaimer: null } words && words.Span.Length <= LongestCaption) blocks.Add(before);
        if (table.Block.Heading >= 0 && table.Block.Heading != before && document.Blocks[table.Block.Heading].Block.Kind == BlockKind.Heading) blocks.Add(table.Block.Heading);
        return blocks;
    }

    /// <summary>A heading speaks for its table; a sentence lends it period and site only, and a scale is one only where it says so.</summary>
    private static TableLabel Caption(TableLabel label, Block block)
    {
        var sentence = block.Kind == BlockKind.Paragraph && label.Text.Length > 60 && label.Text[^1] != ':' && !label.Text.EndsWith(')');
        if (sentence && !label.Text.StartsWith("Table", StringComparison.OrdinalIgnoreCase)) return label with { Refusal = null, Metrics = [], Unit = TableUnit.None, Commodity = null, IsTotal = false };
        var scaled = label.Unit.Scale == 1 || label.Text.Contains("in thousand", StringComparison.OrdinalIgnoreCase) || label.Text.Contains("in million", StringComparison.OrdinalIgnoreCase) || label.Text.Contains('(');
        return label with { Refusal = null, Unit = scaled ? label.Unit : TableUnit.None };
    }

    /// <summary>What months and days mean as headings here: "Mar-21" is a quarter where the headings are quarters apart and the release reports one.</summary>
    private static TableClock ClockOf(DocumentContext document, Table table, List<int> above)
    {
        var plain = new TableClock(document, null, false, 0);
        var months = new SortedSet<int>();
        TablePeriod? latest = null;
        var days = false;
        var bare = 0;
        foreach (var row in table.Rows)
            foreach (var cell in row.Cells)
            {
                var characters = document.Text.AsSpan(cell.Span.Start, cell.Span.Length);
                if (cell.Span.Length > 40 || TableGridValue.IsValue(characters) && !TableGridValue.IsYear(characters)) continue;
                var tokens = BlockTokens.Read(document.Text, cell.Span, Vocabulary.Lexicon.Default);
                if (TablePeriodReader.Read(tokens, plain) is not { From: { } from, To: { } to } period) continue;
                if (period.Expression is { Form: DateForm.PartOfYear, Months: 3, Year: 0 } quarter) bare |= 1 << quarter.Index;
                if (plain.Calendar.Reference is { } today && to > today.AddDays(20)) continue;
                if (period.Expression is { Form: DateForm.Month }) months.Add(to.Year * 12 + to.Month);
                else if (period.Expression is { Form: DateForm.Day }) days = true;
                if (period.Expression is not { Form: DateForm.Day or DateForm.Year or DateForm.YearToDate or DateForm.Relative or DateForm.Run } && to > from && (latest is null || to > latest.To || to == latest.To && from > latest.From)) latest = period;
            }
        var main = plain.Main;
        var quarters = AreQuarters(months, main);
        if (latest is { From: { } start, To: { } end } && (main is null || end > main.Value.To.AddDays(20)))
            main = (quarters && latest.Expression is { Form: DateForm.Month } ? end.AddDays(1).AddMonths(-3) : start, end);
        return new TableClock(document, main, quarters, days && main is { } reported ? WholeMonths.In(reported) : 0, bare == AllQuarters ? YearOf(document, table, above, main) : 0);
    }

    /// <summary>Quarters one to four, a bit each.</summary>
    private const int AllQuarters = 0b11110;

    /// <summary>The year of a table headed "Q1 Q2 Q3 Q4": the one its caption names, or the one that has just ended; 0 where neither tells.</summary>
    private static int YearOf(DocumentContext document, Table table, List<int> above, (DateOnly From, DateOnly To)? main)
    {
        const int titles = 3;
        var inside = table.Rows.Take(titles).Where(r => r.Cells.Count == 1).SelectMany(r => DateReader.Read(BlockTokens.Read(document.Text, r.Cells[0].Span, Vocabulary.Lexicon.Default)));
        var named = above.SelectMany(i => document.Blocks[i].Dates).Concat(inside).Where(d => d is { Form: DateForm.Year, Year: > 0 }).Select(d => d.Year).Distinct().ToList();
        return named is [var year] ? year : main is { } reported && reported.To.Month == 12 ? reported.To.Year : 0;
    }

    /// <summary>True where all months lie whole quarters apart, or the only one ends the quarter reported.</summary>
    private static bool AreQuarters(SortedSet<int> months, (DateOnly From, DateOnly To)? main)
    {
        if (months.Count == 0) return false;
        var first = months.Min;
        foreach (var month in months)
            if ((month - first) % 3 != 0) return false;
        return months.Count > 1 || main is { } reported && WholeMonths.In(reported) == 3 && first == reported.To.Year * 12 + reported.To.Month;
    }
}
