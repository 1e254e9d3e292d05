using System.CommandLine;
using PressParse.Batch;
using PressParse.Export.Report;
using PressParse.Extraction;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse report</c>: the page on which records are checked.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("report", "Write one HTML page to check the records on: text, table, charts, corrections. It needs no network.");
        var inputs = new Inputs(command, terminal);
        var output = new Option<string>("--output", "-o") { Description = "The page to write.", HelpName = "FILE.html", Required = true };
        command.Add(output);
        command.SetAction(parsed =>
        {
            var releases = new List<ReleaseAnalysis>();
            var code = DocumentLoop.Run(parsed, inputs, terminal, analysis => analysis, outcome =>
            {
                if (outcome.Value is { } release) releases.Add(release);
            });
            AtomicFile.Write(parsed.GetRequiredValue(output), file => ReportPage.Write(file, releases));
            return code;
        });
        return command;
    }
}
