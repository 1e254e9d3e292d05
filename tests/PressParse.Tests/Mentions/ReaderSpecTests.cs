using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using PressParse.Extraction;
using PressParse.Records;
using Xunit;

namespace PressParse.Tests.Mentions;

/// <summary>Runs the readers' examples: every line of Specs/*.jsonl and of the jsonl blocks of docs/readers.md is an input with all it must yield, and no more.</summary>
public sealed class ReaderSpecTests
{
    private static readonly ReleaseParser Rules = Parser(null);

    public static TheoryData<string, string> Specs()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests/PressParse.Tests/Specs"), "*.jsonl").Order(StringComparer.Ordinal))
            Add(Path.GetFileNameWithoutExtension(file), File.ReadLines(file));
        Add("readers.md", File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs/readers.md")));
        return data;

        void Add(string name, IEnumerable<string> lines)
        {
            var number = 0;
            foreach (var line in lines)
            {
                number++;
                if (line.StartsWith("{\"input\"", StringComparison.Ordinal)) data.Add($"{name}:{number}", line);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void The_reader_finds_what_the_example_says_and_no_more(string place, string line)
    {
        var spec = JsonNode.Parse(line)!.AsObject();
        var input = (string)spec["input"]!;
        var reference = (string?)spec["reference"];
        var analysis = (reference is null ? Rules : Parser(DateOnly.ParseExact(reference, "yyyy-MM-dd", CultureInfo.InvariantCulture))).Analyze(input);
        if (spec["dates"] is JsonArray dates)
            analysis.Release.Dates.Where(d => d.Explicit).Select(d => $"{d.Evidence.Text} {d.Start:yyyy-MM-dd} {d.End:yyyy-MM-dd}")
                .Should().Equal(dates.Select(d => $"{d![0]} {d[1]} {d[2]}"), place);
        if (spec["header"] is JsonObject header)
        {
            var found = analysis.Release.Header;
            new object?[] { found.Company, found.Place, found.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Wire, string.Join(' ', found.Tickers.Select(t => $"{t.Exchange}:{t.Symbol}")) }
                .Should().Equal(new object?[] { (string?)header["company"], (string?)header["place"], (string?)header["date"], (string?)header["wire"], string.Join(' ', header["tickers"]!.AsArray().Select(t => (string)t!)) }, place);
        }
        if (spec["disclaimers"] is JsonArray disclaimers)
        {
            var found = analysis.Release.Disclaimers.OrderBy(d => d.Span.Start).Select(d => (Kind: JsonNamingPolicy.CamelCase.ConvertName(d.Kind.ToString()), Text: d.Span.In(analysis.Repaired.Text))).ToList();
            found.Select(d => d.Kind).Should().Equal(disclaimers.Select(d => (string)d![0]!), place);
            foreach (var (have, want) in found.Zip(disclaimers))
            {
                have.Text.Should().StartWith((string)want![1]!, place);
                have.Text.Should().EndWith((string)want[2]!, place);
            }
        }
        if (spec["mentions"] is JsonArray mentions)
        {
            var kinds = spec["kinds"]!.AsArray().Select(k => Enum.Parse<PressParse.Mentions.MentionKind>((string)k!, true)).ToHashSet();
            analysis.Mentions.Where(m => kinds.Contains(m.Kind)).Select(m => m.Text).Should().Equal(mentions.Select(m => (string)m!), place);
        }
    }

    private static ReleaseParser Parser(DateOnly? reference) =>
        new ReleaseParserBuilder().Configure(o => o with { Scorer = new RuleScorer(), ReferenceDate = reference }).Build();
}
