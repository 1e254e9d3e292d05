using System.Runtime.InteropServices;

namespace PressParse.Repair.Letters;

/// <summary>The words of one document, how often each stands there and between which neighbours. One thread at a time.</summary>
internal sealed class DocumentWords
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];
    private readonly Dictionary<string, (string? Before, string? After)> _neighbours = new(StringComparer.Ordinal);

    /// <summary>Reads the words of a text.</summary>
    public DocumentWords(string text)
    {
        string? previous = null;
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            if (at == start) break;
            var word = text[start..at];
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _)++;
            if (previous is not null)
            {
                _pairs.Add((previous, word));
                _neighbours[word] = (previous, null);
                if (_neighbours.TryGetValue(previous, out var sides)) _neighbours[previous] = sides with { After = word };
            }
            previous = word;
        }
    }

    /// <summary>How often a word stands in the document, in this case of its letters.</summary>
    public int Count(string word) => _counts.GetValueOrDefault(word);

    /// <summary>True when the document puts <paramref name="variant"/> behind or before a neighbour of <paramref name="word"/>.</summary>
    public bool SameNeighbours(string word, string variant) =>
        _neighbours.TryGetValue(word, out var sides)
        && ((sides.Before is { } before && _pairs.Contains((before, variant))) || (sides.After is { } after && _pairs.Contains((variant, after))));
}
