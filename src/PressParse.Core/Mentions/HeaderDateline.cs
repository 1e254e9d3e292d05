using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>
/// The dateline of a release: place, day and wire, the block it stands in (-1 for none) and the token after it. Reads "TORONTO, July 29, 2020
/// (GLOBE NEWSWIRE) --", "Winnipeg, Manitoba--(Newsfile Corp. - April 17, 2019) -", "London, 17 August 2010:", "TORONTO, March 12 -", "LAS VEGAS, NV /
/// ACCESS Newswire / November 7, 2024 /", and days that stand alone above the text.
/// </summary>
internal readonly record struct HeaderDateline(string? Place, DateExpression? Date, string? Wire, int Block, int End)
{
    /// <summary>Blocks in which a dateline may stand; scraped pages put up to a dozen short lines before it.</summary>
    private const int Blocks = 16;

    /// <summary>Paragraphs of text after which no dateline is looked for.</summary>
    private const int Paragraphs = 3;

    private const int LongestPlace = 60;

    public static HeaderDateline Read(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, IReadOnlyList<List<DateExpression>> dates)
    {
        HeaderDateline? alone = null;
        string? wire = null;
        var paragraphs = 0;
        for (var b = 0; b < blocks.Count && b < Blocks && paragraphs < Paragraphs; b++)
        {
            if (blocks[b].Kind == BlockKind.Table || blocks[b].Disclaimer is not null) continue;
            if (blocks[b].Span.Length > 400) paragraphs++;
            var block = tokens[b];
            var term = WireIn(block);
            var name = term is { } t ? block.SpanOf(t.First, t.End).In(block.Text) : null;
            var date = dates[b].Find(d => d.Form == DateForm.Day && d.EndDay == 0);
            if (date is { First: > 22 } && term is not null) date = null;
            if (date is not null && date.First <= 22 && (IsDateline(block, date) || (term is { } near && Math.Abs(near.First - date.First) <= 10)))
            {
                var end = Math.Max(date.End, term is { } w && w.First <= date.End + 6 ? w.End : 0);
                if (PlaceOf(block, date, term) is { } place) return new HeaderDateline(place, InYearOf(date, alone?.Date), name ?? wire, b, end);
                alone ??= date.Year > 0 ? new HeaderDateline(null, date, null, b, end) : null;
            }
            else if (date is { Year: > 0 } && alone is null && StandsAlone(blocks[b], block, date)) alone = new HeaderDateline(PlaceOf(block, date, null), date, null, b, date.End);
            else if (term is { First: > 0 and <= 12 } only && date is null && PlaceOf(block, null, term) is { } place) return new HeaderDateline(place, alone?.Date, name, b, only.End);
            wire ??= name;
        }
        return (alone ?? new HeaderDateline(null, null, null, -1, 0)) with { Wire = wire };
    }

    /// <summary>A dateline's year may stand in the stamp above it ("12-MAR-1987 11:02:41.55").</summary>
    private static DateExpression InYearOf(DateExpression date, DateExpression? stamp) =>
        date.Year == 0 && stamp is not null && stamp.Month == date.Month && Math.Abs(stamp.Day - date.Day) <= 1 ? date with { Year = stamp.Year } : date;

    /// <summary>A day on a line of its own, or after "Released".</summary>
    private static bool StandsAlone(Block block, BlockTokens tokens, DateExpression date)
    {
        if (block.Span.Length < 60) return true;
        if (date.First <= 3 && tokens.Count > date.End && tokens.KindAt(date.End) is TokenKind.Dash) return true;
        var begins = date.First == 0 || tokens.Tokens[date.First].LineBefore || tokens.At(date.First - 1) is "Released" or "Issued" or "Dated" or "Published" or "Date" or ":";
        var ends = date.End == tokens.Count || tokens.Tokens[date.End].LineBefore;
        return begins && (ends || block.Span.Length < 200);
    }

    private static Term? WireIn(BlockTokens block)
    {
        foreach (var term in block.TermsIn(0, 40))
            if (term.Category == TermCategory.Wire && IsWireHere(block, term)) return term;
        return null;
    }

    private static bool IsWireHere(BlockTokens block, Term wire)
    {
        var before = block.At(wire.First - 1);
        var after = block.At(wire.End);
        return before is "(" or "/" or "," or "via" || (wire.First > 0 && block.KindAt(wire.First - 1) == TokenKind.Dash) || after is "/" or ")" || (wire.First == 0 && block.KindAt(wire.End) == TokenKind.Dash && wire.End < block.Count)
            || (block.Is(wire.First, "RNS") && block.Is(wire.End, "Number"));
    }

    /// <summary>Few words before the date, and after it the mark that ends a dateline: a wire in brackets or slashes, a dash, a colon, a full stop.</summary>
    private static bool IsDateline(BlockTokens block, DateExpression date)
    {
        for (var i = 0; i < date.First; i++)
        {
            var word = block.At(i);
            if (block.KindAt(i) == TokenKind.Word && char.IsLower(word[0]) && word is not ("de" or "and" or "of" or "d" or "do" or "del" or "la")) return false;
        }
        if (block.IsMark(date.End, '.') && date.First is > 1 and <= 6 && block.IsMark(date.First - 1, ',')) return true;
        for (var i = date.End; i < block.Count && i <= date.End + 8; i++)
        {
            if (block.KindAt(i) == TokenKind.Dash || block.At(i) is "/" or ":") return true;
            if (block.IsMark(i, '(') || block.IsMark(i, ')') || block.IsMark(i, ',')) continue;
            if (block.TermAt(i, TermCategory.Wire) is not null) return true;
            if (block.KindAt(i) == TokenKind.Word && i == date.End) return false;
        }
        return date.End == block.Count && date.First > 0;
    }

    private static string? PlaceOf(BlockTokens block, DateExpression? date, Term? wire)
    {
        int first = 0, end = date?.First ?? wire?.First ?? 0;
        if (wire is { } term && term.First < end) end = term.First;
        while (first < end && (block.KindAt(first) is TokenKind.Mark or TokenKind.Dash || block.Is(first, "Source"))) first++;
        for (var i = first; i < end; i++)
            if (block.IsMark(i, '(') || block.IsMark(i, '/') || (block.KindAt(i) == TokenKind.Dash && block.KindAt(i + 1) == TokenKind.Dash)) { end = i; break; }
        while (end > first && block.KindAt(end - 1) is TokenKind.Mark or TokenKind.Dash && !block.IsMark(end - 1, '.')) end--;
        if (end <= first && date is { First: <= 1 })
        {
            // "July 16, 2018 - Toronto, Ontario - X Corp.": the place follows the date.
            first = date.End;
            while (first < block.Count && block.KindAt(first) is TokenKind.Mark or TokenKind.Dash) first++;
            end = first;
            while (end < block.Count && end - first < 8 && block.KindAt(end) is TokenKind.Word or TokenKind.Mark && !block.IsMark(end, '(') && (block.KindAt(end) != TokenKind.Word || char.IsUpper(block.At(end)[0]))) end++;
            // "Nov 7 (Reuters) - Canada's …" has a wire where a place might stand.
            if (end >= block.Count || block.KindAt(end) != TokenKind.Dash || block.TermAt(first, TermCategory.Wire) is not null) return null;
        }
        if (end <= first || end - first > 9) return null;
        for (var i = first; i < end; i++) if (IsNoPlace(block, i)) return null;
        var place = block.SpanOf(first, end).In(block.Text).Trim(' ', ',', '*');
        return place.Length is > 1 and < LongestPlace && char.IsUpper(place[0]) ? place : null;
    }

    /// <summary>Words of titles and stamps that stand before a date where a place might; a legal ending means a company's name.</summary>
    private static bool IsNoPlace(BlockTokens block, int i) =>
        block.Is(i, "release") || block.Is(i, "report") || block.Is(i, "announcement") || block.Is(i, "update") || block.Is(i, "updated") || block.Is(i, "released") || block.Is(i, "results") || block.Is(i, "published")
        || block.Is(i, "issued") || block.Is(i, "dated") || block.Is(i, "date") || block.Is(i, "posted") || block.Is(i, "investors") || block.Is(i, "by") || block.Is(i, "quarter") || block.Is(i, "news") || block.IsMark(i, ':') || block.IsMark(i, '|')
        || (block.TermAt(i, TermCategory.Suffix) is not null && block.At(i).Length > 2);
}
