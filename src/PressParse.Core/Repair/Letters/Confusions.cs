namespace PressParse.Repair.Letters;

/// <summary>The forms a word may have had before OCR confused its letters. Stateless.</summary>
internal static class Confusions
{
    /// <summary>Forms given for one word at most; a word with more doubtful places is garbage.</summary>
    private const int Most = 40;

    /// <summary>Confusions that leave a word spelt as words are: one of them is looked for.</summary>
    private static readonly (string Read, string Meant)[] Plain =
        [("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("Cl", "D"), ("gu", "qu"), ("ii", "u")];

    /// <summary>The forms of a word spelt as words are: one confusion, or one kind of it at every place.</summary>
    public static IReadOnlyList<string> OfPlain(string word)
    {
        var forms = new List<string>(4);
        foreach (var (read, meant) in Plain)
        {
            var places = 0;
            for (var at = word.IndexOf(read, StringComparison.Ordinal); at >= 0 && forms.Count < Most; at = word.IndexOf(read, at + 1, StringComparison.Ordinal), places++)
                forms.Add(string.Concat(word.AsSpan(0, at), meant, word.AsSpan(at + read.Length)));
            if (places > 1) forms.Add(word.Replace(read, meant, StringComparison.Ordinal));
        }
        return forms;
    }

    /// <summary>The forms of a word that no language spells like this: its odd letters and digits, each as what it may have been.</summary>
    public static IReadOnlyList<string> OfOdd(string word)
    {
        IReadOnlyList<string> forms = [""];
        for (var i = 0; i < word.Length; i++)
        {
            var meant = Meant(word, i);
            var next = new List<string>(forms.Count * meant.Length);
            foreach (var form in forms)
                foreach (var letter in meant)
                    if (next.Count < Most) next.Add(form + letter);
            forms = next;
        }
        return [.. forms.Where(f => f != word)];
    }

    /// <summary>What may have stood at a place, the likeliest first; a letter that is no odd one stands for itself.</summary>
    private static string[] Meant(string word, int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        return word[at] switch
        {
            'I' when at > 0 && char.IsLower(word[at - 1]) => ["l", "I"],
            'I' when at == 0 && char.IsLower(next) => ["l", "I"],
            'l' when at == 0 || char.IsUpper(word[at - 1]) => ["I", "l"],
            '1' => char.IsUpper(next) || (next == '\0' && at > 0 && char.IsUpper(word[at - 1])) ? ["I", "l", "i"] : ["l", "i", "I"],
            '0' => at == 0 || char.IsLower(next) ? ["o", "O"] : char.IsUpper(word[at - 1]) ? ["O", "o"] : ["o"],
            'q' when next != 'u' => ["g", "q"],
            var c => [c.ToString()],
        };
    }
}
