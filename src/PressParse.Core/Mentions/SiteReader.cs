using PressParse.Structure;
using PressParse.Text;
using PressParse.Vocabulary;

namespace PressParse.Mentions;

/// <summary>A site's name where it stands in a block.</summary>
internal readonly record struct SiteMention(string Name, int First, int End);

/// <summary>
/// Learns the names of a release's sites from where they stand with their noun ("the Lac des Iles Mine (“LDI”)", "at Pueblo Viejo"),
/// then finds every mention of them. One instance serves one document.
/// </summary>
internal sealed class SiteReader
{
    private static readonly HashSet<string> NoName = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "middle", "initial", "this", "our", "its", "each", "all", "both", "company", "mine", "mines", "gold", "silver", "copper", "group", "new", "open", "underground", "first", "second", "third", "fourth", "total", "q1", "q2", "q3", "q4", "h1", "h2", "existing", "current", "operating", "producing", "main", "central", "historic", "mining", "project", "plant", "mill", "in", "at", "from", "and", "of", "a", "an", "for", "on", "with", "consolidated", "three", "two", "four", "five", "six", "other", "development", "exploration", "processing", "heap", "leach", "production", "attributable", "results", "operational", "operations", "operation", "annual", "quarterly", "full", "year", "pre", "feasibility", "study", "technical", "report", "national", "instrument", "ni", "table", "figure", "note", "ore", "pit", "phase", "stage", "board", "management", "mr", "ms", "dr", "ceo", "cfo", "president", "ounces", "tonnes", "usd", "us", "canadian", "australian", "american", "south", "africa", "australia", "canada", "mexico", "brazil", "chile", "peru", "ontario", "quebec", "nevada", "ghana", "mali", "toronto", "vancouver", "london", "perth", "about", "contact", "highlights", "overview", "outlook", "guidance", "share", "shares", "tsx", "nyse", "asx", "aim", "jse", "record", "strong", "however", "during", "while", "although", "as", "when", "after", "before", "since", "by", "to", "is", "was", "additionally", "also", "key", "major", "low", "high", "grade", "cost", "costs", "net", "cash", "base", "metal", "metals", "zinc", "lead", "nickel", "coal", "iron", "lithium", "uranium", "potash", "diamond", "diamonds", "platinum", "palladium", "joint", "venture", "property", "complex", "site", "sites", "expansion", "average", "primary", "commercial", "steady", "state", "i", "we", "it", "they", "concentrator", "smelter", "refinery", "west", "east", "north", "northern", "southern", "eastern", "western", "june", "july", "august", "september", "october", "november", "december", "january", "february", "march", "april", "may", "monday", "tuesday", "wednesday", "thursday", "friday", "revenue", "sales", "sold", "produced", "actual", "plan", "planned", "mineral", "resources", "reserves", "resource", "reserve", "drilling", "work", "life", "ramp-up", "commissioning", "construction", "permitting", "fiscal", "proposed", "combined", "flagship", "wholly-owned", "owned", "surface", "tailings", "water", "environmental", "safety", "health", "esg", "summary", "financial", "operating", "performance", "review", "update", "per", "%", "mt", "kt", "koz", "moz", "gpt", "region", "district", "province", "state's", "county", "camp", "both", "these", "those", "which", "where", "news", "release", "press", "corporate", "senior", "covid", "russia", "ghana", "mauritania", "guyana", "indonesia", "zambia", "namibia", "tanzania", "argentina", "colombia", "ecuador", "bolivia", "finland", "sweden", "turkey", "kazakhstan", "mongolia", "china", "burkina", "senegal", "nigeria", "kenya", "botswana", "zimbabwe", "mexican", "peruvian", "chilean", "brazilian", "canadian", "american", "australian", "african", "ghanaian", "finnish", "swedish", "turkish", "russian", "argentine", "colombian", "bolivian", "indonesian", "zambian", "namibian", "tanzanian", "refurbished", "double", "east", "west", "sag", "hpal", "ball", "upper", "lower", "deep", "old", "la", "el", "los", "las", "san", "santa", "de", "le", "les", "du", "mont", "mount", "lake", "river", "creek", "updated", "optimised", "optimized", "restart", "integrated", "pilot", "demonstration", "oxide", "sulphide", "sulfide", "flotation", "leaching", "cip", "cil", "dms", "vice", "chief", "unit", "units", "division", "section", "shaft", "hub",
    };

    /// <summary>Names that may begin with one word; more are looked for in vain.</summary>
    private const int MostOfOneWord = 64;

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string[] Words, string Name)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);
    private string[]? _distinct;
    private readonly Dictionary<string, int> _weak = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names in the order they were learned.</summary>
    public IReadOnlyCollection<string> Names => _distinct ??= [.. _names.Values.Distinct()];

    public static SiteReader Learn(IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens, string? company)
    {
        var reader = new SiteReader();
        var issuer = company?.Split(' ', ',', '.').FirstOrDefault() ?? "";
        for (var b = 0; b < blocks.Count; b++)
        {
            // In capitals every word looks like a name.
            if (blocks[b].Disclaimer is not (null or Records.DisclaimerKind.About) || IsShouted(tokens[b])) continue;
            if (blocks[b].Kind is BlockKind.Heading or BlockKind.ListItem) reader.LearnHeading(tokens[b], blocks[b].Kind == BlockKind.ListItem, issuer, company ?? "");
            reader.LearnFrom(tokens[b], issuer, company ?? "");
        }
        for (var b = 0; b < blocks.Count; b++)
            if (blocks[b].Disclaimer is null) reader.LearnLists(tokens[b], issuer, company ?? "");
        foreach (var (name, count) in reader._weak)
            if (!reader._names.ContainsKey(name) && (count >= 2 || name.Contains(' ') && reader.IsNamedAgain(name, blocks, tokens))) reader.Add(name, name);
        return reader;
    }

    public void Find(BlockTokens block, List<SiteMention> mentions)
    {
        if (_byFirst.Count == 0) return;
        for (var i = 0; i < block.Count; i++)
        {
            if (block.KindAt(i) != TokenKind.Word || !char.IsUpper(block.At(i)[0])) continue;
            if (!_byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(block.At(i), out var names)) continue;
            foreach (var (words, name) in names)
            {
                var end = Match(block, i, words);
                if (end < 0) continue;
                if (mentions.Count > 0 && mentions[^1].End > i && mentions[^1].First <= i) break;
                mentions.Add(new SiteMention(name, i, end));
                i = end - 1;
                break;
            }
        }
    }

    /// <summary>True where a name with one sign of a site stands elsewhere too, and never as somebody who speaks.</summary>
    private bool IsNamedAgain(string name, IReadOnlyList<Block> blocks, IReadOnlyList<BlockTokens> tokens)
    {
        const int often = 3;
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var mentions = 0;
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].Disclaimer is not null) continue;
            var block = tokens[b];
            for (var i = 0; i < block.Count; i++)
            {
                if (!block.Is(i, words[0]) || Match(block, i, words) is not (var end and > 0)) continue;
                if (block.At(end) is ":" or "said" or "says" or "stated" or "commented" or "added" or "told" or "noted" or "remarked" or "asked" || block.TermAt(end, TermCategory.Suffix) is not null || block.IsMark(end, ',') && IsTitle(block.At(end + 1)) || IsTitle(block.At(i - 1))) return false;
                mentions++;
            }
        }
        return mentions >= often;
    }

    private static bool IsTitle(ReadOnlySpan<char> word) => word is "CEO" or "CFO" or "COO" or "President" or "Chief" or "Chairman" or "Director" or "Managing" or "Vice" or "Mr" or "Ms" or "Mrs" or "Dr" or "VP" or "Executive" or "Officer" or "president" or "chief" or "chairman" or "director" or "managing" or "analyst" or "executive";

    private static int Match(BlockTokens block, int i, string[] words)
    {
        foreach (var word in words)
        {
            while (block.KindAt(i) == TokenKind.Dash && i < block.Count && !block.Tokens[i].SpaceBefore) i++;
            if (i >= block.Count || !block.Is(i, word)) return -1;
            i++;
        }
        return i;
    }

    private static bool IsShouted(BlockTokens block) =>
        block.Count > 3 && block.Text.AsSpan(block.Span.Start, block.Span.Length).IndexOfAnyInRange('a', 'z') < 0;

    /// <summary>A short heading of capitalised words ("Salar Blanco (70%)"), or what leads an item ("Zuun Mod – The CIL plant"), is a site's name where the prose says it again.</summary>
    private void LearnHeading(BlockTokens block, bool isItem, string issuer, string company)
    {
        var first = 0;
        while (isItem && first < block.Count && block.KindAt(first) is TokenKind.Mark or TokenKind.Dash) first++;
        var end = first;
        while (end < block.Count && end < first + 5 && (IsCapital(block, end) || Connective(block.At(end)) || (block.KindAt(end) == TokenKind.Dash && !block.Tokens[end].SpaceBefore))) end++;
        // An item of a list leads with a name only before a dash; before a colon stands who speaks.
        if (end == first || (isItem ? end >= block.Count || block.KindAt(end) != TokenKind.Dash : end < block.Count && block.At(end) is not ("(" or "," or ":" or "–" or "-" or "—"))) return;
        for (var i = first; i < end; i++)
            if (block.TermsIn(i, i + 1).Any(t => t.Category is TermCategory.Metric or TermCategory.Kind or TermCategory.Commodity or TermCategory.UnitOfYear or TermCategory.Month or TermCategory.Unit or TermCategory.Suffix) || (end == first + 1 && NoName.Contains(block.At(i).ToString()))) return;
        var name = Name(block, first, end);
        if (name.Length >= 4 && !(NoName.Contains(block.At(first).ToString()) && !(end > first + 1 && IsParticle(block.At(first)))) && !IsIssuer(name, issuer, company)) Weak(name);
    }

    /// <summary>"Paracatu, Kupol and Tasiast": what stands in a list beside a known site is likely one too.</summary>
    private void LearnLists(BlockTokens block, string issuer, string company)
    {
        var known = new List<SiteMention>();
        Find(block, known);
        foreach (var site in known)
        {
            foreach (var start in (ReadOnlySpan<int>)[site.End + 1, site.End + 2])
                if (block.At(start - 1) is "," or "and" or "&" && (start == site.End + 1 || block.At(site.End) is ",")) Beside(start);
            var end = site.First;
            if (block.At(end - 1) is "," or "and") Beside(NameStart(block, block.At(end - 1) is "and" && block.At(end - 2) is "," ? end - 2 : end - 1));
        }

        void Beside(int start)
        {
            var end = start;
            while (end < block.Count && end - start < 3 && (IsCapital(block, end) || (block.KindAt(end) == TokenKind.Dash && !block.Tokens[end].SpaceBefore))) end++;
            if (end == start || block.TermsIn(start, end).Any(t => t.Category is TermCategory.Metric or TermCategory.Month or TermCategory.Commodity or TermCategory.Exchange or TermCategory.Suffix or TermCategory.UnitOfYear)) return;
            var name = Name(block, start, end);
            if (name.Length >= 4 && !NoName.Contains(name.Split(' ', '-')[0]) && !IsIssuer(name, issuer, company)) Weak(name);
        }
    }

    private void LearnFrom(BlockTokens block, string issuer, string company)
    {
        foreach (var term in block.Terms)
        {
            if (term.Category != TermCategory.SiteNoun) continue;
            var end = term.First;
            while (end > 0 && BeforeDescription(block, end) is var before && before < end) end = before;
            var first = NameStart(block, end);
            // "the 2.8 Mtpa mill"
            if (first >= end || block.TermAt(first, TermCategory.Unit) is { } unit && unit.End == end) continue;
            var name = Name(block, first, end);
            if (IsIssuer(name, issuer, company)) continue;
            var noun = block.At(term.First);
            // "district", "plant" and "section" follow many capitalised words that are no sites; they need a second sign.
            if (noun is "district" or "camp" or "site" or "sites" or "section" or "unit" or "division" or "shaft" or "plant" or "mill" or "hub" or "deposit" or "pit" or "open pit" or "underground" or "property") { Weak(name); continue; }
            Add(name, name);
            Alias(block, term.End, name);
            if (noun.EndsWith("s", StringComparison.OrdinalIgnoreCase)) LearnNamesBefore(block, first, issuer, company);
        }
        LearnSubjects(block, issuer, company);
        for (var i = 0; i + 1 < block.Count; i++)
        {
            if (!(block.Is(i, "at") || block.Is(i, "from") || block.Is(i, "to") && block.At(i - 1) is "go" or "turn" or "turning" or "Turning" or "moving" or "Moving" or "over") || block.KindAt(i + 1) != TokenKind.Word || !char.IsUpper(block.At(i + 1)[0])) continue;
            var start = i + 1;
            var end = start;
            while (end < block.Count && end - start < 4 && (IsCapital(block, end) || (block.KindAt(end) == TokenKind.Dash && !block.Tokens[end].SpaceBefore && IsCapital(block, end + 1)) || (Connective(block.At(end)) && IsCapital(block, end + 1)))) end++;
            if (end == start) continue;
            var name = Name(block, start, end);
            if (name.Length >= 4 && !(NoName.Contains(name.Split(' ', '-')[0]) && !(end - start > 1 && IsParticle(block.At(start)))) && block.TermAt(start, TermCategory.Month) is null && !IsIssuer(name, issuer, company) && block.TermAt(start, TermCategory.Exchange) is null && block.At(end) is not ("Ltd" or "Inc" or "Corp")) Weak(name);
        }
    }

    /// <summary>"the Finch, Robin and Heron mines": the names before the one that stands by the noun.</summary>
    private void LearnNamesBefore(BlockTokens block, int first, string issuer, string company)
    {
        const int most = 6;
        for (var names = 0; names < most; names++)
        {
            var end = first;
            if (block.At(end - 1) is "and" or "&") end--;
            if (block.IsMark(end - 1, ',')) end--;
            if (end == first) return;
            first = NameStart(block, end);
            if (first >= end || block.TermsIn(first, end).Any(t => t.Category is TermCategory.Commodity or TermCategory.Month or TermCategory.Suffix or TermCategory.Metric or TermCategory.Exchange)) return;
            var name = Name(block, first, end);
            if (name.Length < 3 || IsIssuer(name, issuer, company)) return;
            Add(name, name);
        }
    }

    /// <summary>"Kansanshi produced 48,139 tonnes", "San Agustin is mining", "Goldstrike's mill": what does a mine's work is likely one.</summary>
    private void LearnSubjects(BlockTokens block, string issuer, string company)
    {
        for (var i = 1; i < block.Count; i++)
        {
            if (!Works(block.At(i)) && !(block.At(i) is "is" or "was" && block.At(i + 1) is "mining" or "processing" or "producing" or "milling")) continue;
            var first = NameStart(block, i);
            if (first >= i || block.Terms.Length > 0 && block.TermsIn(first, i).Any(t => t.Category is TermCategory.Suffix or TermCategory.Exchange or TermCategory.Commodity or TermCategory.Metric or TermCategory.Month)) continue;
            var name = Name(block, first, i);
            if (name.Length >= 4 && !NoName.Contains(name) && !IsIssuer(name, issuer, company)) Weak(name);
        }
    }

    private static bool Works(ReadOnlySpan<char> verb) => verb is "produced" or "contributed" or "delivered" or "yielded" or "processed" or "milled" or "mined" or "poured" or "treated" or "produces" or "contributes";

    /// <summary>"the Lumbay copper-gold mine", "Wolf Ridge underground mine": the token before a metal, a dash or a word of method that stands between a name and its noun.</summary>
    private static int BeforeDescription(BlockTokens block, int end)
    {
        if (block.TermEndingAt(end, TermCategory.Commodity) is { } metal && metal.First > 0 && !IsNameWord(block, metal.First - 1, "of")) return metal.First;
        return block.KindAt(end - 1) == TokenKind.Dash || block.At(end - 1) is "underground" or "open" or "pit" or "surface" or "heap" or "leach" or "producing" or "operating" or "polymetallic" or "situ" or "recovery" or "longwall" or "processing" or "hydrothermal" or "steelmaking" or "metallurgical" or "thermal" or "flagship" or "production" ? end - 1 : end;
    }

    private void Weak(string name) => _weak[name] = _weak.GetValueOrDefault(name) + 1;

    /// <summary>The short form in brackets after a site: (“LDI”), (TZ), (the "Mine").</summary>
    private void Alias(BlockTokens block, int i, string name)
    {
        if (!block.IsMark(i, '(')) return;
        for (var j = i + 1; j < block.Count && j < i + 14 && !block.IsMark(j, ')'); j++)
        {
            if (block.KindAt(j) != TokenKind.Word || !char.IsUpper(block.At(j)[0])) continue;
            var quoted = block.KindAt(j - 1) == TokenKind.Mark && (block.At(j - 1) is "“" or "\"" or "‘" or "'");
            var bare = j == i + 1 && block.IsMark(j + 1, ')') && block.At(j).Length is >= 2 and <= 6;
            if (!quoted && !bare) continue;
            var end = j + 1;
            while (end < block.Count && end - j < 4 && block.KindAt(end) is TokenKind.Word or TokenKind.Dash && char.IsUpper(block.At(end).Length > 0 ? block.At(end)[0] : 'x')) end++;
            var alias = Name(block, j, end);
            if (NoName.Contains(alias) && alias.Length < 3 || alias is "Company" or "Project" or "Property" or "Mine" or "JV" or "Transaction") continue;
            Add(alias, name);
        }
    }

    private void Add(string words, string name)
    {
        if (words.Length < 2 || !_names.TryAdd(words, name)) return;
        var parts = words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return;
        if (!_byFirst.TryGetValue(parts[0], out var list)) _byFirst[parts[0]] = list = [];
        if (list.Count == MostOfOneWord) return;
        list.Add((parts, name));
        list.Sort((a, b) => b.Words.Length - a.Words.Length);
        _distinct = null;
    }

    private static int NameStart(BlockTokens block, int end)
    {
        var first = end;
        for (var i = end - 1; i >= 0 && end - i <= 6; i--)
        {
            if (IsCapital(block, i) && !NoName.Contains(block.At(i).ToString())) { first = i; continue; }
            if (IsCapital(block, i) && i + 1 == first && i > 0 && (IsParticle(block.At(i)) || block.At(i) is "North" or "South" or "East" or "West" or "New" or "Main" or "Central" or "High" or "Low" or "Gold" or "Silver" or "Copper" or "Iron" or "Lead" or "May" or "March" or "Phase" or "Upper" or "Lower" or "Deep" or "Old" or "Double")) { first = i; continue; }
            // "the Lucky Friday mine", "Red October": a day or month may end a name.
            if (i == end - 1 && IsCapital(block, i - 1) && !NoName.Contains(block.At(i - 1).ToString()) && block.At(i).Length > 4 && (block.TermAt(i, TermCategory.Weekday) is not null || block.TermAt(i, TermCategory.Month) is not null)) { first = i; continue; }
            if (block.KindAt(i) == TokenKind.Dash && !block.Tokens[i].SpaceBefore && i > 0 && IsCapital(block, i - 1)) continue;
            if (Connective(block.At(i)) && first < end && i > 0 && IsCapital(block, i - 1) && !NoName.Contains(block.At(i - 1).ToString())) continue;
            if (block.At(i) is "’" or "'" && !block.Tokens[i].SpaceBefore) break;
            break;
        }
        return first;
    }

    /// <summary>Words that begin a name but are none by themselves: "La Fe", "San Telmo", "Mt Elder", "Lake Harriet".</summary>
    private static bool IsParticle(ReadOnlySpan<char> word) => word is "La" or "El" or "Los" or "Las" or "San" or "Santa" or "Santo" or "Le" or "Les" or "De" or "Du" or "Mt" or "Mont" or "Mount" or "Lake" or "Lac" or "Cerro" or "St" or "Ste" or "Saint" or "Rio" or "River" or "Creek";

    private static bool Connective(ReadOnlySpan<char> word) => word is "de" or "des" or "del" or "du" or "la" or "las" or "los" or "do" or "da" or "of" or "le" or "el";

    private static bool IsCapital(BlockTokens block, int i) => i >= 0 && i < block.Count && block.KindAt(i) is TokenKind.Word && char.IsUpper(block.At(i)[0]);

    private static bool IsNameWord(BlockTokens block, int i, string word) => block.Is(i, word);

    private static bool IsIssuer(string name, string issuer, string company) =>
        issuer.Length > 2 && (name.Equals(issuer, StringComparison.OrdinalIgnoreCase) || (company.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Contains(' ')));

    private static string Name(BlockTokens block, int first, int end) => string.Join(' ', block.SpanOf(first, end).In(block.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
