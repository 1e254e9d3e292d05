using System.CommandLine;
using PressParse.Dataset;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse dataset</c>: what many releases say together.</summary>
internal static class DatasetCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("dataset", "Write tables across releases: results and restatements, guidance tracked to the result, editions, companies, sites.");
        var inputs = new Inputs(command, terminal);
        var output = new Option<string>("--output", "-o") { Description = "Folder for the tables; made if it is not there.", HelpName = "DIR", Required = true };
        command.Add(output);
        command.SetAction(parsed =>
        {
            var dataset = new ReleaseDataset();
            var code = DocumentLoop.Run(parsed, inputs, terminal, analysis => Tuple.Create(analysis.Release, TextSignature.Of(analysis.Repaired.Text)), outcome =>
            {
                if (outcome.Value is { } release) dataset.Add(release.Item1, release.Item2);
            });
            DatasetTables.Write(dataset.Build(), parsed.GetRequiredValue(output));
            return code;
        });
        return command;
    }
}
