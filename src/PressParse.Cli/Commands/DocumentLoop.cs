using System.CommandLine;
using PressParse.Batch;
using PressParse.Extraction;

namespace PressParse.Cli.Commands;

/// <summary>Runs a command's work over its inputs, in their order, and names what failed.</summary>
internal static class DocumentLoop
{
    /// <summary>Analyses every input, makes a value of each on the workers, and takes the values in order.</summary>
    /// <returns><see cref="ExitCode.Done"/> or <see cref="ExitCode.SomeFailed"/>.</returns>
    public static int Run<T>(ParseResult parsed, Inputs inputs, Terminal terminal, Func<ReleaseAnalysis, T> make, Action<BatchOutcome<T>> take) where T : class
    {
        var parser = inputs.Parser(parsed);
        var documents = inputs.Read(parsed);
        var failed = false;
        OrderedPipeline.Run(documents, (d, stop) => d.Analyze(parser, stop).Select(make), Take, inputs.Workers(parsed, documents), terminal.Interrupted);
        return failed ? ExitCode.SomeFailed : ExitCode.Done;

        void Take(BatchOutcome<T> outcome)
        {
            if (outcome.Error is { } error)
            {
                failed = true;
                terminal.Fail(outcome.Path, error);
            }
            take(outcome);
        }
    }
}
