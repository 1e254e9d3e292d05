using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Makes spaces of odd width one space and takes out characters that show nothing: "6,000\u2009tpd" is "6,000 tpd", "record\u200B.3" is
/// "record.3". No-break spaces and hyphens are good typography and stay, as do joiners inside emoji and in scripts that need them.
/// </summary>
internal sealed class OddSpaces : ITextRepair
{
    /// <inheritdoc/>
    public string Name => "oddSpace";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        List<RepairEdit>? edits = null;
        for (var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~'); at >= 0;)
        {
            var (value, reason) = text[at] switch
            {
                '\n' or '\r' or '\t' => (null, null),
                '\u2028' or '\u000C' or '\u000B' => ("\n", "line separator"),
                '\u2029' => ("\n\n", "paragraph separator"),
                '\u00AD' => ("", "soft hyphen"),
                '\u200C' or '\u200D' or '\u200E' or '\u200F' when !Alone(text, at) => (null, null),
                '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' => ("", "character without width"),
                < ' ' or '\u007F' => ("", "control character"),
                '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => (" ", "space of another width"),
                _ => (null as string, null as string),
            };
            if (value is not null) (edits ??= []).Add(RepairEdit.Replace(new TextSpan(at, 1), value, reason!));
            var next = text.AsSpan(at + 1).IndexOfAnyExceptInRange(' ', '~');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return edits ?? (IReadOnlyList<RepairEdit>)[];
    }

    /// <summary>True where no neighbour is of a script, or an emoji, that joiners and direction marks mean something to.</summary>
    private static bool Alone(string text, int at) => (at == 0 || text[at - 1] < '\u0590' || text[at - 1] is >= '\u2010' and < '\u2100') && (at + 1 == text.Length || text[at + 1] < '\u0590' || text[at + 1] is >= '\u2010' and < '\u2100');
}
