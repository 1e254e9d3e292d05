using System.CommandLine;
using PressParse.Export;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse extract</c>: the records of every input.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("extract", "Write the records of every input: figures, guidance, dates, disclaimers, header.");
        var inputs = new Inputs(command, terminal);
        command.SetAction(parsed =>
        {
            var streams = inputs.Streams(parsed);
            return DocumentLoop.Run(parsed, inputs, terminal, analysis => ReleaseJson.ToLine(analysis.Release), outcome =>
            {
                if (outcome.Value is { } line) terminal.Output.Write(line);
                else if (streams) terminal.Output.Write(ReleaseJson.ToFailureLine(outcome.Path, outcome.Error!));
                if (streams) terminal.Output.Flush();
            });
        });
        return command;
    }
}
