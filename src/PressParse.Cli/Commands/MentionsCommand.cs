using System.CommandLine;
using PressParse.Export;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse mentions</c>: what the readers found before any meaning is decided.</summary>
internal static class MentionsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("mentions", "Write what the readers found before any meaning is decided: numbers, quantities, dates, names; one JSON line per document.");
        var inputs = new Inputs(command, terminal);
        command.SetAction(parsed =>
        {
            var streams = inputs.Streams(parsed);
            return DocumentLoop.Run(parsed, inputs, terminal, AnalysisJson.ToMentionsLine, outcome =>
            {
                if (outcome.Value is { } line) terminal.Output.Write(line);
                else if (streams) terminal.Output.Write(ReleaseJson.ToFailureLine(outcome.Path, outcome.Error!));
                if (streams) terminal.Output.Flush();
            });
        });
        return command;
    }
}
