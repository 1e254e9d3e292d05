using Spectre.Console;

namespace PressParse.Cli;

/// <summary>A progress bar on standard error.</summary>
internal static class ProgressBar
{
    /// <summary>Runs some work under a bar.</summary>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="total">Number of documents.</param>
    /// <param name="work">Is given how to set the number done, and how to print a message above the bar.</param>
    public static T Around<T>(Terminal terminal, int total, Func<Action<int>, Action<string>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("releases", maxValue: total);
                return work(
                    done =>
                    {
                        task.Value = done;
                        task.Description = FormattableString.Invariant($"{done} of {total} releases");
                    },
                    message => console.WriteLine("pressparse: " + message));
            });
    }
}
