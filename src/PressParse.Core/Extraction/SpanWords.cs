using PressParse.Mentions;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Whether a quantity's sentence, the sentence before and its heading speak of a year or of a quarter: what tells a full-year figure from the last quarter's.</summary>
internal readonly record struct SpanWords(bool YearHere, bool QuarterHere, bool YearHeading, bool QuarterHeading, bool YearBefore, bool QuarterBefore)
{
    public static SpanWords Of(DocumentContext document, BlockContext block, int sentence)
    {
        var (year, quarter) = In(block.Tokens, block.Sentences[sentence].First, block.Sentences[sentence].End);
        var (yearBefore, quarterBefore) = sentence > 0 ? In(block.Tokens, block.Sentences[sentence - 1].First, block.Sentences[sentence - 1].End) : default;
        var (yearHeading, quarterHeading) = block.Block.Heading >= 0 && document.Blocks[block.Block.Heading].Tokens is var heading ? In(heading, 0, heading.Count) : default;
        return new SpanWords(year, quarter, yearHeading, quarterHeading, yearBefore, quarterBefore);
    }

    private static (bool Year, bool Quarter) In(BlockTokens tokens, int first, int end)
    {
        bool year = false, quarter = false;
        foreach (var term in tokens.TermsIn(first, end))
        {
            if (term.Category != TermCategory.UnitOfYear) continue;
            // "year over year" and "a year ago" compare; they name no year.
            if (term.Code == "Y") year |= !tokens.Is(term.End, "over") && !tokens.Is(term.End + 1, "over") && !tokens.Is(term.First - 1, "per") && !tokens.Is(term.End, "ago") && !tokens.Is(term.End, "earlier");
            else if (term.Code == "Q") quarter = true;
        }
        return (year, quarter);
    }
}
