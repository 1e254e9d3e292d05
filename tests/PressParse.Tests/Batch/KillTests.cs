using System.Diagnostics;
using FluentAssertions;
using PressParse.Cli;
using PressParse.Tests.Cli;
using Xunit;

namespace PressParse.Tests.Batch;

/// <summary>The command itself, killed as hard as a process can be.</summary>
public sealed class KillTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_thousand_releases_killed_midway_and_resumed_equal_an_unbroken_run()
    {
        var command = typeof(CommandLine).Assembly.Location;
        Skip.IfNot(File.Exists(Path.ChangeExtension(command, ".runtimeconfig.json")), "the command was not built beside the tests");
        for (var n = 0; n < 1000; n++)
            _folder.File($"in/{n:0000}.txt", n % 97 == 5 ? "" : string.Concat(Enumerable.Repeat($"Echo Mines Ltd. (TSX: EMS) produced {n * 1000 + 17} ounces of gold in the second quarter of 2017.\n\n", 20)));
        CommandRun.Of("extract", _folder["in"], "-o", _folder["whole.jsonl"]).ExitCode.Should().Be(1);
        using (var process = Start(command, "extract", _folder["in"], "-o", _folder["out.jsonl"]))
        {
            var journal = new FileInfo(_folder["out.jsonl.journal"]);
            var patience = Stopwatch.StartNew();
            while (!process.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60) && (!journal.Exists || journal.Length < 5_000)) journal.Refresh();
            process.Kill();
            process.WaitForExit();
        }
        var resumed = CommandRun.Of("extract", _folder["in"], "-o", _folder["out.jsonl"], "--resume", "--workers", "1");
        resumed.ExitCode.Should().Be(1);
        resumed.Error.Should().Contain("0005.txt").And.Contain("failed");
        File.ReadAllBytes(_folder["out.jsonl"]).Should().Equal(File.ReadAllBytes(_folder["whole.jsonl"]));
        File.ReadAllBytes(_folder["out.jsonl.failures.jsonl"]).Should().Equal(File.ReadAllBytes(_folder["whole.jsonl.failures.jsonl"]));
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
