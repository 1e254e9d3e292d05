using System.Text.Json;

namespace PressParse.Benchmarks.Repair;

/// <summary>Paragraphs of running text to damage: of the corpus, and of a folder of texts that nothing was trained on.</summary>
internal static class CleanText
{
    /// <summary>Paragraphs of the corpus releases of the given splits, each with its lines joined.</summary>
    public static List<string> Corpus(string root, params string[] splits)
    {
        var paragraphs = new List<string>();
        foreach (var gold in Directory.EnumerateFiles(root, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(gold));
            if (!json.RootElement.TryGetProperty("split", out var split) || !splits.Contains(split.GetString())) continue;
            foreach (var name in new[] { "release.txt", "release.md" })
                if (Path.Combine(Path.GetDirectoryName(gold)!, name) is var path && File.Exists(path)) paragraphs.AddRange(Paragraphs(File.ReadAllText(path)));
        }
        return paragraphs;
    }

    /// <summary>Paragraphs of every .txt file of a folder.</summary>
    public static List<string> Folder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(f => Paragraphs(File.ReadAllText(f)))];

    private static IEnumerable<string> Paragraphs(string text)
    {
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            // Some releases of the corpus are damaged on purpose.
            if (block.Contains("&amp;", StringComparison.Ordinal) || block.Contains("<sup>", StringComparison.Ordinal) || block.Contains("â€", StringComparison.Ordinal)) continue;
            if (block.Contains('|') || block.Contains("  ", StringComparison.Ordinal) && block.Split('\n').Any(l => l.TrimStart().Contains("   ", StringComparison.Ordinal))) continue;
            var paragraph = string.Join(' ', block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (paragraph.Length >= 150 && paragraph.Count(char.IsLower) * 2 > paragraph.Length && !paragraph.Contains("](", StringComparison.Ordinal)) yield return paragraph;
        }
    }
}
