using PressParse.Mentions;
using PressParse.Records;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Everything the readers found in a document, as public mentions in order of place.</summary>
internal static class MentionList
{
    public static List<Mention> Of(DocumentContext document)
    {
        var mentions = new List<Mention>();
        foreach (var block in document.Blocks)
        {
            var tokens = block.Tokens;
            var amounts = block.Block.Kind == Structure.BlockKind.Table ? AmountReader.Read(tokens, DocumentContext.Taken(block)) : block.Amounts;
            foreach (var amount in amounts)
                mentions.Add(new Mention(KindOf(amount), amount.Span(tokens), Text(amount.Head, amount.End), amount.ToQuantity(tokens, document.Dollar), null, null, null, "amount"));
            foreach (var date in block.Dates)
                mentions.Add(new Mention(date.Form is DateForm.Day or DateForm.Weekday ? MentionKind.Date : MentionKind.Period, tokens.SpanOf(date.First, date.End), Text(date.First, date.End), null, date.From, date.To, null, $"date.{date.Form}"));
            foreach (var group in block.Tickers)
                foreach (var (ticker, first, end) in group.Tickers)
                    mentions.Add(new Mention(MentionKind.Ticker, tokens.SpanOf(first, end), Text(first, end), null, null, null, $"{ticker.Exchange}:{ticker.Symbol}", "ticker"));
            var companies = CompanyReader.Read(tokens);
            foreach (var (first, end, _) in companies)
                mentions.Add(new Mention(MentionKind.Company, tokens.SpanOf(first, end), Text(first, end), null, null, null, Text(first, end), "company"));
            foreach (var site in block.Sites)
                mentions.Add(new Mention(MentionKind.Site, tokens.SpanOf(site.First, site.End), Text(site.First, site.End), null, null, null, site.Name, "site"));
            foreach (var term in tokens.Terms)
                // "Co" in "Smith & Co Inc" is no cobalt.
                if (term.Category == TermCategory.Commodity && term.Code != "ore" && !companies.Exists(c => term.First >= c.First && term.End <= c.End))
                    mentions.Add(new Mention(MentionKind.Commodity, tokens.SpanOf(term.First, term.End), Text(term.First, term.End), null, null, null, term.Code, "commodity"));

            string Text(int first, int end) => tokens.SpanOf(first, end).In(document.Text);
        }
        return [.. mentions.OrderBy(m => m.Span.Start)];
    }

    private static MentionKind KindOf(Amount amount) => amount.Family switch
    {
        UnitFamily.None => MentionKind.Number,
        UnitFamily.Percent => MentionKind.Percent,
        UnitFamily.Money or UnitFamily.MoneyPerUnit => MentionKind.Money,
        _ => MentionKind.Quantity,
    };
}
