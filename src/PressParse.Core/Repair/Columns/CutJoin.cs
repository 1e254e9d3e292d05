using PressParse.Repair.Language;

namespace PressParse.Repair.Columns;

/// <summary>How two cells of a cut line belong together. Immutable.</summary>
/// <param name="Cost">What the join adds to the cost of the two cells, in nats; below zero where each makes the other likelier.</param>
/// <param name="DropLeft">Letters at the end of the left cell that are the rest of a letter of the right one: 0 or 1.</param>
/// <param name="DropRight">Letters at the start of the right cell that are the rest of a letter of the left one: 0 or 1.</param>
/// <param name="Glue">What stands between them: nothing, a space, or a letter that the cut swallowed.</param>
internal readonly record struct CutJoin(double Cost, int DropLeft, int DropRight, string Glue)
{
    /// <summary>Code units of context that are weighed on each side of a cut.</summary>
    private const int Reach = 34;

    /// <summary>Prices of what a cut may have done, in nats: a letter read on both sides, half a letter read as a like one, any other stray letter.</summary>
    private const double Doubled = 2.5, Clipped = 4.5, Stray = 6.5, Swallowed = 8;

    /// <summary>The left half of the first letter looks like the second; the pairs are those of common book faces.</summary>
    private const string LeftHalves = "RFRPBEBFBPEFPFDIDlHIHlhlbldcdoocoeececnrmnmrwvwuunuiqcqoKIkl";

    /// <summary>A letter that both halves lost, inside a word, at the start of the next or at the end of the last.</summary>
    private static readonly string[] Letters = [.. "etaoinsrhldcumfpgwybvkxjqz".SelectMany(c => new[] { c.ToString(), " " + c, c + " " })];

    /// <summary>The join of two cells with nothing but a space between them.</summary>
    public static CutJoin Spaced(TextCost cost, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var tail = Tail(left);
        var head = Head(right);
        return new CutJoin(Joined(cost, tail, " ", head) - cost.Of(tail) - cost.Of(head), 0, 0, " ");
    }

    /// <summary>The cheapest join of two cells.</summary>
    /// <param name="cost">The measure.</param>
    /// <param name="left">Text up to the cut.</param>
    /// <param name="right">Text from the cut on.</param>
    /// <param name="swallowed">Whether a letter may be missing at the cut; dearer to weigh, so kept for the last look.</param>
    public static CutJoin Best(TextCost cost, ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool swallowed = false)
    {
        var tail = Tail(left);
        var head = Head(right);
        if (tail.IsEmpty || head.IsEmpty) return new CutJoin(0, 0, 0, tail.IsEmpty || tail[^1] == ' ' ? "" : " ");
        var apart = cost.Of(tail) + cost.Of(head);
        var best = new CutJoin(Joined(cost, tail, " ", head) - apart, 0, 0, " ");
        Try(new CutJoin(Joined(cost, tail, "", head) - apart, 0, 0, ""), ref best);
        if (StrayPrice(tail[^1], head[0]) is { } l && tail.Length > 1) Try(new CutJoin(Joined(cost, tail[..^1], "", head) - apart + l, 1, 0, ""), ref best);
        if (StrayPrice(head[0], tail[^1]) is { } r && head.Length > 1) Try(new CutJoin(Joined(cost, tail, "", head[1..]) - apart + r, 0, 1, ""), ref best);
        if (swallowed && char.IsLetter(tail[^1]) && char.IsLetter(head[0]) && !Knows(cost, tail, head, best))
            foreach (var letter in Letters)
            {
                var glue = char.IsUpper(tail[^1]) && char.IsUpper(head[0]) ? letter.ToUpperInvariant() : letter;
                Try(new CutJoin(Joined(cost, tail, glue, head) - apart + Swallowed, 0, 0, glue), ref best);
            }
        return best;
    }

    /// <summary>True when a whole word of this text comes out of the join.</summary>
    public bool Mends => Glue != " ";

    private static bool Knows(TextCost cost, ReadOnlySpan<char> tail, ReadOnlySpan<char> head, CutJoin join)
    {
        if (join.Glue == " ")
        {
            var last = tail[(LastBreak(tail) + 1)..];
            return cost.IsCommon(last) && cost.IsCommon(head[..WordEnd(head)]);
        }
        Span<char> word = stackalloc char[2 * Reach];
        tail = tail[..^join.DropLeft];
        var begin = tail[(LastBreak(tail) + 1)..];
        var end = head[join.DropRight..];
        end = end[..WordEnd(end)];
        begin.CopyTo(word);
        end.CopyTo(word[begin.Length..]);
        return begin.Length + end.Length == 0 || cost.IsCommon(word[..(begin.Length + end.Length)]);
    }

    private static int LastBreak(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        while (at >= 0 && char.IsLetter(text[at])) at--;
        return at;
    }

    private static int WordEnd(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }

    private static void Try(CutJoin join, ref CutJoin best)
    {
        if (join.Cost < best.Cost) best = join;
    }

    /// <summary>Price of taking <paramref name="stray"/> for the rest of <paramref name="whole"/>; null where it may not be dropped: a digit or a mark of its own.</summary>
    private static double? StrayPrice(char stray, char whole)
    {
        if (char.ToLowerInvariant(stray) == char.ToLowerInvariant(whole)) return Doubled;
        if (!char.IsLetter(stray)) return null;
        for (var i = 0; i < LeftHalves.Length; i += 2)
            if (LeftHalves[i] == whole && LeftHalves[i + 1] == stray) return Clipped;
        return Stray;
    }

    private static double Joined(TextCost cost, ReadOnlySpan<char> tail, string glue, ReadOnlySpan<char> head)
    {
        Span<char> text = stackalloc char[2 * Reach + 4];
        tail.CopyTo(text);
        var length = tail.Length;
        if (!(glue == " " && length > 0 && text[length - 1] == ' '))
        {
            glue.CopyTo(text[length..]);
            length += glue.Length;
        }
        head.CopyTo(text[length..]);
        return cost.Of(text[..(length + head.Length)]);
    }

    private static ReadOnlySpan<char> Tail(ReadOnlySpan<char> left)
    {
        left = left.TrimEnd();
        if (left.Length <= Reach) return left;
        left = left[^Reach..];
        var space = left.IndexOf(' ');
        return space >= 0 && space < left.Length - 1 ? left[(space + 1)..] : left;
    }

    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> right)
    {
        right = right.TrimStart();
        if (right.Length <= Reach) return right;
        right = right[..Reach];
        var space = right.LastIndexOf(' ');
        return space > 0 ? right[..space] : right;
    }
}
