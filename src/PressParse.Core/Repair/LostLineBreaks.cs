using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Gives list items their line back where a program wrote a line break as the letter n or as "\n": "June 30, 2020.n• Production",
/// "2020.\n• Sales". Only where the mark comes back through the document.
/// </summary>
internal sealed class LostLineBreaks : ITextRepair
{
    /// <summary>Times the mark must stand in a text.</summary>
    private const int Fewest = 2;

    /// <inheritdoc/>
    public string Name => "lostLineBreak";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        var bullet = text.IndexOf('•', StringComparison.Ordinal);
        if (bullet < 0) return [];
        var edits = new List<RepairEdit>();
        for (; bullet >= 0; bullet = text.IndexOf('•', bullet + 1))
        {
            if (bullet < 2 || text[bullet - 1] != 'n') continue;
            var start = bullet - 1;
            if (text[start - 1] == '\\') start--;
            if (start == 0) continue;
            var before = text[start - 1];
            if (char.IsLetter(before) && start == bullet - 1) continue;
            if (start == bullet - 1 && !(before is '.' or ':' or ';' or ')' or '”' or '"' or '!' or '?' or '%' || char.IsAsciiDigit(before))) continue;
            edits.Add(RepairEdit.Replace(TextSpan.FromBounds(start, bullet), "\n", "a line break written as a letter, before a bullet"));
        }
        return edits.Count >= Fewest ? edits : [];
    }
}
