using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Says of each sentence of the body how likely it speaks of the future.</summary>
internal static class SentenceExtractor
{
    public static IEnumerable<(TextSpan Span, double Probability)> Extract(DocumentContext document)
    {
        foreach (var block in document.Blocks)
        {
            if (block.Block.Disclaimer is not null || block.Block.Kind == BlockKind.Table) continue;
            foreach (var sentence in block.Sentences) yield return (sentence.Span, Probability(block, sentence));
        }
    }

    private static double Probability(BlockContext block, SentenceRange sentence)
    {
        int future = 0, past = 0;
        foreach (var term in block.Tokens.TermsIn(sentence.First, sentence.End))
        {
            if (term.Category != TermCategory.Kind) continue;
            if (term.Code == "guidance") future += 2;
            else if (term.Code == "planned") future++;
            else if (term.Code == "actual") past++;
        }
        return 1 / (1 + Math.Exp(-(future - past * 0.7 - 1.4)));
    }
}
