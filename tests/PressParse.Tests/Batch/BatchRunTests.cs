using FluentAssertions;
using FsCheck.Xunit;
using PressParse.Batch;
using PressParse.Export;
using PressParse.Tests.Cli;
using Xunit;

namespace PressParse.Tests.Batch;

public sealed class BatchRunTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 60)]
    public void A_run_cut_anywhere_goes_on_to_the_bytes_of_an_unbroken_one(byte stopAt, ushort cutData, ushort cutJournal, byte workers)
    {
        using var folder = new ScratchFolder();
        var inputs = Documents(40);
        Run(inputs, folder["whole.jsonl"], 2).Interrupted.Should().BeFalse();
        using var stop = new CancellationTokenSource();
        var broken = Run(inputs, folder["cut.jsonl"], workers % 4 + 1, stopAfter: stopAt % 40, stop: stop);
        if (broken.Interrupted)
        {
            // As after a kill: the last line of either file may be missing in part or whole.
            Cut(folder["cut.jsonl"], cutData % 4000);
            Cut(folder["cut.jsonl.journal"], cutJournal % 300);
        }
        Run(inputs, folder["cut.jsonl"], workers % 3 + 1, resume: true).Done.Should().Be(40);
        File.ReadAllBytes(folder["cut.jsonl"]).Should().Equal(File.ReadAllBytes(folder["whole.jsonl"]));
        File.ReadAllBytes(folder["cut.jsonl.failures.jsonl"]).Should().Equal(File.ReadAllBytes(folder["whole.jsonl.failures.jsonl"]));
        File.Exists(folder["cut.jsonl.journal"]).Should().BeFalse();
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Sqlite)]
    public void Every_format_resumes_to_the_same_bytes_and_is_whole_when_interrupted(ExportFormat format)
    {
        var inputs = Documents(30);
        Run(inputs, _folder["whole"], 1, format: format);
        using var stop = new CancellationTokenSource();
        var broken = Run(inputs, _folder["cut"], 2, format: format, stopAfter: 11, stop: stop);
        broken.Interrupted.Should().BeTrue();
        new FileInfo(_folder["cut"]).Length.Should().BePositive();
        Run(inputs, _folder["cut"], 3, format: format, resume: true).Resumed.Should().Be(broken.Done);
        File.ReadAllBytes(_folder["cut"]).Should().Equal(File.ReadAllBytes(_folder["whole"]));
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo("whole", "whole.failures.jsonl", "cut", "cut.failures.jsonl");
    }

    [Fact]
    public void A_document_that_changed_since_is_read_again_with_all_after_it()
    {
        var inputs = Documents(10).ToList();
        using var stop = new CancellationTokenSource();
        Run(inputs, _folder["out.jsonl"], 1, stopAfter: 8, stop: stop);
        inputs[3] = new BatchInput.FromText("doc3", "Another text altogether.");
        var resumed = Run(inputs, _folder["out.jsonl"], 1, resume: true);
        resumed.Resumed.Should().Be(3);
        Run(inputs, _folder["whole.jsonl"], 1);
        File.ReadAllBytes(_folder["out.jsonl"]).Should().Equal(File.ReadAllBytes(_folder["whole.jsonl"]));
    }

    [Fact]
    public void Without_resume_an_interrupted_run_starts_anew()
    {
        using var stop = new CancellationTokenSource();
        Run(Documents(10), _folder["out.jsonl"], 1, stopAfter: 5, stop: stop);
        Run(Documents(10), _folder["out.jsonl"], 1).Resumed.Should().Be(0);
        File.ReadAllLines(_folder["out.jsonl"]).Should().HaveCount(8);
    }

    [Fact]
    public void The_number_of_workers_does_not_show_in_the_output()
    {
        Run(Documents(50), _folder["one.jsonl"], 1);
        Run(Documents(50), _folder["seven.jsonl"], 7);
        File.ReadAllBytes(_folder["seven.jsonl"]).Should().Equal(File.ReadAllBytes(_folder["one.jsonl"]));
    }

    [Fact]
    public void A_folder_gets_one_file_per_document()
    {
        using (var target = new FolderTarget(_folder["out"], ExportFormat.JsonLines))
            new BatchRun(ReleaseParser.Default, target, false).Run([new BatchInput.FromText("a/release.txt", "One."), new BatchInput.FromText("b/release.txt", " "), new BatchInput.FromText("c/release.txt", "Three.")], 2, false, CancellationToken.None);
        Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Should().BeEquivalentTo("release.jsonl", "release-3.jsonl", "pressparse.failures.jsonl");
    }

    /// <summary>Every fifth document is empty and fails.</summary>
    private static IEnumerable<BatchInput> Documents(int count) =>
        Enumerable.Range(0, count).Select(n => (BatchInput)new BatchInput.FromText($"doc{n}", n % 5 == 2 ? "" : $"Echo Mines Ltd. produced {n * 1000 + 17} ounces of gold in the second quarter of 2017."));

    private static BatchSummary Run(IEnumerable<BatchInput> inputs, string path, int workers, bool resume = false, ExportFormat format = ExportFormat.JsonLines, int stopAfter = -1, CancellationTokenSource? stop = null)
    {
        var done = 0;
        using var target = new FileTarget(path, format);
        var run = new BatchRun(ReleaseParser.Default, target, false)
        {
            Finished = (_, _) => { if (++done == stopAfter) stop?.Cancel(); },
        };
        return run.Run(inputs, workers, resume, stop?.Token ?? CancellationToken.None);
    }

    private static void Cut(string path, int bytes)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(Math.Max(0, file.Length - bytes));
    }
}
