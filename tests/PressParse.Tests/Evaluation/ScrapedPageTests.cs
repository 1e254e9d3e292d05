using System.Text.RegularExpressions;
using FluentAssertions;
using HtmlAgilityPack;
using PressParse.Evaluation;
using Xunit;

namespace PressParse.Tests.Evaluation;

/// <summary>
/// The pages of the corpus as scrapers leave them when they take the texts out of the tags and join them with nothing, a line break or a space: rows, cells and
/// sentences run together. The bars lie a few points below what was measured (docs/accuracy.md).
/// </summary>
public sealed class ScrapedPageTests
{
    private const string Chrome = "script|style|head|nav|footer|aside";

    [Theory]
    [InlineData("", 0.80)]
    [InlineData("\n", 0.84)]
    [InlineData(" ", 0.86)]
    public void Figures_survive_a_scraper_that_drops_the_tags(string join, double least)
    {
        var score = new CorpusScore();
        foreach (var document in GoldCorpus.Find(Path.Combine(RepositoryRoot.Path, "corpus/html-pages")))
        {
            var text = string.Join(join, Texts(File.ReadAllText(document.InputPath)));
            score.Add(document, GoldRelease.Load(document.GoldPath), ReleaseParser.Default.Parse(text), text);
        }
        score.Documents.Should().BeGreaterThan(5);
        score.Figures[(int)Tier.Period].F1.Should().BeGreaterThan(least, string.Join('\n', score.Errors.Take(20)));
    }

    private static IEnumerable<string> Texts(string page)
    {
        var html = new HtmlDocument();
        html.LoadHtml(page);
        foreach (var node in html.DocumentNode.DescendantsAndSelf())
        {
            if (node.NodeType != HtmlNodeType.Text || node.Ancestors().Any(a => Regex.IsMatch(a.Name, $"^({Chrome})$"))) continue;
            var text = Regex.Replace(HtmlEntity.DeEntitize(node.InnerText), @"\s+", " ").Trim();
            if (text.Length > 0) yield return text;
        }
    }
}
