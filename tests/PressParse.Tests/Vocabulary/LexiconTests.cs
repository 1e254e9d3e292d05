using FluentAssertions;
using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;
using Xunit;

namespace PressParse.Tests.Vocabulary;

public class LexiconTests
{
    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var entry in Lexicon.Default.Entries.Where(e => e.Example.Length > 0 && e.Category is TermCategory.Unit or TermCategory.NotUnit or TermCategory.Scale or TermCategory.Commodity or TermCategory.Currency))
            data.Add(entry.Category.ToString(), entry.Code, entry.Example);
        return data;
    }

    /// <summary>The example sentence of every row finds the row.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void TheExampleOfARowFindsIt(string category, string code, string example)
    {
        var block = BlockTokens.Read(example, new TextSpan(0, example.Length), Lexicon.Default);
        block.Terms.Should().Contain(t => t.Category.ToString() == category && t.Code == code);
    }

    [Fact]
    public void FactorsAreExact()
    {
        foreach (var entry in Lexicon.Default.Entries.Where(e => e.Category is TermCategory.Unit or TermCategory.Scale)) entry.Value.Should().BePositive(entry.Code);
    }

    [Theory]
    [InlineData("Au at 2 g/t", true)]
    [InlineData("au pair", false)]
    public void CaseSensitiveFormsKeepTheirCase(string text, bool found) =>
        BlockTokens.Read(text, new TextSpan(0, text.Length), Lexicon.Default).Terms.Any(t => t is { Category: TermCategory.Commodity, Code: "gold" }).Should().Be(found);

    [Theory]
    [InlineData("Production1 of 571,978", "Production", "571,978")]
    [InlineData("cost1,3 of $725", "cost", "725")]
    public void FootnoteMarksAreCutFromWords(string text, string word, string number)
    {
        var block = BlockTokens.Read(text, new TextSpan(0, text.Length), Lexicon.Default);
        block.Tokens[0].Span.In(text).Should().Be(word);
        block.Tokens.Where(t => t.Kind == TokenKind.Number).Select(t => t.Span.In(text)).Should().Equal(number);
    }
}
