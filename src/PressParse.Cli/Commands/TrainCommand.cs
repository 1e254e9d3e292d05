using System.CommandLine;
using PressParse.Learning;

namespace PressParse.Cli.Commands;

/// <summary><c>pressparse train</c>: the models from a corpus with gold records.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Train the models on a corpus with gold records. Deterministic: the same corpus gives the same files.");
        var folder = new Argument<string>("CORPUS_DIR") { Description = "A corpus whose gold.json files name their split (train, dev, test)." };
        var output = new Option<string>("--output", "-o") { Description = "Folder for the models and their manifest.", HelpName = "MODELS_DIR", Required = true };
        command.Add(folder);
        command.Add(output);
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(output);
            Directory.CreateDirectory(target);
            foreach (var line in ModelWorkshop.Run(parsed.GetRequiredValue(folder), target)) terminal.Say(line);
            return ExitCode.Done;
        });
        return command;
    }
}
