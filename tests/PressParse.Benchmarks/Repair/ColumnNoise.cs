using System.Text;

namespace PressParse.Benchmarks.Repair;

/// <summary>Damage done to whole columns of print. Every method is a pure function of its text and the random numbers.</summary>
internal static class ColumnNoise
{
    /// <summary>What the left half of a letter is read as.</summary>
    private static readonly Dictionary<char, char> LeftHalf = new()
    {
        ['R'] = 'F', ['P'] = 'F', ['B'] = 'E', ['D'] = 'I', ['H'] = 'I', ['K'] = 'I', ['O'] = 'C', ['Q'] = 'C', ['G'] = 'C', ['N'] = 'I', ['M'] = 'I', ['E'] = 'F',
        ['h'] = 'l', ['b'] = 'l', ['d'] = 'c', ['o'] = 'c', ['e'] = 'c', ['n'] = 'r', ['m'] = 'n', ['w'] = 'v', ['u'] = 'i', ['q'] = 'c', ['k'] = 'l', ['g'] = 'c',
    };

    /// <summary>Strips of two or three printed lines, cut into cells and read column by column.</summary>
    public static string Bleed(string paragraph, Random random) => Bleed(paragraph, random, random.Next(2) == 0 ? "\n" : "\n\n");

    /// <summary>The same with the strips and what stands around them on one line, parted by a space or the gap between cells.</summary>
    public static string BleedInline(string paragraph, Random random) => Bleed(paragraph, random, random.Next(2) == 0 ? " " : null);

    private static string Bleed(string paragraph, Random random, string? between)
    {
        var lines = Wrap(paragraph, random.Next(58, 112));
        if (lines.Count < 2) return paragraph;
        var gap = random.Next(2) == 0 ? "\t" : new string(' ', random.Next(3, 9));
        var inner = random.Next(4) == 0 ? gap : " ";
        between ??= gap;
        var parts = new List<string>();
        if (random.Next(2) == 0)
        {
            var size = Math.Min(lines.Count, random.Next(2, 4));
            var from = random.Next(lines.Count - size + 1);
            if (from > 0) parts.Add(string.Join(' ', lines.Take(from)));
            parts.Add(Strip(lines.GetRange(from, size), gap, inner, random));
            if (from + size < lines.Count) parts.Add(string.Join(' ', lines.Skip(from + size)));
        }
        else
            for (var from = 0; from < lines.Count;)
            {
                var size = Math.Min(random.Next(2, 4), lines.Count - from);
                if (lines.Count - from - size == 1 && size == 2) size = 3;
                parts.Add(size == 1 ? lines[from] : Strip(lines.GetRange(from, size), gap, inner, random));
                from += size;
            }
        return string.Join(between, parts);
    }

    /// <summary>Two columns read straight across, the gutter kept as spaces or lost.</summary>
    public static string Across(string left, string right, bool keepGutter, Random random)
    {
        var width = random.Next(34, 56);
        var gutter = keepGutter ? random.Next(3, 10) : 1;
        var a = Wrap(left, width);
        var b = Wrap(right, width);
        var page = new StringBuilder();
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
        {
            var l = i < a.Count ? a[i] : "";
            var r = i < b.Count ? b[i] : "";
            if (i > 0) page.Append('\n');
            if (r.Length == 0) page.Append(l);
            else page.Append(keepGutter ? l.PadRight(width) : l).Append(' ', keepGutter ? gutter : l.Length > 0 ? 1 : 0).Append(r);
        }
        return page.ToString();
    }

    /// <summary>Breaks a text into printed lines at its spaces.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    private static string Strip(List<string> lines, string gap, string inner, Random random)
    {
        var width = lines.Max(l => l.Length);
        var columns = random.Next(2, 7);
        var cuts = new SortedSet<int>();
        for (var tries = 0; cuts.Count < columns - 1 && tries < 40; tries++)
        {
            var cut = random.Next(8, width - 6);
            if (cuts.All(c => Math.Abs(c - cut) >= 8)) cuts.Add(cut);
        }
        var jitter = random.Next(3);
        var cells = lines.Select(l => Cells(l, [.. cuts], jitter, random)).ToList();
        var read = new List<string>();
        for (var c = 0; c <= cuts.Count; c++)
        {
            var column = cells.Select(l => l[c].Trim()).Where(s => s.Length > 0).ToList();
            if (column.Count > 0) read.Add(string.Join(inner, column));
        }
        return string.Join(gap, read);
    }

    private static string[] Cells(string line, int[] cuts, int jitter, Random random)
    {
        var cells = new string[cuts.Length + 1];
        var from = 0;
        var carried = "";
        for (var i = 0; i <= cuts.Length; i++)
        {
            var to = i == cuts.Length ? line.Length : Math.Clamp(cuts[i] + random.Next(-jitter, jitter + 1), from, line.Length);
            var cell = carried + line[from..to];
            carried = "";
            if (to < line.Length && to > from && char.IsLetter(line[to]))
                switch (random.Next(20))
                {
                    case < 4: cell += line[to]; break;
                    case < 7 when LeftHalf.TryGetValue(line[to], out var half): cell += half; break;
                    case < 9 when char.IsLetter(line[to - 1]): carried = line[(to - 1)..to]; break;
                    case 9 when char.IsLetter(line[to - 1]) && cell.Length > 1: cell = cell[..^1]; break;
                }
            cells[i] = cell;
            from = to;
        }
        return cells;
    }
}
