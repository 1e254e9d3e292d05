using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PressParse.Repair.Language;

namespace PressParse.Benchmarks.Repair;

/// <summary>
/// Builds models/repair-words.bin from the train split of the corpus, a word list (one word a line) and two frequency tables
/// ("word count" and "word word count"). models/README.md names the sources, their licences and the command.
/// </summary>
internal sealed class WordModelBuilder
{
    /// <summary>Weight of the corpus against general English grows with what the corpus saw of a word: n / (n + this).</summary>
    private const double Prior = 12;

    /// <summary>Count given to a word that only the word list knows, in a table whose rarest words stand near 10,000.</summary>
    private const double ListOnly = 5000;

    private readonly Dictionary<string, double> _general = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> _generalPairs = [];
    private readonly Dictionary<string, int> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _ownPairs = [];
    private readonly Dictionary<string, HashSet<int>> _ownDocuments = new(StringComparer.Ordinal);

    /// <summary>Documents that must hold a word no list knows: the corpus has damaged releases too, and names that are no words.</summary>
    private const int Witnesses = 3;

    public static int Run(string[] args)
    {
        if (args.Length < 4)
        {
            Console.Error.WriteLine("repair-model CORPUS_DIR WORD_LIST FREQUENCIES PAIR_FREQUENCIES [-o FILE]");
            return 2;
        }
        var output = args.Length > 5 && args[4] == "-o" ? args[5] : "models/repair-words.bin";
        var builder = new WordModelBuilder();
        builder.ReadList(args[1]);
        builder.ReadFrequencies(args[2]);
        builder.ReadPairs(args[3]);
        var documents = builder.ReadCorpus(args[0]);
        using (var file = File.Create(output)) builder.Write(file);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes, {documents} training documents, {builder._own.Values.Sum()} corpus tokens");
        return 0;
    }

