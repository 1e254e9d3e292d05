using PressParse.Repair.Language;
using PressParse.Text;

namespace PressParse.Repair.Columns;

/// <summary>
/// Finds where two columns met in lines that lost their gutter. In each line every space is a possible cut: its price is how badly the left
/// part runs on into the next line's start and the end of the line before into the right part, against the words the cut would part.
/// Lines of a column are nearly of one width, and no line could have taken the next one's first word; for each width the best cut of every
/// line stands alone, so the search is exact. Stateless.
/// </summary>
internal static class LostGutter
{
    private const int Narrowest = 18, Widest = 90;

    /// <summary>Price of each code unit by which a left part is shorter than its column allows, or longer than the column is wide.</summary>
    private const double Short = 0.25, Long = 1.5;

    /// <summary>Price of a line that had room for the next word.</summary>
    private const double Room = 2;

    /// <summary>A cheap look: whether the lines of a block fail to run on into each other.</summary>
    public static bool Suspect(string text, List<TextSpan> block)
    {
        var model = WordModel.Default;
        int joins = 0, broken = 0, wide = 0;
        var gain = 0.0;
        for (var i = 0; i + 1 < block.Count; i++)
        {
            var line = text.AsSpan(block[i].Start, block[i].Length).Trim();
            var next = text.AsSpan(block[i + 1].Start, block[i + 1].Length).Trim();
            if (line.Contains("  ", StringComparison.Ordinal)) return false;
            if (line.Length >= 2 * Narrowest) wide++;
            if (line.Length == 0 || next.Length == 0 || !char.IsLetter(line[^1]) || !char.IsLetter(next[0])) continue;
            var last = model.Find(line[(line.LastIndexOf(' ') + 1)..]);
            var end = 0;
            while (end < next.Length && char.IsLetter(next[end])) end++;
            var first = model.Find(next[..end]);
            if (last < 0 || first < 0) continue;
            joins++;
            gain += model.Cost(first) - model.CostAfter(last, first);
            if (!model.Follows(last, first)) broken++;
        }
        return joins >= 2 && wide * 10 >= (block.Count - 1) * 8 && (broken * 2 >= joins || gain < 0.5 * joins);
    }

    /// <summary>The best cuts and what they gain against reading across, in nats; null where a line cannot be cut.</summary>
    public static (IReadOnlyList<PageLine> Lines, double Gain)? Find(string text, List<TextSpan> block, TextCost cost)
    {
        var lines = block.Select(l => Page.Trim(text, l)).ToList();
        var cuts = new List<(int Space, double Price)>[lines.Count];
        var straight = 0.0;
        var whole = new double[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = text.AsSpan(lines[i].Start, lines[i].Length);
            var before = i > 0 ? text.AsSpan(lines[i - 1].Start, lines[i - 1].Length) : default;
            var after = i + 1 < lines.Count ? text.AsSpan(lines[i + 1].Start, lines[i + 1].Length) : default;
            if (i > 0) straight += Bounded(cost, before, line);
            if (!after.IsEmpty) whole[i] = Bounded(cost, line, after);
            cuts[i] = [];
            for (var k = 1; k < line.Length; k++)
            {
                if (line[k] != ' ' || k > Widest) continue;
                var price = -Bounded(cost, line[..k], line[(k + 1)..]);
                if (!after.IsEmpty) price += Bounded(cost, line[..k], after);
                if (!before.IsEmpty) price += Bounded(cost, before, line[(k + 1)..]);
                cuts[i].Add((k, price));
            }
        }
        var least = double.PositiveInfinity;
        int[]? best = null;
        for (var width = Narrowest; width <= Widest; width++)
        {
            var sum = 0.0;
            var chosen = new int[lines.Count];
            for (var i = 0; i < lines.Count; i++)
            {
                var (space, price) = (0, double.PositiveInfinity);
                var next = i + 1 < lines.Count ? FirstWord(text, lines[i + 1]) : 0;
                foreach (var (k, own) in cuts[i])
                {
                    var p = own + (k > width ? Long * (k - width) : Math.Max(0, width - k - 4) * Short) + (i + 1 < lines.Count && k + 1 + next <= width ? Room : 0);
                    if (p < price) (space, price) = (k, p);
                }
                // The last lines may belong to the left column alone, and then run on as they stand.
                if (cuts[i].Count == 0 || (lines[i].Length <= width && i > 2 && whole[i] < price)) (space, price) = (lines[i].Length, whole[i]);
                chosen[i] = space;
                sum += price;
            }
            if (sum < least) (least, best) = (sum, chosen);
        }
        var result = new List<PageLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var cut = line.Start + best![i];
            result.Add(cut >= line.End ? new PageLine(line, new TextSpan(line.End, 0), block[i])
                : new PageLine(TextSpan.FromBounds(line.Start, cut), TextSpan.FromBounds(cut + 1, line.End), block[i]));
        }
        return result.Any(l => !l.Right.IsEmpty) ? (result, straight - least) : null;
    }

    private static double Bounded(TextCost cost, ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Math.Clamp(CutJoin.Spaced(cost, left, right).Cost, -7, 7);

    private static int FirstWord(string text, TextSpan line)
    {
        var end = text.AsSpan(line.Start, line.Length).IndexOf(' ');
        return end < 0 ? line.Length : end;
    }
}
