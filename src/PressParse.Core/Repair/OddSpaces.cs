using System.Buffers;
using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Makes spaces of every width one space and takes out characters that show nothing: "6,000\u00A0tpd" is "6,000 tpd", "record\u200B.3" is
/// "record.3". Joiners inside emoji and in scripts that need them stay.
/// </summary>
internal sealed class OddSpaces : ITextRepair
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\u200B\u200C\u200D\u2060\u00AD\uFEFF\u2028\u2029\u200E\u200F"
        + "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <inheritdoc/>
    public string Name => "oddSpace";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        List<RepairEdit>? edits = null;
        for (var at = text.AsSpan().IndexOfAny(Odd); at >= 0;)
        {
            var (value, reason) = text[at] switch
            {
                '\u2028' or '\u000C' or '\u000B' => ("\n", "line separator"),
                '\u2029' => ("\n\n", "paragraph separator"),
                '\u00AD' => ("", "soft hyphen"),
                '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' => ("", "character without width"),
                < ' ' or '\u007F' => ("", "control character"),
                _ => (" ", "space of another width"),
            };
            if (text[at] is not ('\u200C' or '\u200D' or '\u200E' or '\u200F') || Alone(text, at)) (edits ??= []).Add(RepairEdit.Replace(new TextSpan(at, 1), value, reason));
            var next = text.AsSpan(at + 1).IndexOfAny(Odd);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return edits ?? (IReadOnlyList<RepairEdit>)[];
    }

    /// <summary>True where no neighbour is of a script, or an emoji, that joiners and direction marks mean something to.</summary>
    private static bool Alone(string text, int at) => (at == 0 || text[at - 1] < '\u0590' || text[at - 1] is >= '\u2010' and < '\u2100') && (at + 1 == text.Length || text[at + 1] < '\u0590' || text[at + 1] is >= '\u2010' and < '\u2100');
}
