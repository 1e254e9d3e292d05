namespace PressParse.Dataset;

/// <summary>
/// A short summary of a text by which the share of words in common with another is estimated (MinHash over runs of five words). Immutable
/// and safe to share between threads.
/// </summary>
internal sealed class TextSignature
{
    /// <summary>Words in a run: long enough that boilerplate numbers do not match by chance, short enough to survive small edits.</summary>
    private const int Run = 5;

    /// <summary>Hash functions; the estimate's standard error is at most 1/16.</summary>
    public const int Size = 64;

    /// <summary>Number of bands.</summary>
    public const int Bands = 16;

    private readonly ulong[] _least;

    private TextSignature(ulong[] least) => _least = least;

    /// <summary>The signature of a text; letter case and everything but letters and digits do not matter.</summary>
    public static TextSignature Of(string text)
    {
        var words = Words(text);
        var least = new ulong[Size];
        Array.Fill(least, ulong.MaxValue);
        for (var start = 0; start + Run <= words.Count; start++)
        {
            ulong run = 17;
            for (var n = 0; n < Run; n++) run = Mix(run ^ words[start + n]);
            for (var h = 0; h < Size; h++)
            {
                run = Mix(run + 0x9E3779B97F4A7C15);
                if (run < least[h]) least[h] = run;
            }
        }
        return new TextSignature(least);
    }

    /// <summary>True for a text too short to have any run.</summary>
    public bool IsEmpty => _least[0] == ulong.MaxValue;

    /// <summary>Estimated share of runs in common, 0 to 1; 0 when either text has no run.</summary>
    public double Similarity(TextSignature other)
    {
        if (IsEmpty || other.IsEmpty) return 0;
        var same = 0;
        for (var h = 0; h < Size; h++) same += _least[h] == other._least[h] ? 1 : 0;
        return (double)same / Size;
    }

    /// <summary>A key that texts with much in common are likely to share, one for each <paramref name="band"/>.</summary>
    public ulong Band(int band)
    {
        ulong key = (ulong)band;
        for (var n = 0; n < Size / Bands; n++) key = Mix(key ^ _least[band * (Size / Bands) + n]);
        return key;
    }

    /// <summary>Hashes of the words, in order (FNV-1a).</summary>
    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>();
        ulong word = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) word = ((word == 0 ? 0xCBF29CE484222325 : word) ^ char.ToLowerInvariant(c)) * 0x100000001B3;
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }
        if (word != 0) words.Add(word);
        return words;
    }

    /// <summary>The finaliser of SplitMix64: every bit of the input moves every bit of the result.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
