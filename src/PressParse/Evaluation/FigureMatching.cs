namespace PressParse.Evaluation;

/// <summary>Which gold figures a document's predictions answer at one tier.</summary>
/// <param name="Gold">For every gold figure, whether it was answered.</param>
/// <param name="Predicted">For every prediction, whether it answers one.</param>
internal sealed record FigureMatching(bool[] Gold, bool[] Predicted)
{
    /// <summary>Greedy, best-agreeing pairs first, so that one prediction answers one gold figure; required before optional, then by place.</summary>
    public static FigureMatching At(Tier tier, IReadOnlyList<EvaluatedFigure> gold, IReadOnlyList<EvaluatedFigure> predicted)
    {
        var pairs = new List<(int Depth, bool Optional, int Gold, int Predicted)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < predicted.Count; j++)
            {
                var depth = gold[i].Depth(predicted[j]);
                if (depth > (int)tier) pairs.Add((-depth, gold[i].Optional, i, j));
            }
        }
        pairs.Sort();
        var matching = new FigureMatching(new bool[gold.Count], new bool[predicted.Count]);
        foreach (var (_, _, i, j) in pairs)
        {
            if (matching.Gold[i] || matching.Predicted[j]) continue;
            matching.Gold[i] = true;
            matching.Predicted[j] = true;
        }
        return matching;
    }
}
