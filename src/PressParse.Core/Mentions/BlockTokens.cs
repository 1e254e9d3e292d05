using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>The tokens and vocabulary terms of one block (or table cell): what all readers look at. Filled once, then only read.</summary>
internal sealed class BlockTokens
{
    private readonly int[] _firstTermAt;

    private BlockTokens(string text, TextSpan span, List<Token> tokens, List<Term> terms)
    {
        Text = text;
        Span = span;
        Tokens = tokens;
        Terms = terms;
        _firstTermAt = new int[tokens.Count + 1];
        var term = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            while (term < terms.Count && terms[term].First < i) term++;
            _firstTermAt[i] = term;
        }
    }

    public string Text { get; }

    public TextSpan Span { get; }

    public List<Token> Tokens { get; }

    public List<Term> Terms { get; }

    public int Count => Tokens.Count;

    public static BlockTokens Read(string text, TextSpan span, Lexicon lexicon)
    {
        var tokens = new List<Token>(span.Length / 5 + 4);
        Tokenizer.Run(text, span.Start, span.End, lexicon.Words, tokens);
        var terms = new List<Term>();
        lexicon.Find(text, tokens, terms);
        return new BlockTokens(text, span, tokens, terms);
    }

    /// <summary>The longest term of a category that begins at a token, or null.</summary>
    public Term? TermAt(int token, TermCategory category)
    {
        if (token < 0 || token >= Tokens.Count) return null;
        for (var i = _firstTermAt[token]; i < Terms.Count && Terms[i].First == token; i++)
            if (Terms[i].Category == category) return Terms[i];
        return null;
    }

    /// <summary>The longest term of a category that ends just before a token, or null.</summary>
    public Term? TermEndingAt(int end, TermCategory category)
    {
        for (var first = end - 1; first >= 0 && first >= end - 6; first--)
            for (var i = _firstTermAt[first]; i < Terms.Count && Terms[i].First == first; i++)
                if (Terms[i].Category == category && Terms[i].End == end) return Terms[i];
        return null;
    }

    /// <summary>Terms whose first token lies in a range.</summary>
    public IEnumerable<Term> TermsIn(int first, int end)
    {
        for (var i = _firstTermAt[Math.Clamp(first, 0, Tokens.Count)]; i < Terms.Count && Terms[i].First < end; i++) yield return Terms[i];
    }

    public ReadOnlySpan<char> At(int token) => token >= 0 && token < Tokens.Count ? Text.AsSpan(Tokens[token].Start, Tokens[token].Length) : default;

    public bool Is(int token, string word) => At(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsMark(int token, char mark) => token >= 0 && token < Tokens.Count && Tokens[token].Length == 1 && Text[Tokens[token].Start] == mark;

    public TokenKind KindAt(int token) => token >= 0 && token < Tokens.Count ? Tokens[token].Kind : TokenKind.Mark;

    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>Index of the first token that starts at or after an offset.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
