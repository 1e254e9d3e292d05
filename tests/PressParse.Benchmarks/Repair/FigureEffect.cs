using System.Globalization;
using System.Text.Json;
using PressParse.Extraction;
using PressParse.Records;
using PressParse.Repair;
using PressParse.Text;

namespace PressParse.Benchmarks.Repair;

/// <summary>What repair is worth to the records: F1 of figures on releases as they are, damaged, and damaged and repaired. Rules alone score.</summary>
internal static class FigureEffect
{
    private static readonly (string Name, Func<string, Random, string> Damage)[] Damages =
    [
        ("entities", TextNoise.Entities), ("markup", TextNoise.Markup), ("spacing", TextNoise.Spaces), ("footnote marks", TextNoise.Footnotes), ("letters confused", TextNoise.Letters),
        ("mojibake", TextNoise.Mojibake), ("column bleed (a)", (p, r) => p.Length < 220 ? p : ColumnNoise.Bleed(p, r)),
    ];

    private sealed class Tally
    {
        public int Right, Found, Gold;

        public double F1 => Right == 0 ? 0 : 2.0 * Right / (Found + Gold);
    }

    public static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("repair-figures CORPUS_DIR");
            return 2;
        }
        Console.WriteLine("| damage | F1 undamaged | damaged, not repaired | damaged and repaired |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, damage) in Damages)
        {
            Tally clean = new(), raw = new(), repaired = new();
            var random = new Random(7);
            foreach (var (text, gold) in Releases(args[0]))
            {
                var damaged = string.Join("\n\n", text.Split("\n\n").Select(p => p.Length >= 80 && !p.Contains('|') && !p.Contains("  ", StringComparison.Ordinal) ? damage(p, random) : p));
                Count(text, gold, RepairCatalog.Default, clean);
                Count(damaged, gold, new RepairRunner([]), raw);
                Count(damaged, gold, RepairCatalog.Default, repaired);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {clean.F1:P1} | {raw.F1:P1} | {repaired.F1:P1} |"));
        }
        return 0;
    }

    private static IEnumerable<(string Text, List<string> Gold)> Releases(string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            if (!json.RootElement.TryGetProperty("split", out var split) || split.GetString() == "train") continue;
            var text = new[] { "release.txt", "release.md" }.Select(n => Path.Combine(Path.GetDirectoryName(path)!, n)).FirstOrDefault(File.Exists);
            if (text is null) continue;
            var gold = json.RootElement.GetProperty("figures").EnumerateArray().Where(f => !(f.TryGetProperty("optional", out var o) && o.ValueKind == JsonValueKind.True))
                .Select(f => Key(Number(f, "value"), Number(f, "low"), Number(f, "high"), f.GetProperty("unit").GetString(), f.GetProperty("metric").GetString()!, f.GetProperty("kind").GetString()!)).Distinct().ToList();
            yield return (File.ReadAllText(text).ReplaceLineEndings("\n"), gold);
        }
    }

    private static void Count(string text, List<string> gold, RepairRunner runner, Tally tally)
    {
        var release = new ReleaseExtractor(null, runner).Analyze(SourceText.Plain(text), new ReleaseSource(null, "", "text/plain")).Release;
        var found = release.Figures.Select(f => Key(f.Quantity.SingleValue, f.Quantity.LowValue, f.Quantity.HighValue, f.Quantity.Unit, CodeNames.Of(f.Metric), CodeNames.Of(f.Kind)))
            .Concat(release.Guidance.Select(f => Key(f.Quantity.SingleValue, f.Quantity.LowValue, f.Quantity.HighValue, f.Quantity.Unit, CodeNames.Of(f.Metric), "guidance"))).Distinct().ToList();
        tally.Found += found.Count;
        tally.Gold += gold.Count;
        tally.Right += found.Count(gold.Contains);
    }

    private static decimal? Number(JsonElement figure, string name) => figure.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static string Key(decimal? value, decimal? low, decimal? high, string? unit, string metric, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.######}|{low:0.######}|{high:0.######}|{unit}|{metric}|{kind}");
}
