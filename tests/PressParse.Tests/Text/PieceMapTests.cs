using FluentAssertions;
using FsCheck.Xunit;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Text;

public class PieceMapTests
{
    [Fact]
    public void AReplacedRunMapsToAllItsSource()
    {
        const string text = "a &Idquo;b";
        var pieces = new[] { Piece.Copy(new TextSpan(0, 2)), Piece.Replace(new TextSpan(2, 7), "“"), Piece.Copy(new TextSpan(9, 1)) };
        var map = PieceMap.Identity(text.Length).Then(pieces);

        PieceMap.Render(text, pieces).Should().Be("a “b");
        map.ToSource(new TextSpan(2, 1)).Should().Equal(new TextSpan(2, 7));
        map.ToSource(new TextSpan(0, 4)).Should().Equal(new TextSpan(0, 10));
    }

    [Fact]
    public void ADroppedRunSplitsTheSource()
    {
        const string text = "30<sup>th</sup>";
        var pieces = new[] { Piece.Copy(new TextSpan(0, 2)), Piece.Drop(new TextSpan(2, 5)), Piece.Copy(new TextSpan(7, 2)), Piece.Drop(new TextSpan(9, 6)) };

        PieceMap.Identity(text.Length).Then(pieces).ToSource(new TextSpan(0, 4)).Should().Equal(new TextSpan(0, 2), new TextSpan(7, 2));
    }

    [Fact]
    public void AMovedRunKeepsItsSource()
    {
        var pieces = new[] { Piece.Copy(new TextSpan(3, 3)), Piece.Copy(new TextSpan(0, 3)) };
        var map = PieceMap.Identity(6).Then(pieces);

        PieceMap.Render("abcdef", pieces).Should().Be("defabc");
        map.ToSource(new TextSpan(1, 4)).Should().Equal(new TextSpan(4, 2), new TextSpan(0, 2));
        map.ToOutput(new TextSpan(0, 1)).Should().Be(new TextSpan(3, 1));
    }

    [Theory]
    [InlineData(0, 3, 4, 2)]
    [InlineData(0, 3, 2, 4)]
    [InlineData(0, 3, 3, 2)]
    public void APieceListThatLosesOrRepeatsACharacterIsRefused(int start, int length, int nextStart, int nextLength)
    {
        var act = () => PieceMap.Identity(6).Then([Piece.Copy(new TextSpan(start, length)), Piece.Copy(new TextSpan(nextStart, nextLength))]);
        act.Should().Throw<ArgumentException>();
    }

    /// <summary>Any text cut anywhere, its parts copied, replaced, dropped or swapped, twice over: every verbatim character maps to its equal.</summary>
    [Property(MaxTest = 300)]
    public bool EveryVerbatimCharacterMapsToItself(int[] first, int[] second, int seed)
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => (char)('A' + (i * 7 + Math.Abs(seed % 97)) % 58)));
        var map = PieceMap.Identity(text.Length);
        var current = text;
        foreach (var cuts in new[] { first, second })
        {
            var pieces = Cut(current.Length, cuts ?? []);
            map = map.Then(pieces);
            current = PieceMap.Render(current, pieces);
        }
        return map.OutputLength == current.Length && Enumerable.Range(0, current.Length).All(i =>
            map.ToSource(new TextSpan(i, 1)) is not [{ Length: 1 } source] || current[i] == '#' || text[source.Start] == current[i]);
    }

    private static List<Piece> Cut(int length, int[] cuts)
    {
        var places = cuts.Select(c => (int)(Math.Abs((long)c) % (length + 1))).Append(0).Append(length).Distinct().Order().ToList();
        var pieces = new List<Piece>();
        for (var i = 0; i + 1 < places.Count; i++)
        {
            var span = TextSpan.FromBounds(places[i], places[i + 1]);
            pieces.Add((i % 4) switch { 1 => Piece.Replace(span, "##"), 2 => Piece.Drop(span), _ => Piece.Copy(span) });
        }
        if (pieces.Count > 2) (pieces[0], pieces[^1]) = (pieces[^1], pieces[0]);
        return pieces;
    }
}
