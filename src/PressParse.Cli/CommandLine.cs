using System.CommandLine;
using PressParse.Cli.Commands;

namespace PressParse.Cli;

/// <summary>The commands, one line each, and what every run has in common: help, wrong usage, interruption.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Reads mining press releases, however badly scraped, into typed records that point at their source characters.")
        {
            ExtractCommand.Create(terminal),
            CleanCommand.Create(terminal),
            MentionsCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ReportCommand.Create(terminal),
            DatasetCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            TrainCommand.Create(terminal),
        };
        // A file whose name starts with @ is a file, not a list of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors) terminal.Say(error.Message);
                terminal.Say($"see 'pressparse {string.Join(' ', Path(parsed.CommandResult))}--help'.");
                return ExitCode.WrongUsage;
            }
            using var help = new StringWriter();
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = help, Error = terminal.Error });
            terminal.Write(help.ToString());
            return code;
        }
        catch (WrongUsageException wrong)
        {
            terminal.Say(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException) when (terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Say("interrupted; what was written is whole.");
            return ExitCode.Interrupted;
        }
        catch (Exception failure)
        {
            var reason = failure is TypeInitializationException { InnerException: { } inner } ? inner : failure;
            terminal.Say(reason is IOException or UnauthorizedAccessException or InvalidDataException
                ? reason.Message
                : $"failed ({reason.GetType().Name}: {reason.Message}). This is a fault of PressParse; please report it with the command and its input.");
            return ExitCode.SomeFailed;
        }
        finally
        {
            terminal.Output.Flush();
        }
    }

    private static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult command)
    {
        if (command.Parent is System.CommandLine.Parsing.CommandResult) yield return command.Command.Name + " ";
    }
}
