using FluentAssertions;
using PressParse.Batch;
using PressParse.Extraction;
using PressParse.Mentions;
using PressParse.Reading;
using PressParse.Records;
using PressParse.Repair;
using PressParse.Structure;
using PressParse.Tests.Cli;
using PressParse.Tests.Hostile;
using PressParse.Tests.Reading;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Facade;

/// <summary>Limits are kept, and a cancelled token stops every stage.</summary>
public sealed class LimitTests
{
    private const string Text = "TORONTO, Sept. 22, 2017 (CNW) -- Echo Mines Ltd. (TSX: EMS) produced 28,250 ounces of gold at its mine in the second quarter of 2017.\n\nThe mill processed 120,000 tonnes of ore.";

    /// <summary>Judges as the rules do, but takes its time over the second quantity.</summary>
    private sealed class Slow(TimeSpan pause) : ICandidateScorer
    {
        private readonly RuleScorer _rules = new();
        private int _asked;

        public string Name => "slow";

        public double Score(CandidateLink link, ReadOnlySpan<float> features)
        {
            if (link == CandidateLink.Period && Interlocked.Increment(ref _asked) == 1) Thread.Sleep(pause);
            return _rules.Score(link, features);
        }

        public double Confidence(double metric, double kind, double period) => _rules.Confidence(metric, kind, period);

        public double ForwardLooking(SentenceFeatures sentence) => _rules.ForwardLooking(sentence);
    }

    [Fact]
    public void A_document_that_takes_too_long_fails_with_what_was_found()
    {
        var parser = new ReleaseParserBuilder().LimitTimeTo(TimeSpan.FromSeconds(1)).Configure(o => o with { Scorer = new Slow(TimeSpan.FromSeconds(3)) }).Build();
        var outcome = new BatchInput.FromText("doc", Text).Analyze(parser);
        outcome.Error.Should().Contain("doc").And.Contain("1 seconds").And.Contain("--time-limit");
        outcome.Value!.Release.Header.Company.Should().Be("Echo Mines Ltd.");
        outcome.Value.Release.Figures.Should().ContainSingle("the second quantity came too late").Which.Quantity.AsWritten.Should().Be("28,250 ounces");
        outcome.Value.Release.Warnings.Should().Contain(outcome.Error);
    }

    [Fact]
    public void The_time_limit_of_the_command_makes_a_failed_input()
    {
        using var folder = new ScratchFolder();
        var file = folder.File("giant.txt", Text + HostileCase.Fill(" The mine milled 1,200 tonnes and produced 300 ounces at a cost of $900 per ounce,", 400_000));
        var run = CommandRun.Of("extract", file, "--time-limit", "0.02");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("giant.txt").And.Contain("limit for one document");
        CommandRun.Of("extract", file, "--time-limit", "-1").ExitCode.Should().Be(2);
    }

    [Fact]
    public void Size_is_limited_for_strings_as_for_bytes()
    {
        var parser = new ReleaseParserBuilder().LimitInputTo(100).Build();
        FluentActions.Invoking(() => parser.Parse(Text)).Should().Throw<UnreadableDocumentException>().WithMessage("*limit*");
        FluentActions.Invoking(() => parser.Analyze(new byte[101])).Should().Throw<UnreadableDocumentException>().WithMessage("*limit*");
    }

    /// <summary>Gives letters as long as somebody reads.</summary>
    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }
    }

    [Fact]
    public void A_stream_without_end_is_refused()
    {
        using var stream = new Endless();
        FluentActions.Invoking(() => new ReleaseParserBuilder().LimitInputTo(1_000_000).Build().Parse(stream)).Should().Throw<UnreadableDocumentException>().WithMessage("*limit*");
    }

    [Fact]
    public void Text_beyond_the_nesting_limit_is_not_lost()
    {
        var page = $"<html><body>{HostileCase.Fill("<div>", 500)}<p>{Text}</p>";
        new ReleaseParserBuilder().LimitNestingTo(5).Build().Parse(page).Figures.Should().BeEquivalentTo(ReleaseParser.Default.Parse(page).Figures);
    }

    [Fact]
    public void A_span_beyond_the_limit_is_cut_to_it()
    {
        var page = $"<html><body><p>{Text}</p><table><tr><td colspan=9>Gold (oz)</td><td>5,200</td></tr><tr><td colspan=9>Silver (oz)</td><td>6,100</td></tr></table>";
        foreach (var span in new[] { 1, 4, 256 })
            new ReleaseParserBuilder().LimitTableSpanTo(span).Build().Analyze(page).Repaired.Text.Should().Contain("Silver (oz)").And.Contain("6,100");
    }

    [Fact]
    public void Limits_below_one_are_refused()
    {
        var builder = new ReleaseParserBuilder();
        foreach (var set in new Action[] { () => builder.LimitInputTo(0), () => builder.LimitNestingTo(0), () => builder.LimitTableSpanTo(0), () => builder.LimitTimeTo(TimeSpan.Zero) }) set.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_cancelled_token_stops_every_stage()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var cancelled = stop.Token;
        var source = SourceText.Plain(Text);
        var repaired = RepairCatalog.Default.Run(source);
        var blocks = Segmenter.Run(repaired.Text, repaired.Layout, []);
        var document = DocumentContext.Read(repaired.Text, blocks, null, CancellationToken.None);
        var scorer = new RuleScorer();
        foreach (var (name, stage) in new (string, Action)[]
        {
            ("page", () => DocumentReader.Read($"<html><body><p>{Text}</p>", null, null, ReadingLimits.Default with { Cancellation = cancelled })),
            ("PDF", () => DocumentReader.Read(new PdfDraft().Paragraph("The mine produced 28,250 ounces of gold.").Build(), "x.pdf", null, ReadingLimits.Default with { Cancellation = cancelled })),
            ("repairs", () => RepairCatalog.Default.Run(source, cancelled)),
            ("tables", () => TableGrid.Find("Gold\t5\nSilver\t6\n", [], cancelled)),
            ("blocks", () => Segmenter.Run(repaired.Text, repaired.Layout, [], cancelled)),
            ("mentions", () => DocumentContext.Read(repaired.Text, blocks, null, cancelled)),
            ("figures", () => new FigureExtractor(scorer).Extract(document, cancelled).ToList()),
            ("dates", () => DateExtractor.Extract(document, span => new Evidence("", span, []), cancelled)),
            ("disclaimers", () => DisclaimerExtractor.Extract(document, cancelled)),
            ("sentences", () => SentenceExtractor.Extract(document, scorer, cancelled).ToList()),
            ("parser", () => ReleaseParser.Default.Parse(Text, cancelled)),
        }) stage.Should().Throw<OperationCanceledException>(name);
    }

    [Theory]
    [InlineData("a giant sentence of quantities and dates")]
    [InlineData("a giant table of tabs")]
    [InlineData("list items of a page")]
    [InlineData("mojibake of one layer")]
    [InlineData("strips that may hold more")]
    public async Task A_token_cancelled_in_the_middle_stops_a_large_document(string name)
    {
        var hostile = HostileCase.All.Single(c => c.Name == name);
        var input = hostile.Build(2_000_000);
        using var stop = new CancellationTokenSource();
        // A thread of its own: on a busy machine the pool that runs timers comes too late.
        var canceller = new Thread(() => { Thread.Sleep(15); stop.Cancel(); });
        canceller.Start();
        var parse = () => Task.Run(() => HostileCase.Analyze(ReleaseParser.Default, input, hostile.Path, stop.Token));
        await parse.Should().ThrowAsync<OperationCanceledException>();
        canceller.Join();
    }
}
