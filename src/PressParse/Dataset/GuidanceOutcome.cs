using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>A guidance beside the result that followed. Immutable.</summary>
/// <param name="History">The guidance from issue to last word.</param>
/// <param name="Actual">The result, in the unit of the last guidance; null when none is known yet.</param>
/// <param name="Basis">stated, or sum of n quarters or halves; empty for none.</param>
/// <param name="Evidence">The statements the result rests on.</param>
/// <param name="Outcome">achieved, exceeded or missed against the last guidance; open without a result.</param>
/// <param name="AgainstFirst">The same against the first guidance.</param>
internal sealed record GuidanceOutcome(GuidanceHistory History, decimal? Actual, string Basis, IReadOnlyList<Statement> Evidence, string Outcome, string AgainstFirst)
{
    /// <summary>How far from a single guided number a result may lie and still be called achieved; "approximately" gets as much again.</summary>
    private const decimal Near = 0.02m;

    /// <summary>The result in percent above (or, negative, below) the middle of the last guidance; null where it has no middle or no result.</summary>
    public decimal? FromMiddle
    {
        get
        {
            var (low, high) = GuidanceHistory.Range(History.Last.Quantity, History.Last.Quantity.Unit);
            return Actual is { } actual && (low ?? high) + (high ?? low) is { } twice and not 0 ? Math.Round((actual * 2 / twice - 1) * 100, 2) : null;
        }
    }

    /// <summary>Sets every guidance beside its result.</summary>
    public static IReadOnlyList<GuidanceOutcome> Of(IReadOnlyList<GuidanceHistory> histories, IReadOnlyList<Series> results)
    {
        var bySubject = results.ToDictionary(r => r.Subject);
        var byYear = results.ToLookup(r => r.Subject with { Start = default, End = default });
        var sites = results.Select(r => r.Subject).Concat(histories.Select(h => h.Subject)).Where(s => s.Site.Length > 0).GroupBy(s => s.Company).ToDictionary(g => g.Key, g => g.Select(s => s.Site).Distinct().ToList());
        return [.. histories.Select(h => Subjects(h.Subject).Select(s => Find(h, s, bySubject, byYear)).OfType<GuidanceOutcome>().FirstOrDefault() ?? new GuidanceOutcome(h, null, "", [], "open", "open"))];

        // A company with a single site guides for the one and reports for the other as it pleases.
        IEnumerable<Subject> Subjects(Subject subject)
        {
            yield return subject;
            if (sites.GetValueOrDefault(subject.Company) is [var only]) yield return subject with { Site = subject.Site.Length == 0 ? only : "" };
        }
    }

    private static GuidanceOutcome? Find(GuidanceHistory history, Subject subject, Dictionary<Subject, Series> bySubject, ILookup<Subject, Series> byYear)
    {
        var unit = history.Last.Quantity.Unit;
        if (bySubject.TryGetValue(subject, out var stated)) return Judge(history, In(stated.Latest, unit), "stated", [stated.Latest]);
        var parts = IsSum(subject.Metric) ? Parts(subject, [.. byYear[subject with { Start = default, End = default }]]) : [];
        return parts.Count == 0 ? null
            : Judge(history, parts.Sum(p => In(p.Latest, unit)), FormattableString.Invariant($"sum of {parts.Count} {(parts.Count == 2 ? "halves" : "quarters")}"), [.. parts.Select(p => p.Latest)]);
    }

    private static decimal In(Statement statement, string unit) => MassUnits.Convert(statement.Quantity.SingleValue!.Value, statement.Quantity.Unit, unit);

    /// <summary>Quantities of which the parts of a year add up to the year.</summary>
    private static bool IsSum(Metric metric) => metric is Metric.Production or Metric.Sales or Metric.OreMined or Metric.OreProcessed;

    /// <summary>Two halves or four quarters that make up the period without gap or overlap; none otherwise.</summary>
    private static List<Series> Parts(Subject whole, IReadOnlyList<Series> known)
    {
        foreach (var months in (ReadOnlySpan<int>)[6, 3])
        {
            var parts = new List<Series>();
            for (var start = whole.Start; start < whole.End; start = start.AddMonths(months))
            {
                var end = start.AddMonths(months).AddDays(-1);
                if (known.FirstOrDefault(k => k.Subject.Start == start && k.Subject.End == end) is not { } part) break;
                parts.Add(part);
                if (end == whole.End && parts.Count > 1) return parts;
            }
        }
        return [];
    }

    private static GuidanceOutcome Judge(GuidanceHistory history, decimal actual, string basis, IReadOnlyList<Statement> evidence)
    {
        var slack = evidence.Sum(e => MassUnits.HalfDigit(In(e, history.Last.Quantity.Unit), e.Quantity));
        var metric = history.Subject.Metric;
        return new GuidanceOutcome(history, actual, basis, evidence, Against(history.Last.Quantity, history.Last.Quantity.Unit, actual, slack, metric), Against(history.First.Quantity, history.Last.Quantity.Unit, actual, slack, metric));
    }

    private static string Against(Quantity guided, string unit, decimal actual, decimal slack, Metric metric)
    {
        var (low, high) = GuidanceHistory.Range(guided, unit);
        if (guided is Quantity.Point)
        {
            var near = Math.Abs(low!.Value) * (guided.Approximate ? 2 * Near : Near);
            (low, high) = (low - near, high + near);
        }
        var lessIsBetter = metric is Metric.CashCost or Metric.Aisc;
        if (actual + slack < low) return lessIsBetter ? "exceeded" : "missed";
        if (actual - slack > high) return lessIsBetter ? "missed" : "exceeded";
        return "achieved";
    }
}
