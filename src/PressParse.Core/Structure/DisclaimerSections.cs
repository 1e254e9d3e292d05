using PressParse.Records;
using PressParse.Text;

namespace PressParse.Structure;

/// <summary>
/// Finds the boilerplate of a release: a block whose heading or opening words announce a kind of disclaimer begins a section, which
/// runs on until a heading, another kind's opening, or the tail of the page ends it.
/// </summary>
internal static class DisclaimerSections
{
    public static List<Block> Mark(string text, List<Block> blocks)
    {
        var marked = new List<Block>(blocks.Count);
        DisclaimerKind? open = null;
        var single = false;
        int sectionStart = 0, section = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var cue = block.Kind is BlockKind.Table or BlockKind.Headline ? null : DisclaimerCues.Opening(text, block, i >= blocks.Count / 3);
            if (cue is { } opening)
            {
                // A section's paragraphs say its own words again; and a forward-looking one speaks of qualified persons and U.S. law as well.
                var inside = block.Kind != BlockKind.Heading && open == opening.Kind;
                if (!inside)
                {
                    section++;
                    open = opening.Kind;
                    single = opening.Single;
                    sectionStart = i;
                }
            }
            else if (open is { } kind && i > sectionStart && (single || Ends(text, kind, block, blocks[i - 1], i - sectionStart))) open = null;
            marked.Add(block with { Disclaimer = open, Section = open is null ? 0 : section });
        }
        return marked;
    }

    private static bool Ends(string text, DisclaimerKind kind, Block block, Block before, int length)
    {
        if (DisclaimerCues.IsTail(text, block.Span)) return true;
        if (kind == DisclaimerKind.Contact) return length > 24 || !DisclaimerCues.LooksLikeContact(text, block.Span);
        if (block.Kind is BlockKind.Heading) return !(kind is DisclaimerKind.ForwardLooking or DisclaimerKind.NonGaap && before.Kind == BlockKind.Heading);
        if (block.Kind == BlockKind.Table) return kind is not DisclaimerKind.NonGaap;
        return DisclaimerCues.LooksLikeContact(text, block.Span) && block.Span.Length < 160 && kind != DisclaimerKind.About;
    }
}
