using System.CommandLine;
using System.Text.Json;
using PressParse.Batch;
using PressParse.Export;
using PressParse.Export.Tables;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse extract</c>: the records of every input.</summary>
internal sealed class ExtractCommand
{
    private readonly Terminal _terminal;
    private readonly Inputs _inputs;

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "File for all records, or a folder (one that is there, or a name ending in /) for one file per input. Default: standard output.",
        HelpName = "FILE|DIR",
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "jsonl, json, csv (one row per figure), parquet (the same rows) or sqlite. Default: by the extension of FILE, else jsonl.",
        HelpName = "jsonl|json|csv|parquet|sqlite",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on with an interrupted run of the same output; the result is that of an unbroken run." };

    private ExtractCommand(Command command, Terminal terminal)
    {
        _terminal = terminal;
        _inputs = new Inputs(command, terminal);
        _format.AcceptOnlyFromAmong("jsonl", "json", "csv", "parquet", "sqlite");
        command.Add(_output);
        command.Add(_format);
        command.Add(_resume);
        command.SetAction(Run);
    }

    public static Command Create(Terminal terminal)
    {
        var command = new Command("extract", "Write the records of every input: figures, guidance, dates, disclaimers, header.");
        _ = new ExtractCommand(command, terminal);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var output = parsed.GetValue(_output);
        var format = Format(parsed.GetValue(_format), output);
        if (output is not null) return ToFiles(parsed, output, format);
        if (parsed.GetValue(_resume)) throw new WrongUsageException("--resume needs the output of the interrupted run: -o FILE.");
        if (format is ExportFormat.Parquet or ExportFormat.Sqlite) throw new WrongUsageException($"{parsed.GetValue(_format)} goes into a file: say which with -o FILE.");
        return format == ExportFormat.JsonLines ? LinesToStandardOutput(parsed) : TableToStandardOutput(parsed, format);
    }

    private int LinesToStandardOutput(ParseResult parsed)
    {
        var streams = _inputs.Streams(parsed);
        return DocumentLoop.Run(parsed, _inputs, _terminal, analysis => ReleaseJson.ToLine(analysis.Release), outcome =>
        {
            if (outcome.Value is { } line) _terminal.Output.Write(line);
            else if (streams) _terminal.Output.Write(ReleaseJson.ToFailureLine(outcome.Path, outcome.Error!));
            if (streams) _terminal.Output.Flush();
        });
    }

    private int TableToStandardOutput(ParseResult parsed, ExportFormat format)
    {
        using var writer = ReleaseTableWriters.ToStream(format, _terminal.Output);
        try
        {
            return DocumentLoop.Run(parsed, _inputs, _terminal, analysis => ReleaseJson.ToLine(analysis.Release), outcome =>
            {
                if (outcome.Value is not { } line) return;
                using var release = JsonDocument.Parse(line);
                writer.Write(release.RootElement);
            });
        }
        finally
        {
            // Also when interrupted: what was done is a whole table.
            writer.Complete();
        }
    }

    private int ToFiles(ParseResult parsed, string output, ExportFormat format)
    {
        var documents = _inputs.Read(parsed);
        var total = (documents as IReadOnlyList<BatchInput>)?.Count;
        using IBatchTarget target = IsFolder(output) ? new FolderTarget(output, format) : new FileTarget(output, format);
        var summary = ProgressDisplay.Around(_terminal, total, display =>
        {
            var run = new BatchRun(_inputs.Parser(parsed), target, _inputs.Streams(parsed)) { Finished = display.Finished, Note = display.Say };
            return run.Run(documents, _inputs.Workers(parsed, documents), parsed.GetValue(_resume), _terminal.Interrupted);
        });
        if (summary.Interrupted)
        {
            _terminal.Say(FormattableString.Invariant($"interrupted after {summary.Done}{(total is { } all ? $" of {all}" : "")} inputs; {output} is whole so far. Go on with --resume."));
            return ExitCode.Interrupted;
        }
        if (summary.Failures.Count > 0)
            _terminal.Say(FormattableString.Invariant($"{summary.Done - summary.Failures.Count} inputs read, {summary.Failures.Count} failed; the failures are listed in {target.Name}.failures.jsonl"));
        else if (summary.Done > 1) _terminal.Say(FormattableString.Invariant($"{summary.Done} inputs read{(summary.Resumed > 0 ? $", {summary.Resumed} of them before the interruption" : "")}, none failed"));
        return summary.Failures.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private static bool IsFolder(string output) => Directory.Exists(output) || output.EndsWith('/') || output.EndsWith(Path.DirectorySeparatorChar);

    private static ExportFormat Format(string? named, string? output) => (named ?? Path.GetExtension(output ?? "").ToLowerInvariant()) switch
    {
        "json" or ".json" => ExportFormat.Json,
        "csv" or ".csv" => ExportFormat.Csv,
        "parquet" or ".parquet" => ExportFormat.Parquet,
        "sqlite" or ".sqlite" or ".sqlite3" or ".db" => ExportFormat.Sqlite,
        _ => ExportFormat.JsonLines,
    };
}
