using System.CommandLine;
using System.Text;
using PressParse.Batch;
using PressParse.Export;
using PressParse.Repair;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse clean</c>: the repaired text, or one line per repair.</summary>
internal static class CleanCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("clean", "Write the repaired text: of one input to standard output, of several to files.");
        var inputs = new Inputs(command, terminal);
        var output = new Option<string?>("--output", "-o") { Description = "Folder for the texts, one NAME.txt per input; made if it is not there.", HelpName = "DIR" };
        var explain = new Option<bool>("--explain") { Description = "Write one JSON line per repair: what stood where, what it became, and why." };
        command.Add(output);
        command.Add(explain);
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(output);
            var lines = parsed.GetValue(explain);
            if (folder is null && !lines && (inputs.Streams(parsed) || !inputs.FromStandardInput(parsed) && inputs.Read(parsed).Skip(1).Any()))
                throw new WrongUsageException("there are several inputs: say with -o DIR where their texts go, or use --explain.");
            if (folder is not null) Directory.CreateDirectory(folder);
            var names = new OutputNames();
            return DocumentLoop.Run(parsed, inputs, terminal, analysis => analysis.Repaired, outcome =>
            {
                var text = outcome.Value;
                if (folder is not null)
                {
                    // A name is taken for a failed input as well, so that names do not depend on what failed.
                    var file = Path.Combine(folder, names.For(outcome.Path, ".txt"));
                    if (text is not null) File.WriteAllText(file, text.Text, new UTF8Encoding(false));
                }
                else if (!lines && text is not null) terminal.Write(text.Text);
                if (lines && text is not null) WriteRepairs(terminal, outcome.Path, text.Repairs);
            });
        });
        return command;
    }

    private static void WriteRepairs(Terminal terminal, string path, IReadOnlyList<AppliedRepair> repairs)
    {
        foreach (var repair in repairs) terminal.Output.Write(AnalysisJson.ToRepairLine(path, repair));
    }
}
