using System.CommandLine;
using PressParse.Export;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse explain</c>: how each record was derived.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("explain", "Tell how each record was derived: the repairs, the evidence, the rule, the score, and what was refused.");
        var inputs = new Inputs(command, terminal);
        command.SetAction(parsed => DocumentLoop.Run(parsed, inputs, terminal, Explanation.Of, outcome =>
        {
            if (outcome.Value is { } text) terminal.Write(text);
        }));
        return command;
    }
}
