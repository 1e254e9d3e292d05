using PressParse.Export;
using PressParse.Records;
using PressParse.Text;

namespace PressParse.Evaluation;

/// <summary>
/// Adds up how well releases agree with their gold records, by the rules of score.py: tiers of figures, explicit dates, disclaimers by
/// overlap, fields of the header. Not safe to share between threads.
/// </summary>
internal sealed class CorpusScore
{
    /// <summary>Overlap, as shared over joint characters, from which a disclaimer counts as found; score.py's.</summary>
    private const double FoundOverlap = 0.8;

    private static readonly Tier[] Tiers = Enum.GetValues<Tier>();

    public int Documents { get; private set; }

    public List<string> Failed { get; } = [];

    public Tally[] Figures { get; } = [.. Tiers.Select(_ => new Tally())];

    public SortedDictionary<string, Tally> Kinds { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Tally> Metrics { get; } = new(StringComparer.Ordinal);

    /// <summary>Figures at the period tier by folder of the corpus; beyond score.py.</summary>
    public SortedDictionary<string, Tally> Groups { get; } = new(StringComparer.Ordinal);

    public Tally Dates { get; } = new();

    public SortedDictionary<string, Tally> Disclaimers { get; } = new(StringComparer.Ordinal);

    /// <summary>Per header field: how many gold files give it, and how many of those were right.</summary>
    public SortedDictionary<string, (int Given, int Right)> Header { get; } = new(StringComparer.Ordinal);

    public Tally Tickers { get; } = new();

    /// <summary>Sentences of the body that speak of the future; beyond score.py.</summary>
    public Tally FutureSentences { get; } = new();

    public Calibration Calibration { get; } = new();

    /// <summary>Every miss and extra, one line each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Adds a document.</summary>
    /// <param name="document">Its name and group.</param>
    /// <param name="gold">What should be found.</param>
    /// <param name="release">What was found; null when the document could not be read, which misses everything.</param>
    /// <param name="raw">The characters of the input as received.</param>
    public void Add(GoldDocument document, GoldRelease gold, Release? release, string raw)
    {
        Documents++;
        if (release is null) Failed.Add(document.Id);
        AddFigures(document, gold, release);
        AddDates(document.Id, gold, release);
        AddHeader(gold.Header, release?.Header ?? ReleaseHeader.Empty);
        if (gold.Disclaimers is not null) AddDisclaimers(document.Id, gold.Disclaimers, release, raw);
        if (gold.FutureSentences is not null) AddSentences(document.Id, gold.FutureSentences, release, raw);
    }

    private void AddFigures(GoldDocument document, GoldRelease release, Release? found)
    {
        var gold = release.Figures;
        var predicted = EvaluatedFigure.Distinct((found?.Figures ?? []).Concat(found?.Guidance ?? []).Select(EvaluatedFigure.Of));
        foreach (var tier in Tiers)
        {
            var match = FigureMatching.At(tier, gold, predicted);
            var right = gold.Where((g, i) => match.Gold[i] && !g.Optional).Count();
            var missed = gold.Where((g, i) => !match.Gold[i] && !g.Optional).Count();
            var extra = match.Predicted.Count(p => !p);
            Figures[(int)tier].Add(right, extra, missed);
            if (tier != Tier.Period) continue;
            Of(Groups, document.Group).Add(right, extra, missed);
            for (var i = 0; i < gold.Count; i++)
            {
                if (gold[i].Optional) continue;
                Of(Kinds, gold[i].Kind).Add(match.Gold[i] ? 1 : 0, 0, match.Gold[i] ? 0 : 1);
                Of(Metrics, gold[i].Metric).Add(match.Gold[i] ? 1 : 0, 0, match.Gold[i] ? 0 : 1);
                if (match.Gold[i]) continue;
                var near = predicted.FirstOrDefault(p => gold[i].Depth(p) > 0);
                Errors.Add($"{document.Id} MISS '{gold[i].Text}' {gold[i].Describe()}{(near is null ? "" : $"  got {near.Describe()}")}");
            }
            for (var j = 0; j < predicted.Count; j++)
            {
                Calibration.Add(predicted[j].Confidence, match.Predicted[j]);
                if (match.Predicted[j]) continue;
                Of(Kinds, predicted[j].Kind).Add(0, 1, 0);
                Of(Metrics, predicted[j].Metric).Add(0, 1, 0);
                Errors.Add($"{document.Id} EXTRA '{predicted[j].Text}' {predicted[j].Unit} {predicted[j].Describe()}");
            }
        }
    }

    private void AddDates(string id, GoldRelease release, Release? found)
    {
        var gold = release.Dates.Where(d => !d.Optional).Select(d => (d.Start, d.End)).ToHashSet();
        var spare = release.Dates.Where(d => d.Optional).Select(d => (d.Start, d.End)).Where(d => !gold.Contains(d)).ToHashSet();
        var predicted = (found?.Dates ?? []).Where(d => d.Explicit)
            .Select(d => ((string?)JsonValues.Iso(d.Start), (string?)JsonValues.Iso(d.End))).Where(d => !spare.Contains(d)).ToHashSet();
        var extra = predicted.Where(d => !gold.Contains(d)).Order().ToList();
        var missed = gold.Where(d => !predicted.Contains(d)).Order().ToList();
        Dates.Add(gold.Count - missed.Count, extra.Count, missed.Count);
        foreach (var (start, end) in extra) Errors.Add($"{id} EXTRA date {start}..{end}");
        foreach (var (start, end) in missed) Errors.Add($"{id} MISS date {start}..{end}");
    }

    private void AddHeader(GoldHeader gold, ReleaseHeader found)
    {
        Judge("company", gold.Company, g => NameKey.Plain(g) == NameKey.Plain(found.Company));
        Judge("place", gold.Place, g => NameKey.Plain(g) == NameKey.Plain(found.Place));
        Judge("wire", gold.Wire, g => NameKey.Plain(g) == NameKey.Plain(found.Wire));
        Judge("date", gold.Date, g => found.Date is { } date && g == JsonValues.Iso(date));
        var expected = gold.Tickers.ToHashSet();
        var got = found.Tickers.Select(t => GoldRelease.TickerKey(t.Exchange, t.Symbol)).ToHashSet();
        Tickers.Add(expected.Count(got.Contains), got.Count(t => !expected.Contains(t)), expected.Count(t => !got.Contains(t)));

        void Judge(string field, string? value, Func<string, bool> agrees)
        {
            if (string.IsNullOrEmpty(value)) return;
            var (given, right) = Header.GetValueOrDefault(field);
            Header[field] = (given + 1, right + (agrees(value) ? 1 : 0));
        }
    }

    private void AddDisclaimers(string id, IReadOnlyList<GoldDisclaimer> gold, Release? found, string raw)
    {
        var spare = (found?.Disclaimers ?? []).GroupBy(d => CodeNames.Of(d.Kind)).ToDictionary(g => g.Key, g => g.Select(d => d.SourceSpan).ToList());
        foreach (var block in gold)
        {
            if (PhraseLocator.Place(raw, block) is not { } place) continue;
            var candidates = spare.GetValueOrDefault(block.Kind) ?? [];
            var best = candidates.Select((c, n) => (Overlap: Overlap(place, c), Index: n)).OrderByDescending(c => c.Overlap).FirstOrDefault();
            if (best.Overlap >= FoundOverlap)
            {
                Of(Disclaimers, block.Kind).Add(block.Optional ? 0 : 1, 0, 0);
                candidates.RemoveAt(best.Index);
            }
            else if (!block.Optional)
            {
                Of(Disclaimers, block.Kind).Add(0, 0, 1);
                Errors.Add(FormattableString.Invariant($"{id} MISS disclaimer {block.Kind} best overlap {best.Overlap:0.00}: '{block.Starts}'"));
            }
        }
        foreach (var (kind, rest) in spare)
        {
            Of(Disclaimers, kind).Add(0, rest.Count, 0);
            foreach (var span in rest)
                Errors.Add($"{id} EXTRA disclaimer {kind}: '{raw.AsSpan(Math.Min(span.Start, raw.Length), Math.Clamp(raw.Length - span.Start, 0, 50))}'");
        }
    }

    private void AddSentences(string id, IReadOnlyList<string> gold, Release? found, string raw)
    {
        var predicted = (found?.Sentences ?? []).Where(s => s.IsForwardLooking).Select(s => s.SourceSpan).ToList();
        var unused = predicted.ToHashSet();
        foreach (var words in gold)
        {
            if (PhraseLocator.Locate(raw, words, 0, 1) is not { } place) continue;
            var hit = predicted.FirstOrDefault(p => p.Contains(place.Start) || p.Overlaps(place) && p.Start - place.Start is >= 0 and <= 3);
            FutureSentences.Add(hit.Length > 0 ? 1 : 0, 0, hit.Length > 0 ? 0 : 1);
            unused.Remove(hit);
            if (hit.Length == 0) Errors.Add($"{id} MISS sentence '{words}'");
        }
        FutureSentences.Add(0, unused.Count, 0);
        foreach (var span in unused) Errors.Add($"{id} EXTRA sentence '{raw.AsSpan(span.Start, Math.Min(span.Length, 60))}'");
    }

    private static double Overlap(TextSpan a, TextSpan b)
    {
        var shared = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        var joint = Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start);
        return joint == 0 ? 0 : (double)shared / joint;
    }

    private static Tally Of(SortedDictionary<string, Tally> table, string key)
    {
        if (!table.TryGetValue(key, out var tally)) table[key] = tally = new Tally();
        return tally;
    }
}
