using PressParse.Text;

namespace PressParse.Reading.Sec;

/// <summary>A document of a submission: what its type says, and where its text stands. Immutable.</summary>
/// <param name="Type">For example <c>EX-99.1</c> or <c>6-K</c>.</param>
/// <param name="Text">Its text in the submission, tags around it left out.</param>
internal readonly record struct SecDocument(string Type, TextSpan Text)
{
    /// <summary>The documents of a submission, in order.</summary>
    public static List<SecDocument> Split(string raw)
    {
        var documents = new List<SecDocument>();
        for (var at = raw.IndexOf("<DOCUMENT>", StringComparison.Ordinal); at >= 0;)
        {
            var next = raw.IndexOf("<DOCUMENT>", at + 10, StringComparison.Ordinal);
            var limit = next < 0 ? raw.Length : next;
            var end = raw.IndexOf("</DOCUMENT>", at, limit - at, StringComparison.Ordinal);
            if (end < 0) end = limit;
            var start = raw.IndexOf("<TEXT>", at, end - at, StringComparison.Ordinal);
            var textStart = start < 0 ? at + 10 : start + 6;
            var textEnd = raw.LastIndexOf("</TEXT>", end, end - textStart, StringComparison.Ordinal);
            documents.Add(new SecDocument(Field(raw, "<TYPE>", at, start < 0 ? end : start), TextSpan.FromBounds(textStart, textEnd < textStart ? end : textEnd)));
            at = next;
        }
        return documents;
    }

    private static string Field(string raw, string tag, int from, int to)
    {
        var at = raw.IndexOf(tag, from, to - from, StringComparison.Ordinal);
        if (at < 0) return "";
        var end = raw.IndexOfAny(['\r', '\n', '<'], at + tag.Length);
        return raw[(at + tag.Length)..(end < 0 ? raw.Length : end)].Trim();
    }
}
