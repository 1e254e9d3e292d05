using System.CommandLine;
using PressParse.Extraction;

namespace PressParse.Cli.Commands;

/// <summary><c>--scorer</c>: who judges what the rules propose.</summary>
internal static class ScorerOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--scorer") { Description = "Who judges what the rules propose: the trained model blended with the rules (both), the rules alone, or the model alone.", HelpName = "both|rules|model", DefaultValueFactory = _ => "both" };
        option.AcceptOnlyFromAmong("both", "rules", "model");
        return option;
    }

    public static ReleaseParser Parser(string? scorer) => scorer switch
    {
        "rules" => With(new RuleScorer()),
        "model" => With(Learning.FigureModel.Default?.WithoutRules()),
        _ => ReleaseParser.Default,
    };

    private static ReleaseParser With(ICandidateScorer? scorer) => new ReleaseParserBuilder().Configure(o => o with { Scorer = scorer }).Build();
}
