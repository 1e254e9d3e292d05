using PressParse.Records;
using PressParse.Text;

namespace PressParse.Structure;

/// <summary>The words that open each kind of boilerplate, as headings and as first sentences. Matched on lower-case text with hyphens and dashes read as spaces.</summary>
internal static class DisclaimerCues
{
    /// <summary>How much of a paragraph is its opening; the longest run before the telling words among the releases read was about 200 characters.</summary>
    private const int OpeningLength = 240;

    /// <summary>What a block opens; <c>Single</c> when the section is that block alone.</summary>
    internal readonly record struct Cue(DisclaimerKind Kind, bool Single);

    private static readonly (DisclaimerKind Kind, string[] Words)[] Headings =
    [
        (DisclaimerKind.UsInvestors, ["cautionary note to u.s", "cautionary note to united states", "note to u.s", "note to united states", "note to us investors", "cautionary note to us ", "u.s. investors", "information for u.s", "regulatory disclaimer", "cautionary note regarding mineral re", "notice to u.s", "cautionary note for u.s", "cautionary language regarding reserves", "cautionary note concerning estimates"]),
        (DisclaimerKind.NonGaap, ["non gaap", "non ifrs", "nongaap", "alternative performance measure", "use of non", "non aifrs", "supplementary financial measures", "cautionary note regarding non", "performance measures"]),
        (DisclaimerKind.ForwardLooking, ["forward looking", "forward  looking", "cautionary statement", "cautionary note", "cautionary language", "safe harbor", "safe harbour", "cautionary", "disclaimer regarding", "caution regarding", "note regarding forward", "caution concerning forward", "advisory", "important notice regarding forward"]),
        (DisclaimerKind.QualifiedPerson, ["qualified person", "competent person", "technical information", "scientific and technical", "ni 43 101", "national instrument 43 101", "jorc", "technical disclosure", "quality assurance", "qa/qc", "technical review", "qp statement", "qualified and competent", "reserves and resources statement", "data verification", "compliance statement"]),
        (DisclaimerKind.About, ["about ", "corporate profile", "company profile", "corporate overview", "company overview", "corporate summary", "profile of "]),
        (DisclaimerKind.Contact, ["contact", "for further information", "for more information", "for additional information", "for information", "investor relations", "media relations", "investor contact", "media contact", "investor and media", "enquiries", "further information", "on behalf of the board", "further enquiries", "media enquiries", "investor enquiries", "inquiries", "investor & media"]),
        (DisclaimerKind.Exchange, ["neither the tsx", "neither tsx"]),
    ];

    public static Cue? Opening(string text, Block block, bool late)
    {
        var span = block.Span;
        Span<char> buffer = stackalloc char[Math.Min(span.Length, OpeningLength)];
        var opening = Fold(text, span, buffer);
        if (block.Kind == BlockKind.Heading || span.Length < 80) return Heading(opening) is { } kind && !IsFalseHeading(opening, kind, block.Kind) ? new Cue(kind, false) : Sentence(text, span, opening, late);
        // Bold lead-ins ("**Qualified Person** The contents …") and run-in headings ("Forward-Looking Statements: This release …").
        return RunIn(text, span, opening) ?? Sentence(text, span, opening, late);
    }

    private static DisclaimerKind? Heading(ReadOnlySpan<char> opening)
    {
        var head = opening.TrimStart("#* _[(").ToString();
        foreach (var (kind, words) in Headings)
            foreach (var word in words)
                if (kind is DisclaimerKind.About or DisclaimerKind.Contact ? head.StartsWith(word, StringComparison.Ordinal) : head.Contains(word, StringComparison.Ordinal)) return kind;
        return null;
    }

    private static bool IsFalseHeading(ReadOnlySpan<char> opening, DisclaimerKind kind, BlockKind block) => kind switch
    {
        DisclaimerKind.About => opening.Length < 8 || opening.TrimEnd().EndsWith(".") || opening.TrimEnd().EndsWith("%") || char.IsDigit(opening.TrimStart("#* _")["about ".Length..].TrimStart() is { Length: > 0 } rest ? rest[0] : 'x'),
        DisclaimerKind.QualifiedPerson => opening.Contains("resource", StringComparison.Ordinal) && block != BlockKind.Heading,
        DisclaimerKind.ForwardLooking => opening.Contains("guidance", StringComparison.Ordinal),
        _ => false,
    };

    private static Cue? RunIn(string text, TextSpan span, ReadOnlySpan<char> opening)
    {
        var lead = opening.TrimStart("#* _\"“");
        if (lead.StartsWith("about ", StringComparison.Ordinal))
        {
            // "About X" set on the same line as its paragraph: a short run of capitals, then a sentence.
            var bold = opening.StartsWith("**") || (text.IndexOf('\n', span.Start, Math.Min(90, span.Length)) >= 0);
            if (bold) return new Cue(DisclaimerKind.About, false);
        }
        if (opening.StartsWith("**") && opening[2..].IndexOf("**", StringComparison.Ordinal) is var end and > 0 and < 120 && Heading(opening[2..(2 + end)]) is { } kind) return new Cue(kind, false);
        var stop = lead.IndexOfAny(":\n");
        if (stop is > 0 and < 110 && Heading(lead[..stop]) is { } runIn && !(runIn is DisclaimerKind.About)) return new Cue(runIn, runIn == DisclaimerKind.QualifiedPerson);
        return null;
    }

