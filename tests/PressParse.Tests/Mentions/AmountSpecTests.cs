using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using FsCheck.Xunit;
using PressParse.Mentions;
using PressParse.Text;
using PressParse.Vocabulary;
using Xunit;

namespace PressParse.Tests.Mentions;

public class AmountSpecTests
{
    public static TheoryData<string, string[]> Specs()
    {
        var data = new TheoryData<string, string[]>();
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "PressParse.Tests", "Specs", "amounts.jsonl")))
        {
            using var spec = JsonDocument.Parse(line);
            data.Add(spec.RootElement.GetProperty("input").GetString()!, [.. spec.RootElement.GetProperty("expect").EnumerateArray().Select(e => e.GetString()!)]);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void AmountsAreReadAsTheSpecSays(string input, string[] expect) => Read(input).Should().Equal(expect);

    /// <summary>Any whole number, grouped the English way, is read back to the same value.</summary>
    [Property(MaxTest = 200)]
    public bool AGroupedNumberReadsBack(int number)
    {
        var value = Math.Abs((long)number) + 1;
        return Read(string.Create(CultureInfo.InvariantCulture, $"{value:N0} ounces")).SequenceEqual([$"{value} oz"]);
    }

    private static List<string> Read(string text)
    {
        var block = BlockTokens.Read(text, new TextSpan(0, text.Length), Lexicon.Default);
        return [.. AmountReader.Read(block, new bool[block.Count + 1]).Where(a => a.Family is not (UnitFamily.None or UnitFamily.Foreign or UnitFamily.Money)).Select(a => Show(a.ToQuantity(block, "USD")))];
    }

    private static string Show(Records.Quantity quantity)
    {
        static string Plain(decimal? value) => value!.Value.ToString("0.############", CultureInfo.InvariantCulture);
        if (quantity is Records.Quantity.Between b) return $"{Plain(b.Low)}..{Plain(b.High)} {b.Unit}";
        var sign = quantity.BoundName switch { "min" => ">=", "max" => "<=", "approx" => "~", _ => "" };
        return $"{sign}{Plain(quantity.SingleValue)} {quantity.Unit}";
    }
}
