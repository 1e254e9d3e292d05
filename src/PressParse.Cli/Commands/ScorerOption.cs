using System.CommandLine;
using PressParse.Extraction;

namespace PressParse.Cli.Commands;

/// <summary><c>--scorer</c>: who judges what the rules propose.</summary>
internal static class ScorerOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--scorer") { Description = "Who judges what the rules propose: the trained model or the rules alone.", HelpName = "model|rules", DefaultValueFactory = _ => "model" };
        option.AcceptOnlyFromAmong("model", "rules");
        return option;
    }

    public static ReleaseParser Parser(string? scorer) =>
        scorer == "rules" ? new ReleaseParserBuilder().Configure(o => o with { Scorer = new RuleScorer() }).Build() : ReleaseParser.Default;
}
