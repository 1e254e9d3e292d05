using PressParse.Text;

namespace PressParse.Repair;

/// <summary>Writes the ligatures of typeset pages as letters: "ﬁnancial" is "financial".</summary>
internal sealed class Ligatures : ITextRepair
{
    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <inheritdoc/>
    public string Name => "ligature";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        List<RepairEdit>? edits = null;
        for (var at = text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06'); at >= 0;)
        {
            (edits ??= []).Add(RepairEdit.Replace(new TextSpan(at, 1), Letters[text[at] - '\uFB00'], "ligature"));
            var next = text.AsSpan(at + 1).IndexOfAnyInRange('\uFB00', '\uFB06');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return edits ?? (IReadOnlyList<RepairEdit>)[];
    }
}
