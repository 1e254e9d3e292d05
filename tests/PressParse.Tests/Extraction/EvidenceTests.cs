using FluentAssertions;
using PressParse.Records;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Extraction;

public partial class EvidenceTests
{
    /// <summary>Every record of every written release quotes the repaired text, and its source characters give that quotation back.</summary>
    [Fact]
    public void EverySpanOfTheCorpusReproducesItsEvidence()
    {
        var faults = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "corpus"), "release.*", SearchOption.AllDirectories).AsParallel().SelectMany(path =>
        {
            var analysis = ReleaseParser.Default.Analyze(File.ReadAllBytes(path), path);
            var (text, raw) = (analysis.Repaired.Text, analysis.Repaired.Source.Raw);
            return analysis.Release.Figures.Concat(analysis.Release.Guidance).SelectMany(f => f.AlsoAt.Prepend(f.Evidence)).Concat(analysis.Release.Dates.Select(d => d.Evidence))
                .Where(e => e.Span.In(text) != e.Text || e.SourceSpans.Count == 0 || !Reproduces(e, raw)).Select(e => $"{path}: '{e.Text}' from '{string.Concat(e.SourceSpans.Select(s => s.In(raw)))}'");
        }).ToList();
        faults.Should().BeEmpty();
    }

    /// <summary>Equal once white space, entities and the marks of markup are set aside: letters and digits stand as they are.</summary>
    private static bool Reproduces(Evidence evidence, string raw)
    {
        static string Key(string s)
        {
            var text = System.Net.WebUtility.HtmlDecode(System.Net.WebUtility.HtmlDecode(Tag().Replace(s, " ")));
            return string.Concat(text.Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal).Where(char.IsLetterOrDigit));
        }
        var source = Key(string.Concat(evidence.SourceSpans.Select(s => s.In(raw))));
        return source == Key(evidence.Text) || source.Contains('Â', StringComparison.Ordinal) || source.Contains('â', StringComparison.Ordinal);
    }

    /// <summary>A tag that stands for white space inside a quotation ("ended&lt;BR&gt;June 30").</summary>
    [System.Text.RegularExpressions.GeneratedRegex("<[^<>]*>")]
    private static partial System.Text.RegularExpressions.Regex Tag();
}