    private void ReadList(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var word = line.ToLowerInvariant();
            if (word.Length is > 0 and <= 40 && word.All(char.IsLetter) && word.All(c => c < 256)) _general.TryAdd(word, ListOnly);
        }
    }

    private void ReadFrequencies(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.TrimStart('\uFEFF').Split(' ');
            if (parts.Length == 2 && parts[0].Length <= 40) _general[parts[0]] = double.Parse(parts[1], CultureInfo.InvariantCulture);
        }
    }

    private void ReadPairs(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.TrimStart('\uFEFF').Split(' ');
            if (parts.Length == 3 && _general.ContainsKey(parts[0]) && _general.ContainsKey(parts[1]))
                _generalPairs[(parts[0], parts[1])] = double.Parse(parts[2], CultureInfo.InvariantCulture);
        }
    }

    private int ReadCorpus(string root)
    {
        var documents = 0;
        foreach (var gold in Directory.EnumerateFiles(root, "gold.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(gold));
            if (!json.RootElement.TryGetProperty("split", out var split) || split.GetString() != "train") continue;
            var folder = Path.GetDirectoryName(gold)!;
            var text = new[] { "release.txt", "release.md" }.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
            if (text is null) continue;
            documents++;
            foreach (var paragraph in File.ReadAllText(text).Split("\n\n"))
            {
                foreach (var compound in Compounds(paragraph)) _own[compound] = _own.GetValueOrDefault(compound) + 1;
                string? previous = null;
                var content = paragraph.ReplaceLineEndings("\n");
                var scan = new TokenScan(content);
                while (scan.Next())
                {
                    var token = TokenScan.Class(content.AsSpan(scan.Start, scan.Length)).ToString().ToLowerInvariant();
                    if (token.Length > 40 || token.Any(c => c > 255)) { previous = null; continue; }
                    _own[token] = _own.GetValueOrDefault(token) + 1;
                    if (!_ownDocuments.TryGetValue(token, out var holders)) _ownDocuments[token] = holders = [];
                    holders.Add(documents);
                    if (previous is not null) _ownPairs[(previous, token)] = _ownPairs.GetValueOrDefault((previous, token)) + 1;
                    previous = token;
                }
            }
        }
        foreach (var (word, holders) in _ownDocuments)
            if (char.IsLetter(word[0]) && !_general.ContainsKey(word) && holders.Count < Witnesses) _own.Remove(word);
        foreach (var pair in _ownPairs.Keys.Where(p => !_own.ContainsKey(p.Item1) || !_own.ContainsKey(p.Item2)).ToList()) _ownPairs.Remove(pair);
        return documents;
    }

    /// <summary>Words written with hyphens, whole: "all-in", "year-over-year".</summary>
    private static IEnumerable<string> Compounds(string paragraph)
    {
        foreach (var run in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = run.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '*', '\'', '’', '?', '!').ToLowerInvariant();
            var parts = word.Split('-');
            if (parts.Length is > 1 and <= 5 && word.Length <= 40 && parts.All(p => p.Length > 0 && p.All(char.IsAsciiLetterLower))) yield return word;
        }
    }

    private void Write(Stream file)
    {
        var ownTotal = Math.Max(1.0, _own.Values.Sum());
        var generalTotal = _general.Values.Sum();
        var words = _general.Keys.Union(_own.Keys).Order(StringComparer.Ordinal).ToArray();
        var number = words.Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i, StringComparer.Ordinal);
        // Half of the mass of single words comes from each side: the corpus is small, but its words are the ones that matter.
        double Single(string w) => 0.5 * _general.GetValueOrDefault(w) / generalTotal + 0.5 * _own.GetValueOrDefault(w) / ownTotal;

        var pairs = new SortedDictionary<int, SortedDictionary<int, double>>();
        foreach (var pair in _generalPairs.Keys.Union(_ownPairs.Keys))
        {
            var (a, b) = pair;
            double n = _own.GetValueOrDefault(a);
            var weight = n / (n + Prior);
            var general = _general.TryGetValue(a, out var c) ? Math.Min(1, _generalPairs.GetValueOrDefault(pair) / c) : 0;
            var p = weight * _ownPairs.GetValueOrDefault(pair) / Math.Max(1, n) + (1 - weight) * general + 0.1 * Single(b);
            if (p < Single(b)) continue;
            if (!pairs.TryGetValue(number[a], out var followers)) pairs[number[a]] = followers = [];
            followers[number[b]] = -Math.Log(Math.Min(p, 1));
        }

        using var head = new BinaryWriter(file, Encoding.Latin1, true);
        head.Write(WordModel.Magic);
        head.Flush();
        using var writer = new BinaryWriter(new DeflateStream(file, CompressionLevel.SmallestSize, leaveOpen: true));
        writer.Write(words.Length);
        writer.Write(pairs.Values.Sum(p => p.Count));
        writer.Write(words.Sum(w => w.Length));
        var last = "";
        foreach (var word in words)
        {
            var shared = 0;
            while (shared < Math.Min(last.Length, word.Length) && last[shared] == word[shared]) shared++;
            writer.Write((byte)shared);
            writer.Write((byte)(word.Length - shared));
            foreach (var c in word[shared..]) writer.Write((byte)c);
            writer.Write(Quantise(-Math.Log(Single(word))));
            last = word;
        }
        writer.Write(Trigrams(words));
        for (var i = 0; i < words.Length; i++)
        {
            if (!pairs.TryGetValue(i, out var followers)) { writer.Write7BitEncodedInt(0); continue; }
            writer.Write7BitEncodedInt(followers.Count);
            var id = 0;
            foreach (var (b, cost) in followers)
            {
                writer.Write7BitEncodedInt(b - id);
                writer.Write(Quantise(cost));
                id = b;
            }
        }
    }

    private byte[] Trigrams(string[] words)
    {
        const int n = WordModel.Letters;
        var counts = new double[n * n * n];
        foreach (var word in words)
        {
            if (!word.All(char.IsLetter)) continue;
            int a = 0, b = 0;
            foreach (var l in word.Select(WordModel.Letter).Append(0))
            {
                counts[(a * n + b) * n + l]++;
                (a, b) = (b, l);
            }
        }
        var costs = new byte[counts.Length];
        for (var pair = 0; pair < n * n; pair++)
        {
            var total = counts.AsSpan(pair * n, n).ToArray().Sum() + 0.5 * n;
            for (var l = 0; l < n; l++) costs[pair * n + l] = Quantise(-Math.Log((counts[pair * n + l] + 0.5) / total));
        }
        return costs;
    }

    private static byte Quantise(double cost) => (byte)Math.Clamp(Math.Round(cost / WordModel.Step), 0, 255);
}
