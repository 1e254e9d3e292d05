using PressParse.Text;
using System.Buffers;
using PressParse.Records;

namespace PressParse.Structure;

/// <summary>The words by which boilerplate makes itself known, in lower case with hyphens read as spaces. Collected from the releases read.</summary>
internal static class DisclaimerWords
{
    /// <summary>Marks before the first word of a heading.</summary>
    public const string Decoration = "#* _[(\"“";

    /// <summary>Words inside a heading and the kind they announce; the first that fits decides.</summary>
    private static readonly (DisclaimerKind Kind, SearchValues<string> Words)[] Headings =
    [
        (DisclaimerKind.UsInvestors, SearchValues.Create(["cautionary note to u.s", "cautionary note to united states", "note to u.s", "note to united states", "note to us investors", "cautionary note to us ", "u.s. investors", "u.s. persons", "information for u.s", "regulatory disclaimer", "cautionary note regarding mineral re", "notice to u.s", "cautionary note for u.s", "cautionary language regarding reserves", "cautionary note concerning estimates", "cautionary note regarding reserve"], StringComparison.Ordinal)),
        (DisclaimerKind.NonGaap, SearchValues.Create(["non gaap", "non ifrs", "nongaap", "alternative performance measure", "use of non", "non aifrs", "supplementary financial measures", "cautionary note regarding non"], StringComparison.Ordinal)),
        (DisclaimerKind.ForwardLooking, SearchValues.Create(["forward looking", "cautionary statement", "cautionary note", "cautionary language", "safe harbor", "safe harbour", "caution regarding", "caution concerning"], StringComparison.Ordinal)),
        (DisclaimerKind.QualifiedPerson, SearchValues.Create(["qualified person", "competent person", "technical information", "scientific and technical", "ni 43 101", "national instrument 43 101", "jorc", "technical disclosure", "quality assurance", "qa/qc", "technical review", "qp statement", "qualified and competent", "reserves and resources statement", "data verification", "compliance statement"], StringComparison.Ordinal)),
        (DisclaimerKind.Exchange, SearchValues.Create(["neither the tsx", "neither tsx", "market abuse regulation"], StringComparison.Ordinal)),
    ];

    /// <summary>Headings of a company's description other than "About X".</summary>
    public static readonly string[] ProfileHeadings = ["corporate profile", "company profile", "corporate overview", "company overview", "corporate summary", "profile of ", "notes to editors", "note to editors", "the company:"];

    /// <summary>Headings that announce forward-looking words only if such words follow.</summary>
    public static readonly string[] VagueHeadings = ["disclaimer", "important notice", "important information", "advisory", "advisories", "cautionary", "caution", "note on", "notice", "legal notice", "reader advis", "risk factors"];

