using PressParse.Records;
using PressParse.Text;

namespace PressParse.Structure;

/// <summary>
/// Finds the boilerplate of a release: a block whose heading or opening words announce a kind of disclaimer begins a section, which
/// runs on until a heading, another kind's opening, or the tail of the page ends it.
/// </summary>
internal static class DisclaimerSections
{
    public static List<Block> Mark(string text, List<Block> blocks, CancellationToken cancellation)
    {
        var marked = new List<Block>(blocks.Count);
        DisclaimerKind? open = null;
        var single = false;
        int sectionStart = 0, section = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = blocks[i];
            var contactEnd = DisclaimerContacts.End(text, blocks, i);
            if (contactEnd >= i)
            {
                open = null;
                section++;
                if (marked.Count > 0 && DisclaimerContacts.StartsWithSource(text, blocks[i - 1].Span) && marked[^1].Disclaimer is null) marked[^1] = marked[^1] with { Disclaimer = DisclaimerKind.Contact, Section = section };
                for (; i <= contactEnd; i++) marked.Add(blocks[i] with { Disclaimer = DisclaimerKind.Contact, Section = section });
                i = contactEnd;
                continue;
            }
            var cue = block.Kind is BlockKind.Table or BlockKind.Headline || DisclaimerCues.IsTail(text, block.Span) ? null : DisclaimerCues.Opening(text, blocks, i, i >= blocks.Count / 3);
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
            else if (open is not (null or DisclaimerKind.About) && DisclaimerProfiles.Describes(text, block))
            {
                section++;
                open = DisclaimerKind.About;
                single = false;
                sectionStart = i;
            }
            else if (open is { } kind && i > sectionStart && (single || Ends(text, kind, block, blocks[i - 1]) || kind is DisclaimerKind.NonGaap or DisclaimerKind.ForwardLooking && blocks[sectionStart].Kind != BlockKind.Heading && DisclaimerWords.StatesTonnage(text, block.Span))) open = null;
            marked.Add(block with { Disclaimer = open, Section = open is null ? 0 : section });
        }
        DisclaimerProfiles.Mark(text, marked, section);
        return marked;
    }

    private static bool Ends(string text, DisclaimerKind kind, Block block, Block before)
    {
        if (DisclaimerCues.IsTail(text, block.Span)) return true;
        if (block.Kind is BlockKind.Heading) return !(kind is DisclaimerKind.ForwardLooking or DisclaimerKind.NonGaap && before.Kind == BlockKind.Heading);
        if (block.Kind == BlockKind.Table) return kind is not DisclaimerKind.NonGaap;
        if (kind == DisclaimerKind.About) return DisclaimerCues.LeavesProfile(text, block.Span);
        return block.Kind == BlockKind.Paragraph && block.Span.Length < 160 && (DisclaimerContacts.Reaches(text, block.Span) || (block.Span.Length < 60 && text[block.Span.End - 1] is not ('.' or ';' or ',')));
    }
}
