namespace PressParse.Benchmarks.Repair;

/// <summary>Takes clean paragraphs, gives a clean text and the same text damaged.</summary>
internal delegate (string Clean, string Damaged) Noise(List<string> paragraphs, Random random);

/// <summary>Every kind of damage that is measured.</summary>
internal static class Noises
{
    public static IReadOnlyList<(string Name, Noise Noise)> All { get; } =
    [
        ("entities", (p, r) => One(p, r, TextNoise.Entities)),
        ("markup", (p, r) => One(p, r, TextNoise.Markup)),
        ("spacing", (p, r) => One(p, r, TextNoise.Spaces)),
        ("words cut at line ends", (p, r) => One(p, r, TextNoise.Hyphens)),
        ("footnote marks", (p, r) => One(p, r, TextNoise.Footnotes)),
        ("letters confused", (p, r) => One(p, r, TextNoise.Letters)),
        ("mojibake", (p, r) => One(p, r, TextNoise.Mojibake)),
        ("column bleed (a)", (p, r) => One(p, r, ColumnNoise.Bleed, 220)),
        ("column bleed (a), all on one line", (p, r) => One(p, r, ColumnNoise.BleedInline, 220)),
        ("two columns, gutter kept (b)", (p, r) => Two(p, r, true)),
        ("two columns, gutter lost (c)", (p, r) => Two(p, r, false)),
    ];

    private static (string, string) One(List<string> paragraphs, Random random, Func<string, Random, string> damage, int least = 0)
    {
        string clean;
        do clean = paragraphs[random.Next(paragraphs.Count)];
        while (clean.Length < least || clean.Length > 1500);
        return (clean, damage(clean, random));
    }

    private static (string, string) Two(List<string> paragraphs, Random random, bool gutter)
    {
        string left, right;
        do left = paragraphs[random.Next(paragraphs.Count)];
        while (left.Length < 200 || left.Length > 1200);
        do right = paragraphs[random.Next(paragraphs.Count)];
        while (right.Length < 200 || right.Length > 1200 || right == left);
        return (left + "\n\n" + right, ColumnNoise.Across(left, right, gutter, random));
    }
}