    /// <summary>Marks of a text about the future, as printed, case ignored.</summary>
    public static readonly SearchValues<string> FutureMarks = SearchValues.Create(["forward-looking", "forward looking", "actual results", "differ materially", "uncertaint", "may change", "assumptions"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a first sentence does with the words "forward-looking".</summary>
    public static readonly SearchValues<string> ForwardVerbs = SearchValues.Create(["contain", "include", "constitute", "may be deemed", "within the meaning", "certain ", "are forward", "considered", "information set forth", "except for", "cautioned", "this release", "represent", "some of the statements", "are based", "all statements", "undertakes", "statements that are", "makes statements", "has forward", "have not been reviewed", "involve", "is subject", "are subject", "any forward"], StringComparison.Ordinal);

    /// <summary>First sentences of cautions that do not say "forward-looking".</summary>
    public static readonly SearchValues<string> FutureSentences = SearchValues.Create(["could cause actual results", "may cause actual results", "actual results could", "actual results may", "results to differ materially", "results may differ materially", "look to the future", "statements about the future", "statements about future", "statements in this release about", "involve risks and uncertainties", "involves risks and uncertainties", "expectations, estimates and projections"], StringComparison.Ordinal);

    public static readonly SearchValues<string> ExchangeSentences = SearchValues.Create(["accepts responsibility for the adequacy", "accept responsibility for the adequacy", "has neither approved nor disapproved", "has not reviewed and does not accept", "neither the tsx venture", "neither tsx venture", "has not approved or disapproved", "no stock exchange, securities", "no stock exchange has", "neither the canadian securities exchange", "nor its regulation services provider", "no regulatory authority has", "takes no responsibility for the contents of this", "neither the cse", "do not accept responsibility for", "does not accept responsibility for the", "have not reviewed and do not accept", "market abuse regulation", "deemed by the company to constitute inside information", "contained inside information", "contains inside information"], StringComparison.Ordinal);

    public static readonly SearchValues<string> PersonOpenings = SearchValues.Create(["qualified person", "competent person", "p.geo", "p. geo", "p.eng", "ausimm", "technical information", "scientific and technical", "information in this report that relates", "information in this announcement that relates", "information that relates to"], StringComparison.Ordinal);

    public static readonly SearchValues<string> PersonMarks = SearchValues.Create(["qualified person", "Qualified Person", "competent person", "Competent Person", "QP", "43-101", "JORC", "SAMREC", "Qualified person", "qualified persons"], StringComparison.Ordinal);

    public static readonly SearchValues<string> MeasureVerbs = SearchValues.Create(["refers to", "includes certain", "uses ", "standardized", "the company has included", "is a non", "are non", "included certain", "certain non", "discloses", "this news release", "this press release"], StringComparison.Ordinal);

    public static readonly SearchValues<string> UsSentences = SearchValues.Create(["have not been and will not be registered under", "have not been, and will not be, registered", "have not been registered under", "does not constitute an offer", "shall not constitute an offer", "not an offer to sell", "u.s. investors are cautioned", "united states investors are", "the sec permits", "investors are advised that"], StringComparison.Ordinal);

    /// <summary>First words of what a page prints after a release.</summary>
    public static readonly string[] Tails = ["view source", "view original", "source:", "source ", "original/source", "pickup", "to view", "copyright", "©", "view the original", "newsramp", "reddit", "!", "note to investors", "%seditor", "%sedar", "to receive sms", "please see full terms", "click here", "trending articles", "disclosure:", "this information is provided by rns", "related links", "this information was submitted", "this information is information", "this information is subject"];

    /// <summary>First words of a tail where the line is short.</summary>
    public static readonly string[] ShortTails = ["for more information, please visit", "for more information, visit", "for further information, please visit", "visit ", "rns", "reach", "* * *", "###", "sponsor"];

    /// <summary>First words of a contact block.</summary>
    public static readonly string[] Contacts = ["contact", "for further information", "for more information", "for additional information", "for further details", "for more detail", "for information", "for enquiries", "for inquiries", "for all media", "for media", "for investor", "for further queries", "for further enquiries", "investor relations", "media relations", "investor contact", "media contact", "investor and media", "investor & media", "investors & media", "investors and media", "investor enquir", "investor inquir", "investor queries", "media enquir", "media inquir", "enquiries", "inquiries", "queries", "further information", "further enquiries", "further details", "information contacts", "information:", "investors:", "media:", "investors –", "on behalf of", "company contact", "corporate contact", "press contact", "please contact", "phone:", "tel:", "telephone:"];

    /// <summary>Words of a line that gives a telephone number for a conference call, not for a person.</summary>
    public static readonly SearchValues<string> CallWords = SearchValues.Create(["passcode", "conference", "webcast", "replay", "dial", "toll-free", "participants", "access code", " call ", "a call"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a company does in the sentence that describes it.</summary>
    public static readonly string[] ProfileVerbs = ["is", "are", "mines", "operates", "owns", "produces", "supplies", "explores", "engages", "holds", "has", "develops", "makes", "runs"];

    /// <summary>What a company is.</summary>
    public static readonly SearchValues<string> Businesses = SearchValues.Create(["compan", "producer", "miner ", "miner,", "explorer", "developer", "group", "firm", "corporation", "operator", "supplier", "business", "issuer", "engaged", "listed"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Words of news; a company's description has none of them at its beginning.</summary>
    public static readonly SearchValues<string> NewsWords = SearchValues.Create(["today", "announce", "report", "quarter", "expect", "pleased", "said", "confident", "currently", "on track", "now "], StringComparison.OrdinalIgnoreCase);

    public static readonly SearchValues<string> MeasureNames = SearchValues.Create(["non gaap", "non ifrs", "alternative performance measure"], StringComparison.Ordinal);

    public static readonly SearchValues<string> MeasureNouns = SearchValues.Create(["measure", "standardized meaning", "standardised meaning"], StringComparison.Ordinal);

    public static readonly SearchValues<string> MeasureSentences = SearchValues.Create(["is not an ifrs", "is not a gaap", "are not ifrs", "are not gaap", "not a measure under ifrs", "no standardized meaning"], StringComparison.Ordinal);

    /// <summary>What a company's description does not say of the company.</summary>
    public static readonly SearchValues<string> OtherWarnings = SearchValues.Create(["production decision", "readers are cautioned", "investors are cautioned", "actual results", "on behalf of the", "neither the"], StringComparison.Ordinal);

    /// <summary>The kind whose words a heading holds, or null.</summary>
    public static DisclaimerKind? HeadingKind(ReadOnlySpan<char> head)
    {
        foreach (var (kind, words) in Headings)
            if (head.ContainsAny(words)) return kind;
        return null;
    }

    /// <summary>Units that only what was produced or sold is counted in.</summary>
    private static readonly string[] Tonnages = [" tons", " tonnes", " ounces", " pounds", " million tons", " million tonnes", " million ounces", " million pounds"];

    /// <summary>"4.1 million tons": a definition of a measure has no tonnage of its own.</summary>
    public static bool StatesTonnage(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || i + 1 >= span.End || text[i + 1] != ' ') continue;
            foreach (var unit in Tonnages)
                if (i + 1 + unit.Length <= span.End && text.AsSpan(i + 1, unit.Length).SequenceEqual(unit)) return true;
        }
        return false;
    }
}
