namespace PressParse.Repair.Letters;

/// <summary>Web and mail addresses, codes and file names, whose letters mean nothing as words. Stateless.</summary>
internal static class Address
{
    /// <summary>True when the run without white space around an offset is an address or a code.</summary>
    public static bool Holds(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < 200 && !char.IsWhiteSpace(text[from - 1])) from--;
        var to = at;
        while (to < text.Length && to - at < 200 && !char.IsWhiteSpace(text[to])) to++;
        var run = text.AsSpan(from, to - from);
        return run.ContainsAny('@', '_', '\\') || run.Contains("://", StringComparison.Ordinal) || run.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || run.Contains(".com", StringComparison.OrdinalIgnoreCase) || run.Count('/') > 1;
    }
}
