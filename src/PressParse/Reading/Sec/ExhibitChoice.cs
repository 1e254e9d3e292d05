namespace PressParse.Reading.Sec;

/// <summary>Chooses the documents of a submission that are press releases. Stateless.</summary>
internal static class ExhibitChoice
{
    // A release says what it is in its first lines; its disclaimers stand within its first pages.
    private const int HeadLength = 4000;

    private const int BodyLength = 60_000;

    private const int Enough = 3;

    private static readonly (string Words, int Score, int Within)[] Signs =
    [
        ("news release", 3, HeadLength), ("press release", 3, HeadLength), ("immediate release", 3, HeadLength), ("media release", 3, HeadLength),
        ("business wire", 3, HeadLength), ("businesswire", 3, HeadLength), ("prnewswire", 3, HeadLength), ("pr newswire", 3, HeadLength), ("globe newswire", 3, HeadLength), ("marketwire", 3, HeadLength),
        ("marketwired", 3, HeadLength), ("cnw", 2, HeadLength), ("ccnmatthews", 3, HeadLength), ("accesswire", 3, HeadLength), ("newsfile", 3, HeadLength), ("canada newswire", 3, HeadLength),
        ("today announced", 2, HeadLength), ("is pleased to", 2, HeadLength), ("today reported", 2, HeadLength), ("announces", 1, HeadLength), ("reports", 1, HeadLength),
        ("forward-looking", 1, BodyLength), ("for further information", 1, BodyLength), ("for more information", 1, BodyLength), ("contact", 1, BodyLength), ("investor relations", 1, BodyLength),
        ("management's discussion and analysis", -3, 1500), ("management&#8217;s discussion and analysis", -3, 1500), ("consolidated financial statements", -3, 1500), ("balance sheet", -2, 1500),
        ("transcript", -2, 1500), ("presentation", -1, 1500), ("consent of", -4, 1500), ("certification", -4, 1500), ("technical report", -1, 800), ("annual information form", -3, 1500),
    ];

    /// <summary>The press releases among <paramref name="documents"/>, in their order; the likeliest one when none is sure.</summary>
    public static List<SecDocument> Choose(string raw, List<SecDocument> documents)
    {
        var readable = documents.FindAll(document => IsText(raw, document));
        var exhibits = readable.FindAll(document => document.Type.StartsWith("EX-99", StringComparison.OrdinalIgnoreCase));
        var candidates = exhibits.Count > 0 ? exhibits : readable.FindAll(document => !document.Type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase));
        if (candidates.Count == 0) candidates = readable;
        if (candidates.Count <= 1) return candidates;
        var scored = candidates.ConvertAll(document => (Document: document, Score: Score(raw, document)));
        var sure = scored.FindAll(entry => entry.Score >= Enough);
        return sure.Count > 0 ? sure.ConvertAll(entry => entry.Document) : [scored.MaxBy(entry => entry.Score).Document];
    }

    private static int Score(string raw, SecDocument document)
    {
        var score = 0;
        foreach (var (words, value, within) in Signs)
        {
            if (raw.AsSpan(document.Text.Start, Math.Min(within, document.Text.Length)).Contains(words, StringComparison.OrdinalIgnoreCase)) score += value;
        }
        return score;
    }

    /// <summary>Pictures, archives and PDFs stand encoded in a submission, data as XML: neither is text to read.</summary>
    private static bool IsText(string raw, SecDocument document)
    {
        if (document.Type is "GRAPHIC" or "ZIP" or "EXCEL" or "PDF" or "XML" or "JSON" || document.Type.StartsWith("EX-101", StringComparison.OrdinalIgnoreCase)) return false;
        var head = raw.AsSpan(document.Text.Start, Math.Min(document.Text.Length, 400)).TrimStart();
        return !head.IsEmpty && !head.StartsWith("begin 644") && !head.StartsWith("<PDF>") && !head.StartsWith("<XBRL>\n<?xml") && !head.StartsWith("<XML>");
    }
}
