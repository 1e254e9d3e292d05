using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using PressParse.Export.Report;
using PressParse.Extraction;
using PressParse.Records;
using PressParse.Repair;
using PressParse.Tests.Cli;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Export.Report;

public sealed class ReportPageTests : IDisposable
{
    private const string Attack = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"><!--<script>{{DATA}}{{SCRIPT}} produced 28,250 ounces";

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_of_a_release_can_end_the_data_or_start_markup()
    {
        var page = Page(Hostile());
        var data = Regex.Match(page, "<script type=\"application/json\" id=\"data\">([^<]*)</script>", RegexOptions.CultureInvariant);
        data.Success.Should().BeTrue("the data must hold no angle bracket at all");
        using var json = System.Text.Json.JsonDocument.Parse(data.Groups[1].Value);
        json.RootElement[0].GetProperty("text").GetString().Should().Be(Attack);
    }

    [Fact]
    public void The_policy_lets_the_pages_own_script_and_style_run_and_nothing_else()
    {
        var page = Page(Hostile());
        var policy = Regex.Match(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", RegexOptions.CultureInvariant).Groups[1].Value;
        policy.Should().StartWith("default-src 'none';").And.NotContain("unsafe");
        var script = page[(page.LastIndexOf("<script>", StringComparison.Ordinal) + 8)..page.LastIndexOf("</script>", StringComparison.Ordinal)];
        var style = page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)];
        policy.Should().Contain($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
        policy.Should().Contain($"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
    }

    [Fact]
    public void The_page_asks_nothing_of_the_network() =>
        Regex.Matches(Page(), "(?:src|href|action)=[\"'](?!data:|#main)|@import|url\\(|fetch\\(|XMLHttpRequest", RegexOptions.CultureInvariant).Should().BeEmpty();

    [Fact]
    public void The_command_writes_the_page_and_names_what_failed()
    {
        var good = _folder.File("a.txt", "Echo Mines Ltd. produced 28,250 ounces of gold in the second quarter of 2017.");
        var empty = _folder.File("b.txt", "");
        var run = CommandRun.Of("report", good, empty, "-o", _folder["out/page.html"]);
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("b.txt");
        File.ReadAllText(_folder["out/page.html"]).Should().Contain("28,250 ounces");
    }

    [SkippableFact]
    public void The_page_of_the_dev_set_is_below_two_megabytes_and_shows_all_evidence()
    {
        var devset = Path.Combine(RepositoryRoot.Path, "../shared/devset/text");
        Skip.IfNot(Directory.Exists(devset), "the dev set is not here");
        var releases = Directory.GetFiles(devset).Order(StringComparer.Ordinal).Select(f => ReleaseParser.Default.Analyze(File.ReadAllBytes(f), f)).ToArray();
        var page = Page(releases);
        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(2_000_000);
        var dom = Browse(page);
        dom.Should().Contain($"{releases.Sum(r => r.Release.Figures.Count + r.Release.Guidance.Count)} of");
    }

    [SkippableFact]
    public void In_a_browser_a_hostile_release_is_text_and_its_records_are_marked()
    {
        var dom = Browse(Page(Hostile()));
        dom.Should().Contain("<title>PressParse review</title>", "no script of a release may run");
        dom.Should().Contain("1 of 1 records in 1 releases");
        dom.Should().MatchRegex("<mark[^>]*class=\"actual\"[^>]*>28,250 ounces</mark>");
    }

    private static ReleaseAnalysis Hostile()
    {
        var repaired = new RepairedText(SourceText.Plain(Attack), Attack, PieceMap.Identity(Attack.Length), [], [new AppliedRepair("<b>", Attack, Attack, new TextSpan(0, 3), Attack)], []);
        var start = Attack.IndexOf("28,250", StringComparison.Ordinal);
        var release = SampleReleases.Release(Attack, new ReleaseHeader(Attack, Attack, [new Ticker(Attack, Attack)], Attack, null, Attack),
            [SampleReleases.Figure(new Quantity.Point(28250, "oz", "28,250 ounces"), site: Attack, start: start)],
            disclaimers: [new Disclaimer(DisclaimerKind.About, new TextSpan(5000, 10), new TextSpan(5000, 10), [Attack], [Attack])]);
        return ReleaseParser.Default.Analyze("x") with { Repaired = repaired, Blocks = [], Mentions = [], Candidates = [], Release = release with { Warnings = [Attack] } };
    }

    private static string Page(params ReleaseAnalysis[] releases)
    {
        using var output = new MemoryStream();
        ReportPage.Write(output, releases);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The page as headless Chromium has built it.</summary>
    private string Browse(string page)
    {
        const string chromium = "/usr/bin/chromium";
        Skip.IfNot(File.Exists(chromium), "Chromium is not here");
        var file = _folder.File("page.html", page);
        var start = new ProcessStartInfo(chromium) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={_folder["profile"]}", "--virtual-time-budget=3000", "--dump-dom", "file://" + file];
        foreach (var flag in flags) start.ArgumentList.Add(flag);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return dom;
    }
}
