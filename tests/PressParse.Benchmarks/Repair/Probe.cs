using PressParse.Repair.Columns;
using PressParse.Repair.Language;
namespace PressParse.Benchmarks.Repair;
internal static class Probe
{
    public static int Run(string[] args)
    {
        var paragraphs = args.Length > 1 ? CleanText.Folder(args[1]) : CleanText.Corpus(args[0], "dev", "test");
        var random = new Random(args.Length > 2 ? int.Parse(args[2]) : 5);
        foreach (var kind in new[] { "clean", "lost" })
        {
            var gains = new List<double>(); var suspects = 0; var n = 0;
            foreach (var p in paragraphs)
            {
                var q = paragraphs[random.Next(paragraphs.Count)];
                if (p.Length < 200 || q.Length < 200 || p == q) continue;
                var text = kind == "clean" ? string.Join('\n', ColumnNoise.Wrap(p, random.Next(50, 110))) : ColumnNoise.Across(p, q, false, random);
                foreach (var block in Page.Blocks(text, 4))
                {
                    n++;
                    var suspect = LostGutter.Suspect(text, block); if (suspect) suspects++;
                    var cost = new TextCost(WordModel.Default, text, [PressParse.Text.TextSpan.FromBounds(block[0].Start, block[^1].End)]);
                    if (LostGutter.Find(text, block, cost) is { } f) gains.Add(suspect ? f.Gain / block.Count : -50);
                    else gains.Add(-99);
                }
            }
            gains.Sort();
            Console.WriteLine($"{kind}: {n}, suspects {suspects}; gain per line " + string.Join(' ', Enumerable.Range(0, 21).Select(i => gains[Math.Min(gains.Count - 1, i * gains.Count / 20)].ToString("0.0"))));
        }
        return 0;
    }
}
