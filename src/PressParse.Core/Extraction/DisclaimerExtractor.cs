using PressParse.Records;
using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>Turns disclaimer sections into records with their bounds, trigger words and statutes.</summary>
internal static class DisclaimerExtractor
{
    /// <summary>Words that forward-looking blocks list as their marks (15 U.S.C. 78u-5 and NI 51-102 blocks name these again and again).</summary>
    private static readonly string[] TriggerWords =
    [
        "anticipate", "anticipates", "anticipated", "believe", "believes", "budget", "budgets", "continue", "continues", "could", "estimate", "estimates", "estimated", "expect", "expects", "expected", "forecast", "forecasts", "future", "goal", "goals", "guidance", "intend", "intends", "likely", "may", "might", "objective",
        "outlook", "plan", "plans", "planned", "possible", "potential", "predict", "predicts", "project", "projects", "projected", "schedule", "scheduled", "seek", "seeks", "should", "strategy", "target", "targets", "targeted", "will", "would",
    ];

    private static readonly string[] Statutes =
    [
        "Private Securities Litigation Reform Act of 1995", "U.S. Private Securities Litigation Reform Act of 1995", "United States Private Securities Litigation Reform Act of 1995", "Securities Act of 1933", "Securities Exchange Act of 1934", "Section 27A", "Section 21E", "National Instrument 51-102", "National Instrument 43-101", "NI 43-101",
        "Canadian securities laws", "Canadian securities legislation", "applicable Canadian securities laws", "applicable Canadian securities legislation", "applicable securities laws", "applicable securities legislation", "United States securities laws", "U.S. securities laws", "U.S. federal securities laws", "Securities Act (Ontario)", "Corporations Act 2001",
        "Market Abuse Regulation", "JORC Code", "SAMREC Code", "ASX Listing Rules", "Regulation S-K", "SK-1300", "S-K 1300",
    ];

    /// <summary>A paragraph longer than this is a page whose line breaks were lost.</summary>
    private const int FlattenedPage = 5000;

    private static readonly string[] SentenceStarts = [" The ", " This ", " Certain ", " All ", " Statements ", " Some "];

    public static List<(DisclaimerKind Kind, TextSpan Span, IReadOnlyList<string> Triggers, IReadOnlyList<string> Statutes)> Extract(DocumentContext document)
    {
        var found = new List<(DisclaimerKind, TextSpan, IReadOnlyList<string>, IReadOnlyList<string>)>();
        for (var i = 0; i < document.Blocks.Count;)
        {
            var block = document.Blocks[i].Block;
            if (block.Disclaimer is not { } kind)
            {
                if (block.Kind is BlockKind.Paragraph or BlockKind.ListItem) AddInner(document, document.Blocks[i], found);
                i++;
                continue;
            }
            var last = i;
            while (last + 1 < document.Blocks.Count && document.Blocks[last + 1].Block.Section == block.Section) last++;
            Add(document, kind, TextSpan.FromBounds(block.Span.Start, document.Blocks[last].Block.Span.End), found);
            i = last + 1;
        }
        return found;
    }

    /// <summary>
    /// Boilerplate set inside a paragraph of the body: the runs of its sentences that speak of forward-looking statements, and, in a page
    /// whose line breaks were lost, the sentences that describe the company.
    /// </summary>
    private static void AddInner(DocumentContext document, BlockContext context, List<(DisclaimerKind, TextSpan, IReadOnlyList<string>, IReadOnlyList<string>)> found)
    {
        var flattened = context.Block.Span.Length > FlattenedPage;
        for (var i = 0; i < context.Sentences.Count; i++)
        {
            var last = i;
            if (Speaks(document.Text, context.Sentences[i].Span))
            {
                while (last + 1 < context.Sentences.Count && Speaks(document.Text, context.Sentences[last + 1].Span)) last++;
                Add(document, DisclaimerKind.ForwardLooking, TextSpan.FromBounds(AfterHeading(document.Text, context.Sentences[i].Span), context.Sentences[last].Span.End), found);
            }
            else if (flattened && i * 2 > context.Sentences.Count && DisclaimerProfiles.Describes(document.Text, context.Sentences[i].Span, context.Sentences[i].Span.Start))
            {
                while (last + 1 < context.Sentences.Count && SameSubject(document.Text, context.Sentences[i].Span, context.Sentences[last + 1].Span)) last++;
                Add(document, DisclaimerKind.About, TextSpan.FromBounds(context.Sentences[i].Span.Start, context.Sentences[last].Span.End), found);
            }
            i = last;
        }
    }

    /// <summary>Where a sentence begins once a heading that ran into it is left out ("2020 Guidance The following section …").</summary>
    private static int AfterHeading(string text, TextSpan sentence)
    {
        var head = text.AsSpan(sentence.Start, Math.Min(sentence.Length, 60));
        foreach (var word in SentenceStarts)
            if (head.IndexOf(word, StringComparison.Ordinal) is var at and > 0 && head[..at].IndexOfAny(",.;:“\"") < 0 && !HasLowerWord(head[..at])) return sentence.Start + at + 1;
        return sentence.Start;
    }

    private static bool HasLowerWord(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsLower(text[i]) && (i == 0 || text[i - 1] == ' ') && !(text[i..].StartsWith("and ") || text[i..].StartsWith("of ") || text[i..].StartsWith("on "))) return true;
        return false;
    }

    /// <summary>"Kinross maintains …" after "Kinross is …".</summary>
    private static bool SameSubject(string text, TextSpan first, TextSpan next)
    {
        var stop = text.AsSpan(first.Start, first.Length).IndexOf(' ');
        return stop > 0 && text.AsSpan(next.Start, next.Length).StartsWith(text.AsSpan(first.Start, stop + 1)) && next.Length < 400;
    }

    private static bool Speaks(string text, TextSpan span)
    {
        var sentence = text.AsSpan(span.Start, span.Length);
        return sentence.IndexOf("forward-looking", StringComparison.OrdinalIgnoreCase) >= 0 || sentence.IndexOf("forward looking", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static void Add(DocumentContext document, DisclaimerKind kind, TextSpan span, List<(DisclaimerKind, TextSpan, IReadOnlyList<string>, IReadOnlyList<string>)> found)
    {
        var text = span.In(document.Text);
        var triggers = kind == DisclaimerKind.ForwardLooking ? Triggers(text) : [];
        var statutes = Statutes.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)).ToList();
        statutes.RemoveAll(s => statutes.Any(longer => longer.Length > s.Length && longer.Contains(s, StringComparison.OrdinalIgnoreCase)));
        found.Add((kind, span, triggers, statutes));
    }

    private static List<string> Triggers(string text)
    {
        var words = new List<string>();
        var quoted = text.AsSpan().IndexOfAny("“”\"‘'") >= 0;
        foreach (var word in TriggerWords)
        {
            var found = quoted ? Quoted(text, word) : text.Contains($" {word} ", StringComparison.OrdinalIgnoreCase) || text.Contains($" {word},", StringComparison.OrdinalIgnoreCase);
            if (found) words.Add(word);
        }
        return [.. words.OrderBy(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase))];
    }

    private static bool Quoted(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at > 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (text[at - 1] is '“' or '"' or '‘' or '\'' && at + word.Length < text.Length && text[at + word.Length] is '”' or '"' or '’' or '\'' or ',') return true;
        return false;
    }
}
