using System.Text;
using System.Text.Json;
using FluentAssertions;
using PressParse.Reading;
using PressParse.Reading.Html;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Reading;

/// <summary>Every web page of the corpus, read: its figures are there, its chrome is not, its map proves itself.</summary>
public class CorpusPagesTests
{
    public static TheoryData<string> Pages()
    {
        var pages = new TheoryData<string>();
        foreach (var page in Directory.EnumerateFiles(Root(), "release.htm*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) pages.Add(Path.GetRelativePath(Root(), page));
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryFigureOfTheGoldIsInTheText(string page)
    {
        var source = Read(page);
        var text = Words(source.Text);
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), Path.GetDirectoryName(page)!, "gold.json")));
        var missing = new List<string>();
        foreach (var figure in gold.RootElement.GetProperty("figures").EnumerateArray())
        {
            var written = figure.GetProperty("text").GetString()!;
            if (!text.Contains(Words(System.Net.WebUtility.HtmlDecode(written)), StringComparison.Ordinal)) missing.Add(written);
        }
        missing.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void NothingOfThePageAroundTheReleaseComesThrough(string page)
    {
        var text = Read(page).Text;
        foreach (var chrome in (string[])["Accept all", "cookies", "All rights reserved", "Share this", "Tweet", "Log In", "Related news", "dataLayer", "<td", "</", "&nbsp;", "&#"])
        {
            text.Should().NotContain(chrome);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheMapLeadsEveryWordToItsRawCharacters(string page)
    {
        var source = Read(page);
        var words = 0;
        var reproduced = 0;
        for (var start = 0; start < source.Text.Length;)
        {
            while (start < source.Text.Length && char.IsWhiteSpace(source.Text[start])) start++;
            var end = start;
            while (end < source.Text.Length && !char.IsWhiteSpace(source.Text[end])) end++;
            if (end == start) break;
            words++;
            var raw = new StringBuilder();
            foreach (var span in source.Map.ToSource(TextSpan.FromBounds(start, end))) raw.Append(span.In(source.Raw));
            var decoded = new StringBuilder();
            CharacterReference.AppendDecoded(decoded, raw.ToString(), 0, raw.Length);
            if (decoded.ToString() == source.Text[start..end]) reproduced++;
            start = end;
        }
        ((double)reproduced / words).Should().BeGreaterThan(0.99);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void StatedRegionsAreWholeLines(string page)
    {
        var source = Read(page);
        foreach (var region in source.Layout)
        {
            (region.Span.Start == 0 || source.Text[region.Span.Start - 1] == '\n').Should().BeTrue();
            (region.Span.End == source.Text.Length || source.Text[region.Span.End] == '\n').Should().BeTrue();
        }
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PressParse.sln"))) return Path.Combine(folder.FullName, "corpus");
        }
        throw new DirectoryNotFoundException("PressParse.sln stands in no folder above the tests.");
    }

    private static SourceText Read(string page) => DocumentReader.Read(File.ReadAllBytes(Path.Combine(Root(), page)), page);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("**", "", StringComparison.Ordinal);
}
