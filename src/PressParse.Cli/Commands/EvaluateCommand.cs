using System.CommandLine;
using PressParse.Evaluation;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse evaluate</c>: how well the parser does on a corpus with gold records.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("evaluate", "Print precision, recall and F1 per kind of record on a corpus with gold records.");
        var folder = new Argument<string>("CORPUS_DIR") { Description = "A folder with gold.json beside release.txt|md|html|pdf in its folders, or with gold/*.json and text/*." };
        var errors = new Option<int>("--errors") { Description = "Print up to N misses and extras, one line each.", HelpName = "N" };
        var split = new Option<string?>("--split") { Description = "Only gold files whose \"split\" is train, dev or test.", HelpName = "train|dev|test" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of a table." };
        var scorer = ScorerOption.Create();
        split.AcceptOnlyFromAmong("train", "dev", "test");
        command.Add(folder);
        command.Add(errors);
        command.Add(split);
        command.Add(json);
        command.Add(scorer);
        command.SetAction(parsed =>
        {
            var failed = false;
            var score = CorpusEvaluation.Run(parsed.GetRequiredValue(folder), ScorerOption.Parser(parsed.GetValue(scorer)), parsed.GetValue(split), Environment.ProcessorCount, Fail, terminal.Interrupted);
            if (parsed.GetValue(json)) terminal.Output.Write(ScoreWriter.ToJsonLine(score));
            else
            {
                using var table = new StringWriter();
                ScoreWriter.WriteTable(table, score, parsed.GetValue(errors));
                terminal.Write(table.ToString());
            }
            return failed ? ExitCode.SomeFailed : ExitCode.Done;

            void Fail(string path, string reason)
            {
                failed = true;
                terminal.Fail(path, reason);
            }
        });
        return command;
    }
}
