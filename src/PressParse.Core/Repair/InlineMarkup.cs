using PressParse.Repair.Markup;
using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Takes out the HTML tags that a scraper left in the text: "August 30&lt;sup&gt;th&lt;/sup&gt;" is "August 30th". A raised number behind
/// a word or a figure is the mark of a footnote and goes with its tags, a raised 2 or 3 behind a unit of length stays as ² or ³.
/// A table keeps its rows and cells. "&lt;0.5 g/t", tickers as "&lt;CTA&gt;" and addresses in angle brackets are no tags.
/// </summary>
internal sealed class InlineMarkup : ITextRepair
{
    /// <inheritdoc/>
    public string Name => "inlineMarkup";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        var at = text.IndexOf('<', StringComparison.Ordinal);
        if (at < 0) return [];
        List<RepairEdit>? edits = null;
        TableMarkup? table = null;
        var lastTable = text.LastIndexOf("</table", StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var next = at + 1;
            if (TagReader.Read(text, at) is { } tag)
            {
                next = tag.Span.End;
                if (tag is { Name: "table", Closing: false } && at < lastTable) table = new TableMarkup(text);
                if (tag.Name == "sup" && !tag.Closing && Raised(text, tag.Span) is { } raised)
                {
                    table?.Pass(raised.Span, edits ??= []);
                    (edits ??= []).Add(raised);
                    next = raised.Span.End;
                }
                else if (table is not null)
                {
                    table.Read(tag, edits ??= []);
                    next = edits[^1].Span.End;
                    if (tag is { Name: "table", Closing: true }) table = null;
                }
                else (edits ??= []).Add(RepairEdit.Replace(tag.Span, Stand(text, tag), $"left-over tag <{(tag.Closing ? "/" : "")}{tag.Name}>"));
            }
            at = next < text.Length ? text.IndexOf('<', next) : -1;
        }
        return edits ?? (IReadOnlyList<RepairEdit>)[];
    }

    /// <summary>What a tag leaves behind: nothing, or the break it stands for where none is there.</summary>
    private static string Stand(string text, Tag tag)
    {
        if (!tag.Breaks) return "";
        var (start, end) = (tag.Span.Start, tag.Span.End);
        if (start == 0 || end == text.Length || text[start - 1] is '\n' or '>' || text[end] is '\n' or '\r') return "";
        if (char.IsLower(text[end]) || (text[end] == ' ' && end + 1 < text.Length && char.IsLower(text[end + 1])))
            return text[end] == ' ' || text[start - 1] == ' ' ? "" : " ";
        // Behind an unfinished sentence the break was only one of the page.
        if (tag.Name == "br" && text[end] == ' ' && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is ',' or '-')) return "";
        return tag.Name is "td" or "th" ? "\t" : "\n";
    }

    private static RepairEdit? Raised(string text, TextSpan open)
    {
        var close = text.AsSpan(open.End, Math.Min(24, text.Length - open.End)).IndexOf('<');
        if (close <= 0 || TagReader.Read(text, open.End + close) is not { Name: "sup", Closing: true } end) return null;
        var content = text.AsSpan(open.End, close).Trim();
        foreach (var c in content)
            if (!char.IsAsciiDigit(c) && c is not (',' or ' ' or '(' or ')' or '*')) return null;
        var span = TextSpan.FromBounds(open.Start, end.Span.End);
        var before = text.AsSpan(Math.Max(0, open.Start - 4), open.Start - Math.Max(0, open.Start - 4));
        if (content.Length == 1 && content[0] is '2' or '3' && IsLength(before)) return RepairEdit.Replace(span, content[0] == '2' ? "²" : "³", "raised power of a unit");
        if (before.EndsWith("10", StringComparison.Ordinal) && (before.Length < 3 || !char.IsAsciiDigit(before[^3]) && before[^3] is not (',' or '.')) && content.Length <= 2)
            return RepairEdit.Replace(span, "^" + content.ToString(), "raised power of ten");
        return RepairEdit.Replace(span, "", $"raised mark of footnote {content}");
    }

    private static bool IsLength(ReadOnlySpan<char> before)
    {
        foreach (var unit in new[] { "km", "cm", "mm", "m" })
            if (before.EndsWith(unit, StringComparison.Ordinal) && (before.Length == unit.Length || !char.IsLetter(before[^(unit.Length + 1)]))) return true;
        // These are words too: "in" is inches behind a number only.
        foreach (var unit in new[] { "ft", "yd", "in" })
            if (before.EndsWith(unit, StringComparison.Ordinal) && before[..^2].TrimEnd() is [.., >= '0' and <= '9']) return true;
        return false;
    }
}
