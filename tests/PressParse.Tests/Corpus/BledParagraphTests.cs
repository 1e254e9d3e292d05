using FluentAssertions;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Corpus;

/// <summary>The paragraphs of the corpus whose printed lines bled into cells.</summary>
public sealed class BledParagraphTests
{
    public static TheoryData<string> Releases()
    {
        var root = Path.Combine(RepositoryRoot.Path, "corpus");
        return [.. Directory.EnumerateFiles(root, "cleaned-tail.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(root, Path.GetDirectoryName(f)!))];
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_bled_paragraph_comes_back(string release)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "corpus", release);
        var tail = File.ReadAllText(Path.Combine(folder, "cleaned-tail.txt")).Trim();
        var repaired = RepairCatalog.Default.Run(SourceText.Plain(File.ReadAllText(Path.Combine(folder, "release.txt"))));
        Folding.Space(repaired.Text).TrimEnd().Should().EndWith(tail);
    }
}