    private static Cue? Sentence(string text, TextSpan span, ReadOnlySpan<char> opening, bool late)
    {
        var numbered = opening.Length > 2 && char.IsDigit(opening[0]) && opening[1] is ')' or '.';
        if (opening.IndexOf("forward looking", StringComparison.Ordinal) >= 0 && HasAny(opening, "contain", "include", "constitute", "may be deemed", "within the meaning", "certain ", "are forward", "considered", "information set forth", "except for", "cautioned", "this release", "represent", "some of the statements", "are based", "all statements", "undertakes", "statements that are"))
            return new Cue(DisclaimerKind.ForwardLooking, numbered);
        if (HasAny(opening, "accepts responsibility for the adequacy", "accept responsibility for the adequacy", "has neither approved nor disapproved", "has not reviewed and does not accept", "neither the tsx venture", "neither tsx venture", "has not approved or disapproved", "no stock exchange, securities", "no stock exchange has", "neither the canadian securities exchange", "nor its regulation services provider", "no regulatory authority has", "takes no responsibility for the contents of this", "neither the cse"))
            return new Cue(DisclaimerKind.Exchange, true);
        if (span.Length < 2500 && HasAny(opening, "qualified person", "competent person", "p.geo", "p. geo", "p.eng", "ausimm", "technical information", "scientific and technical", "information in this report that relates", "information in this announcement that relates", "information that relates to")
            && ContainsAny(text, span, "qualified person", "Qualified Person", "competent person", "Competent Person", "QP", "43-101", "JORC", "SAMREC", "Qualified person", "qualified persons"))
            return new Cue(DisclaimerKind.QualifiedPerson, true);
        if (HasAny(opening, "non gaap", "non ifrs", "alternative performance measure") && HasAny(opening, "measure", "standardized meaning", "standardised meaning") && HasAny(opening, "refers to", "includes certain", "uses ", "standardized", "the company has included", "is a non", "are non", "included certain", "certain non", "discloses", "this news release", "this press release"))
            return new Cue(DisclaimerKind.NonGaap, true);
        if (HasAny(opening, "have not been and will not be registered under", "have not been registered under", "does not constitute an offer", "shall not constitute an offer", "not an offer to sell", "u.s. investors are cautioned", "united states investors are", "the sec permits", "investors are advised that"))
            return new Cue(DisclaimerKind.UsInvestors, true);
        if (late && opening.Length < OpeningLength && (opening.StartsWith("for further information") || opening.StartsWith("for more information") || opening.StartsWith("for additional information") || opening.StartsWith("contact:") || opening.StartsWith("contacts:") || opening.StartsWith("further information") || opening.StartsWith("contact details")))
            return new Cue(DisclaimerKind.Contact, false);
        return null;
    }

    /// <summary>True for what follows a release on its page: source links, pick-ups, copyright, end marks.</summary>
    public static bool IsTail(string text, TextSpan span)
    {
        Span<char> buffer = stackalloc char[Math.Min(span.Length, 60)];
        var opening = Fold(text, span, buffer).TrimStart("[*_ #");
        return opening.StartsWith("view source") || opening.StartsWith("view original") || opening.StartsWith("source:") || opening.StartsWith("source ") || opening.StartsWith("original/source")
            || opening.StartsWith("pickup") || opening.StartsWith("to view") || opening.StartsWith("copyright") || opening.StartsWith("©") || opening.StartsWith("view the original")
            || opening.StartsWith("newsramp") || opening.StartsWith("reddit") || opening.StartsWith("!") || opening.StartsWith("note to investors") || opening.StartsWith("%seditor") || opening.StartsWith("to receive sms") || opening.StartsWith("please see full terms")
            || (opening.StartsWith("for more information, please visit") && span.Length < 120) || opening.StartsWith("click here") || opening.StartsWith("trending articles") || opening.StartsWith("disclosure:");
    }

    /// <summary>True for a short line with a telephone number, an address of any kind, a name or a title.</summary>
    public static bool LooksLikeContact(string text, TextSpan span)
    {
        if (span.Length > 400) return false;
        var line = text.AsSpan(span.Start, span.Length);
        if (line.IndexOf('@') >= 0 || line.IndexOf("www.", StringComparison.OrdinalIgnoreCase) >= 0 || line.IndexOf("http", StringComparison.OrdinalIgnoreCase) >= 0) return true;
        var digits = 0;
        foreach (var c in line) if (char.IsAsciiDigit(c)) digits++;
        if (digits >= 7 && span.Length < 200) return true;
        return span.Length < 90 && !(line[^1] is '.' && line.IndexOf(' ') > 0 && line.Length > 50);
    }

    private static ReadOnlySpan<char> Fold(string text, TextSpan span, Span<char> buffer)
    {
        var length = 0;
        for (var i = span.Start; i < span.End && length < buffer.Length; i++)
        {
            var c = text[i];
            if (c is '-' or '–' or '—' or '‑' or '\u00a0' or '\n' or '\t') c = ' ';
            if (c == ' ' && length > 0 && buffer[length - 1] == ' ') continue;
            buffer[length++] = char.ToLowerInvariant(c);
        }
        return buffer[..length];
    }

    private static bool HasAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (text.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private static bool ContainsAny(string text, TextSpan span, params ReadOnlySpan<string> words) => HasAny(text.AsSpan(span.Start, span.Length), words);
}
