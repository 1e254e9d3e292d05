using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Reads the control characters U+0080 to U+009F as what they were in Windows-1252: "It\u0092s" is "It’s". No text means the controls.
/// </summary>
internal sealed class ControlCharacters : ITextRepair
{
    /// <inheritdoc/>
    public string Name => "controlCharacters";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        List<RepairEdit>? edits = null;
        for (var at = text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F'); at >= 0;)
        {
            var meant = Windows1252.ToChar((byte)text[at]);
            if (meant != '\uFFFD') (edits ??= []).Add(RepairEdit.Replace(new TextSpan(at, 1), meant.ToString(), "control character of Latin-1 that is a sign in Windows-1252"));
            var next = text.AsSpan(at + 1).IndexOfAnyInRange('\u0080', '\u009F');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return edits ?? (IReadOnlyList<RepairEdit>)[];
    }
}
