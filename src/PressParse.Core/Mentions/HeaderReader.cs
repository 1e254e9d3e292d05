using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>Reads the head of a release: headline, issuer, listings, and the dateline's place, date and wire.</summary>
internal static class HeaderReader
{
    /// <summary>Blocks in which a dateline may stand; scraped pages put up to a dozen short lines before it.</summary>
    private const int DatelineBlocks = 14;

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase) { "CEO", "president", "CFO", "chairman", "executive", "chair", "COO", "director", "managing", "VP", "chief" };

    private static readonly HashSet<string> HeadlineVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "announces", "reports", "provides", "unveils", "confirms", "says", "produces", "achieves", "delivers", "expects", "issues", "completes", "raises", "lowers", "updates", "releases", "declares", "posts", "sets", "records", "files", "pours", "exceeds", "meets", "outlines", "targets", "closes", "signs", "reiterates", "shines", "begins", "commences", "starts", "designs", "initiates", "sees", "boosts", "cuts", "maintains", "to", "intersects", "drills", "appoints", "enters", "receives", "secures", "publishes", "advances", "q1", "q2", "q3", "q4", "first", "second", "third", "fourth", "quarterly",
    };

    /// <summary>The header; <paramref name="yearless"/> is the dateline's day where no year is printed, for the calendar to fill in.</summary>
    public static ReleaseHeader Read(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, IReadOnlyList<List<DateExpression>> dates, IReadOnlyList<List<TickerGroup>> tickers, out DateExpression? yearless)
    {
        var (place, dateline, wire) = Dateline(blocks, tokens, dates);
        yearless = dateline is { Year: 0, Month: > 0, Day: > 0 } ? dateline : null;
        var headline = blocks.FirstOrDefault(b => b.Kind == BlockKind.Headline)?.Span;
        var text = tokens.Count > 0 ? tokens[0].Text : "";
        var company = Company(blocks, tokens, tickers);
        return new ReleaseHeader(
            headline is { } h ? h.In(text).TrimStart('#', '*', ' ').TrimEnd('*', ' ') : null,
            company, Listings(blocks, tokens, tickers, company), place,
            dateline is { Year: > 0, Month: > 0, Day: > 0 } d && d.Day <= DateTime.DaysInMonth(d.Year, d.Month) ? new DateOnly(d.Year, d.Month, d.Day) : null, wire);
    }

    private static (string? Place, DateExpression? Date, string? Wire) Dateline(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, IReadOnlyList<List<DateExpression>> dates)
    {
        (DateExpression Date, int Block)? alone = null;
        string? wire = null;
        for (var b = 0; b < blocks.Count && b < DatelineBlocks; b++)
        {
            if (blocks[b].Kind == BlockKind.Table || blocks[b].Disclaimer is not null) continue;
            var block = tokens[b];
            var wireTerm = block.TermsIn(0, 40).FirstOrDefault(t => t.Category == TermCategory.Wire && IsWireHere(block, t));
            if (wireTerm.Entry is not null) wire ??= block.SpanOf(wireTerm.First, wireTerm.End).In(block.Text);
            var date = dates[b].FirstOrDefault(d => d.Form == DateForm.Day && d.EndDay == 0);
            if (date is not null && date.First <= 22 && (IsDateline(block, date) || (wireTerm.Entry is not null && Math.Abs(wireTerm.First - date.First) <= 10)))
            {
                return (Place(block, date, wireTerm), date, wire);
            }
            if (date is not null && alone is null && date.Year > 0 && (blocks[b].Span.Length < 60 || (date.First <= 3 && block.Count > date.End && block.KindAt(date.End) is TokenKind.Dash))) alone = (date, b);
            if (wireTerm.Entry is not null && date is null && wireTerm.First <= 12 && wireTerm.First > 0 && Place(block, null, wireTerm) is { } place)
            {
                return (place, alone?.Date, wire);
            }
        }
        return (alone is { } found ? Place(tokens[found.Block], found.Date, default) : null, alone?.Date, wire);
    }

    private static bool IsWireHere(BlockTokens block, Term wire)
    {
        var before = block.At(wire.First - 1);
        var after = block.At(wire.End);
        return before is "(" or "/" or "," or "--" || block.KindAt(wire.First - 1) == TokenKind.Dash && wire.First > 0 || after is "/" or ")" || (wire.First == 0 && block.KindAt(wire.End) == TokenKind.Dash && wire.End < block.Count) || before is "via" or "-";
    }

    /// <summary>Few words before the date, and after it the mark that ends a dateline: a wire in brackets or slashes, a dash, a colon.</summary>
    private static bool IsDateline(BlockTokens block, DateExpression date)
    {
        for (var i = 0; i < date.First; i++)
        {
            var word = block.At(i);
            if (block.KindAt(i) == TokenKind.Word && char.IsLower(word[0]) && word is not ("de" or "and" or "of" or "d" or "do" or "del" or "la")) return false;
        }
        for (var i = date.End; i < block.Count && i <= date.End + 8; i++)
        {
            if (block.KindAt(i) == TokenKind.Dash || block.At(i) is "/" or ":") return true;
            if (block.IsMark(i, '(') || block.IsMark(i, ')') || block.IsMark(i, ',')) continue;
            if (block.TermAt(i, TermCategory.Wire) is not null) return true;
            if (block.KindAt(i) == TokenKind.Word && i == date.End) return false;
        }
        return date.End == block.Count && date.First > 0;
    }

    private static string? Place(BlockTokens block, DateExpression? date, Term wire)
    {
        int first = 0, end = date?.First ?? wire.First;
        if (wire.Entry is not null && wire.First < end) end = wire.First;
        while (first < end && (block.KindAt(first) is TokenKind.Mark or TokenKind.Dash || block.Is(first, "Source"))) first++;
        for (var i = first; i < end; i++)
            if (block.IsMark(i, '(') || (block.IsMark(i, '/')) || (block.KindAt(i) == TokenKind.Dash && block.KindAt(i + 1) == TokenKind.Dash)) { end = i; break; }
        while (end > first && block.KindAt(end - 1) is TokenKind.Mark or TokenKind.Dash && !(block.IsMark(end - 1, '.'))) end--;
        if (end <= first && date is not null && date.First <= 1)
        {
            // "July 16, 2018 - Toronto, Ontario - X Corp.": the place follows the date.
            first = date.End;
            while (first < block.Count && block.KindAt(first) is TokenKind.Mark or TokenKind.Dash) first++;
            end = first;
            while (end < block.Count && end - first < 8 && block.KindAt(end) is TokenKind.Word or TokenKind.Mark && !block.IsMark(end, '(') && (block.KindAt(end) != TokenKind.Word || char.IsUpper(block.At(end)[0]))) end++;
            if (end >= block.Count || block.KindAt(end) != TokenKind.Dash) return null;
        }
        if (end <= first || end - first > 9) return null;
        var place = block.SpanOf(first, end).In(block.Text).Trim(' ', ',', '*');
        return place.Length is > 1 and < 60 && char.IsUpper(place[0]) ? place : null;
    }

    private static string? Company(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, IReadOnlyList<List<TickerGroup>> tickers)
    {
        string? plain = null;
        for (var b = 0; b < blocks.Count; b++)
            foreach (var group in tickers[b])
                if (CompanyReader.Before(tokens[b], group.First) is { } name)
                {
                    var withEnding = EndsWithEnding(tokens[b], name);
                    if (withEnding) return Text(tokens[b], name.First, name.End);
                    plain ??= Text(tokens[b], name.First, name.End);
                    if (b > 12) break;
                }
        var named = new Dictionary<string, (int Count, int Order, bool Strong)>(StringComparer.Ordinal);
        for (var b = 0; b < blocks.Count; b++)
        {
            foreach (var (first, end, strong) in CompanyReader.Read(tokens[b]))
            {
                var name = Text(tokens[b], first, end);
                if (plain is not null && !name.StartsWith(plain.Split(' ')[0], StringComparison.OrdinalIgnoreCase)) continue;
                if (!strong && plain is null) continue;
                if (b >= 3 && blocks[b].Disclaimer is DisclaimerKind.Contact && named.Count > 0) continue;
                named[name] = named.TryGetValue(name, out var seen) ? seen with { Count = seen.Count + 1 } : (1, named.Count, strong);
            }
            if (named.Count > 0 && b >= 6 && named.Values.Any(v => v.Order == 0)) break;
        }
        if (plain is not null) return named.Count > 0 ? named.OrderBy(n => n.Value.Order).First().Key : plain;
        if (named.Count > 0) return named.OrderByDescending(n => n.Value.Order == 0 ? 2 : 0).ThenByDescending(n => n.Value.Count).First().Key;
        return AboutHeading(blocks, tokens) ?? Untitled(blocks, tokens);
    }

    private static bool EndsWithEnding(BlockTokens block, (int First, int End) name)
    {
        for (var i = name.End; i > name.First; i--)
            if (block.TermEndingAt(i, TermCategory.Suffix) is not null && i >= name.End - 1) return true;
        return false;
    }

    private static string? AboutHeading(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens)
    {
        for (var b = blocks.Count - 1; b >= 0; b--)
            if (blocks[b].Disclaimer == DisclaimerKind.About && blocks[b].Kind == BlockKind.Heading && tokens[b].Count is > 1 and < 10)
            {
                var first = 0;
                while (first < tokens[b].Count && !tokens[b].Is(first, "About")) first++;
                if (first + 1 < tokens[b].Count) return Text(tokens[b], first + 1, tokens[b].Count).TrimEnd(':', '*');
            }
        return null;
    }

    /// <summary>"Century Lithium CEO Bill Willoughby", or the words of the headline before its verb.</summary>
    private static string? Untitled(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens)
    {
        for (var b = 0; b < blocks.Count && b < 8; b++)
        {
            var block = tokens[b];
            for (var i = 1; i < block.Count && i < 30; i++)
            {
                var title = Titles.Contains(block.At(i).ToString()) && blocks[b].Kind != BlockKind.Headline;
                var verb = b == 0 && HeadlineVerbs.Contains(block.At(i).ToString());
                if (!title && !verb) continue;
                if (CompanyReader.Before(block, i) is { } name && name.End == i && name.End - name.First is >= 1 and <= 5) return Text(block, name.First, name.End);
                break;
            }
        }
        return null;
    }

    private static List<Ticker> Listings(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, IReadOnlyList<List<TickerGroup>> groups, string? company)
    {
        var found = new List<Ticker>();
        var key = company?.Split(' ', ',')[0];
        for (var b = 0; b < blocks.Count; b++)
            foreach (var group in groups[b])
            {
                var known = group.Tickers.Any(t => found.Any(f => f.Symbol == t.Ticker.Symbol));
                var named = CompanyReader.Before(tokens[b], group.First) is { } name && key is not null && Text(tokens[b], name.First, name.End).Contains(key, StringComparison.OrdinalIgnoreCase);
                var first = found.Count == 0 && b < 16;
                if (!known && !named && !first) continue;
                foreach (var (ticker, _, _) in group.Tickers)
                    if (!found.Any(f => f.Symbol == ticker.Symbol && f.Exchange.Replace(" ", "", StringComparison.Ordinal) == ticker.Exchange.Replace(" ", "", StringComparison.Ordinal))) found.Add(ticker);
            }
        return found;
    }

    private static string Text(BlockTokens block, int first, int end) => string.Join(' ', block.SpanOf(first, end).In(block.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
