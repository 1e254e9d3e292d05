namespace PressParse.Benchmarks.Repair;

/// <summary>Counts words that differ between two texts: the fewest words to change, add or take out.</summary>
internal static class WordErrors
{
    /// <summary>The number of word errors of <paramref name="text"/> against <paramref name="right"/>.</summary>
    public static int Count(string right, string text)
    {
        var a = right.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var b = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var row = new int[b.Length + 1];
        for (var k = 0; k <= b.Length; k++) row[k] = k;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var k = 1; k <= b.Length; k++)
            {
                var least = Math.Min(Math.Min(row[k], row[k - 1]) + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1));
                corner = row[k];
                row[k] = least;
            }
        }
        return row[^1];
    }
}
