namespace PressParse.Repair.Letters;

/// <summary>The forms a word may have had before OCR confused its letters. Stateless.</summary>
internal static class Confusions
{
    /// <summary>Forms given for one word at most; a word with more doubtful places is garbage.</summary>
    private const int Most = 96;

    /// <summary>What was read, and what may have stood there.</summary>
    private static readonly (string Read, string[] Meant)[] Table =
    [
        ("I", ["l", "1"]), ("l", ["I", "1", "i"]), ("1", ["l", "I", "i"]), ("O", ["0"]), ("0", ["o", "O"]), ("rn", ["m"]), ("m", ["rn"]),
        ("q", ["g"]), ("g", ["q"]), ("cl", ["d"]), ("d", ["cl"]), ("vv", ["w"]), ("Cl", ["D"]), ("ii", ["u"]),
    ];

    /// <summary>Those that may have befallen a word that is spelt as words are.</summary>
    private static readonly (string Read, string[] Meant)[] Plain =
        [("rn", ["m"]), ("m", ["rn"]), ("cl", ["d"]), ("d", ["cl"]), ("vv", ["w"]), ("Cl", ["D"]), ("gu", ["qu"]), ("ii", ["u"])];

    /// <summary>All forms up to three confusions away, the nearer first; a confusion of one kind may hold for the whole word at once.</summary>
    /// <param name="word">The word as read.</param>
    /// <param name="odd">Whether the word is spelt as none is: then every confusion is tried, up to three together; otherwise one.</param>
    public static IReadOnlyList<string> Of(string word, bool odd)
    {
        var table = odd ? Table : Plain;
        var forms = new List<string>();
        foreach (var (read, meant) in table)
            foreach (var right in meant)
                if (word.IndexOf(read, StringComparison.Ordinal) is var at && at >= 0 && word.IndexOf(read, at + 1, StringComparison.Ordinal) > 0)
                    forms.Add(word.Replace(read, right, StringComparison.Ordinal));
        IReadOnlyList<string> last = [word];
        for (var depth = 0; depth < (odd ? 3 : 1) && forms.Count < Most; depth++)
        {
            var next = new List<string>();
            foreach (var form in last)
                foreach (var (read, meant) in table)
                    for (var at = form.IndexOf(read, StringComparison.Ordinal); at >= 0; at = form.IndexOf(read, at + 1, StringComparison.Ordinal))
                        foreach (var right in meant)
                            if (next.Count + forms.Count < Most && string.Concat(form.AsSpan(0, at), right, form.AsSpan(at + read.Length)) is var made && made != word && !forms.Contains(made)) next.Add(made);
            forms.AddRange(next);
            last = next;
        }
        return forms;
    }
}
