using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using PressParse.Evaluation;
using PressParse.Export;
using PressParse.Records;
using PressParse.Tests.Cli;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Evaluation;

/// <summary>Holds the evaluation to the project's reference scorer, where it and Python are there.</summary>
public sealed class ScoreParityTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [SkippableTheory]
    [InlineData("corpus", true)]
    [InlineData("corpus", false)]
    [InlineData("../shared/devset", true)]
    public void Evaluate_gives_the_numbers_of_the_reference_scorer(string corpus, bool disturbedGold)
    {
        var root = RepositoryRoot.Path;
        var script = Path.Combine(root, "../shared/score/score.py");
        corpus = Path.Combine(root, corpus);
        Skip.IfNot(File.Exists(script), "the reference scorer is not here");
        Skip.IfNot(Directory.Exists(corpus), "the corpus is not here");
        var documents = GoldCorpus.Find(corpus);
        var ours = new CorpusScore();
        Directory.CreateDirectory(_scratch["gold"]);
        Directory.CreateDirectory(_scratch["text"]);
        using (var predictions = File.Create(_scratch["predictions.jsonl"]))
        {
            for (var n = 0; n < documents.Count; n++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"doc{n:0000}");
                File.Copy(documents[n].GoldPath, _scratch[$"gold/{name}.json"]);
                // The reference scorer reads UTF-8 and turns every line break into one character, so it gets the text in that form.
                var text = File.ReadAllText(documents[n].InputPath).ReplaceLineEndings("\n");
                File.WriteAllText(_scratch[$"text/{name}.txt"], text);
                var gold = GoldRelease.Load(documents[n].GoldPath);
                var release = disturbedGold ? Disturbed(gold, text, n) : ReleaseParser.Default.Parse(text);
                predictions.Write(ReleaseJson.ToLine(release with { Source = release.Source with { Path = $"text/{name}.txt" } }));
                ours.Add(documents[n], gold, release, text);
            }
        }
        var reference = Reference(script);
        using var expected = JsonDocument.Parse(reference);
        using var actual = JsonDocument.Parse(ScoreWriter.ToJsonLine(ours));
        foreach (var property in expected.RootElement.EnumerateObject())
        {
            var mine = actual.RootElement.GetProperty(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Array)
                mine.EnumerateArray().Select(e => e.GetDouble()).Should().Equal(property.Value.EnumerateArray().Select(e => e.GetDouble()), (a, b) => Math.Abs(a - b) < 1e-12, "{0} must agree", property.Name);
            else mine.GetDouble().Should().BeApproximately(property.Value.GetDouble(), 1e-12, "{0} must agree", property.Name);
        }
    }

    /// <summary>The gold records themselves with every third one harmed in one of several ways, so that every rule has work.</summary>
    private static Release Disturbed(GoldRelease gold, string text, int seed)
    {
        var figures = new List<ProductionFigure>();
        var guidance = new List<GuidanceRange>();
        for (var i = 0; i < gold.Figures.Count; i++)
        {
            var g = gold.Figures[i];
            var harm = (i + seed) % 11;
            if (harm == 0) continue;
            var metric = Enum.Parse<Metric>(g.Metric, ignoreCase: true);
            if (harm == 1) metric = Metric.Sales;
            var kind = harm == 2 ? FigureKind.Comparative : Enum.Parse<FigureKind>(g.Kind, ignoreCase: true);
            var unit = harm == 3 ? "lb" : g.Unit ?? "";
            Quantity quantity = g.Low is not null || g.High is not null
                ? new Quantity.Between((decimal)(g.Low ?? 0), (decimal)(g.High ?? 0), unit, g.Text)
                : new Quantity.Point((decimal)(g.Value ?? 0) * (harm == 4 ? 1.0000005m : 1m), unit, g.Text);
            var period = g.Start is null || g.End is null ? null : SampleReleasePeriod(g.Start, g.End, harm == 5 ? 1 : 0);
            var site = harm == 6 ? "The " + g.Site + " Mine" : harm == 7 ? "Elsewhere" : g.Site;
            var commodity = harm == 8 ? null : g.Commodity;
            var evidence = new Evidence(g.Text, new TextSpan(i, 1), [new TextSpan(i, 1)]);
            for (var copy = 0; copy < (harm == 9 ? 2 : 1); copy++)
            {
                if (kind == FigureKind.Guidance) guidance.Add(new GuidanceRange(metric, commodity, quantity, period, site, 0.5, evidence, "r", [], null, null));
                else figures.Add(new ProductionFigure(metric, commodity, kind, quantity, period, site, 0.5, evidence, "r", []));
            }
        }
        var dates = gold.Dates.Where((d, i) => d is { Start: not null, End: not null } && (i + seed) % 5 != 0)
            .Select((d, i) => new DateMention(Day(d.Start!), Day(d.End!).AddDays((i + seed) % 7 == 0 ? 1 : 0), (i + seed) % 9 != 0, DateRole.Other, new Evidence("", default, []))).ToList();
        var blocks = (gold.Disclaimers ?? []).Where((_, i) => (i + seed) % 4 != 0).Select(d => (d.Kind, Span: PhraseLocator.Place(text, d))).Where(d => d.Span is not null)
            .Select((d, i) => new Disclaimer(Enum.Parse<DisclaimerKind>(d.Kind, ignoreCase: true), default, new TextSpan(d.Span!.Value.Start, Math.Max(1, d.Span.Value.Length * ((i + seed) % 3 == 0 ? 7 : 9) / 10)), [], [])).ToList();
        var tickers = gold.Header.Tickers.Select(t => new Ticker(t.Exchange, t.Symbol)).Skip(seed % 2).Append(new Ticker("TSX", "ZZZ")).ToList();
        var header = new ReleaseHeader(null, gold.Header.Company?.ToUpperInvariant(), tickers, seed % 3 == 0 ? "NOWHERE" : gold.Header.Place, gold.Header.Date is { } day ? Day(day) : null, gold.Header.Wire);
        return new Release(new ReleaseSource(null, "", "text/plain"), header, figures, guidance, dates, blocks, [], new Dictionary<string, int>(), []);
    }

    private static ReportingPeriod SampleReleasePeriod(string start, string end, int shift) => new(Day(start), Day(end).AddDays(shift), null);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Reference(string script)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { script, _scratch["gold"], _scratch["predictions.jsonl"], _scratch["text"], "--json" }) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, error);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("python3 is not here");
        }
    }
}
