using System.Diagnostics;
using System.Globalization;
using PressParse.Repair;
using PressParse.Text;

namespace PressParse.Benchmarks.Repair;

/// <summary>Damages clean paragraphs in every way, repairs them, and prints how many word errors there were before and after.</summary>
internal static class RepairMeasure
{
    public static int Run(string[] args)
    {
        if (args.Length == 0) return Usage();
        var seed = Option(args, "--seed", 1);
        var each = Option(args, "--each", 200);
        var only = Text(args, "--only");
        var show = args.Contains("--show");
        var folder = Text(args, "--texts");
        var paragraphs = folder is null ? CleanText.Corpus(args[0], "dev", "test") : CleanText.Folder(folder);
        Console.WriteLine($"{paragraphs.Count} paragraphs, seed {seed}");
        Console.WriteLine("| damage | texts | word errors before | after | undone | texts exact |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (name, noise) in Noises.All)
        {
            if (only is not null && !name.Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            Measure(name, noise, paragraphs, new Random(seed), each, show);
        }
        if (only is null) Clean(paragraphs);
        return 0;
    }

    private static void Measure(string name, Noise noise, List<string> paragraphs, Random random, int each, bool show)
    {
        int before = 0, after = 0, exact = 0, texts = 0, unstable = 0;
        var watch = new Stopwatch();
        for (var i = 0; i < each; i++)
        {
            var (clean, damaged) = noise(paragraphs, random);
            var errors = WordErrors.Count(clean, damaged);
            if (damaged == clean) continue;
            watch.Start();
            var repaired = RepairCatalog.Default.Run(SourceText.Plain(damaged));
            watch.Stop();
            if (RepairCatalog.Default.Run(SourceText.Plain(repaired.Text)).Text != repaired.Text) unstable++;
            var left = WordErrors.Count(clean, repaired.Text);
            texts++;
            before += errors;
            after += left;
            if (repaired.Text == clean) exact++;
            if (show && left > 0) Console.WriteLine($"--- {name} {errors} -> {left}\n{damaged}\n=>\n{repaired.Text}\n{string.Join('\n', repaired.Repairs.Select(r => $"  {r.Repair}: [{r.Before}] [{r.After}]").Concat(repaired.Warnings))}\n");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {texts} | {before} | {after} | {(before == 0 ? 1 : 1 - (double)after / before):P1} | {(double)exact / Math.Max(1, texts):P1} | {(unstable > 0 ? unstable + " not stable" : "")} {watch.Elapsed.TotalMilliseconds / Math.Max(1, texts):0.0} ms"));
    }

    private static void Clean(List<string> paragraphs)
    {
        var changed = 0;
        foreach (var paragraph in paragraphs)
        {
            var repaired = RepairCatalog.Default.Run(SourceText.Plain(paragraph));
            if (repaired.Text == paragraph) continue;
            changed++;
            foreach (var repair in repaired.Repairs) Console.WriteLine($"changed: {repair.Repair} [{repair.Before}] => [{repair.After}] in {paragraph[Math.Max(0, repair.Source.Start - 30)..Math.Min(paragraph.Length, repair.Source.End + 30)]}");
        }
        Console.WriteLine($"clean paragraphs changed: {changed} of {paragraphs.Count}");
        var text = string.Join("\n\n", paragraphs);
        var source = SourceText.Plain(text);
        foreach (var runner in RepairCatalog.All.Select(r => (r.Name, new RepairRunner([r]))).Append(("all", RepairCatalog.Default)))
        {
            for (var i = 0; i < 10; i++) runner.Item2.Run(source);
            // Processor time, not the clock's: the machine may be busy with other things.
            var start = Environment.CpuUsage.UserTime;
            const int rounds = 60;
            for (var i = 0; i < rounds; i++) runner.Item2.Run(source);
            var spent = Environment.CpuUsage.UserTime - start;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean text, {runner.Item1}: {spent.TotalNanoseconds / rounds / text.Length:0.00} ns a character"));
        }
    }

    private static int Option(string[] args, string name, int otherwise) => Text(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string name) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Usage()
    {
        Console.Error.WriteLine("repair CORPUS_DIR [--texts DIR] [--seed N] [--each N] [--only DAMAGE] [--show]");
        return 2;
    }
}
