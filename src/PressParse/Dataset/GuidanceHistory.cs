using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>A guidance as one release gives it, with what it does to the one before. Immutable.</summary>
/// <param name="Statement">The guidance.</param>
/// <param name="Before">The one before it; null for the first.</param>
/// <param name="Change">issued, reiterated, raised, lowered, narrowed, widened, withdrawn: by comparing the numbers, as the release says where there are none to compare.</param>
internal sealed record GuidanceStep(Statement Statement, Statement? Before, string Change);

/// <summary>What was guided for one metric of one site and period, from the first issue to the last word. Immutable.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Steps">One for each release that speaks of it, in order of publication.</param>
internal sealed record GuidanceHistory(Subject Subject, IReadOnlyList<GuidanceStep> Steps)
{
    /// <summary>The first guidance.</summary>
    public Statement First => Steps[0].Statement;

    /// <summary>The guidance that stood at the end.</summary>
    public Statement Last => Steps[^1].Statement;

    /// <summary>How often the numbers changed.</summary>
    public int Revisions => Steps.Skip(1).Count(s => s.Change != "reiterated");

    /// <summary>The histories of all guidance, in order of their subjects.</summary>
    public static IReadOnlyList<GuidanceHistory> Of(IReadOnlyList<DatasetRelease> releases, Sites sites)
    {
        var histories = new Dictionary<Subject, List<GuidanceStep>>();
        foreach (var release in releases.Where(r => r.SameAs is null).OrderBy(r => r.Order))
        {
            foreach (var said in release.Statements.Where(s => s.Kind == FigureKind.Guidance).GroupBy(sites.SubjectOf))
            {
                if (!histories.TryGetValue(said.Key, out var steps)) histories[said.Key] = steps = [];
                var before = steps.Count > 0 ? steps[^1].Statement : null;
                var now = Choose(said, before);
                steps.Add(new GuidanceStep(now, before, Change(before, now)));
            }
        }
        return [.. histories.Select(h => new GuidanceHistory(h.Key, h.Value)).OrderBy(h => h.Subject.Company).ThenBy(h => h.Subject.Site, StringComparer.Ordinal)
            .ThenBy(h => h.Subject.Metric).ThenBy(h => h.Subject.Commodity, StringComparer.Ordinal).ThenBy(h => h.Subject.Start).ThenBy(h => h.Subject.End).ThenBy(h => h.Subject.Dimension, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Of several guidances in one release: one that says it changes something before one that only repeats the former range ("raised to
    /// 190–200 from 180–190"), then the surest.
    /// </summary>
    private static Statement Choose(IEnumerable<Statement> said, Statement? before)
    {
        var all = said.OrderByDescending(s => s.Confidence).ToList();
        var former = all.Select(s => s.Former).OfType<Quantity>().ToList();
        var news = all.Where(s => !former.Any(f => Same(f, s.Quantity))).ToList();
        if (news.Count > 0) all = news;
        return all.FirstOrDefault(s => s.Action is GuidanceAction.Raised or GuidanceAction.Lowered or GuidanceAction.Narrowed && (before is null || !Same(before.Quantity, s.Quantity)))
            ?? all.FirstOrDefault(s => s.Action is not null) ?? all[0];
    }

    private static string Change(Statement? before, Statement now)
    {
        if (now.Action == GuidanceAction.Withdrawn) return "withdrawn";
        var former = now.Former ?? before?.Quantity;
        // The first release at hand need not be the first there was.
        if (former is null) return now.Action is GuidanceAction.Reiterated or GuidanceAction.Raised or GuidanceAction.Lowered or GuidanceAction.Narrowed ? CodeNames.Of(now.Action.Value) : "issued";
        if (Same(former, now.Quantity)) return "reiterated";
        var (low, high) = Range(former, now.Quantity.Unit);
        var (newLow, newHigh) = Range(now.Quantity, now.Quantity.Unit);
        var down = Compare(newLow, low, lowest: true);
        var up = Compare(newHigh, high, lowest: false);
        return (down, up) switch
        {
            ( >= 0, >= 0) => "raised",
            ( <= 0, <= 0) => "lowered",
            ( > 0, < 0) => "narrowed",
            _ => "widened",
        };
    }

    private static int Compare(decimal? now, decimal? before, bool lowest)
    {
        // An open end lies below every low and above every high.
        if (now is null || before is null) return now is null == before is null ? 0 : (now is null) == lowest ? -1 : 1;
        return now.Value.CompareTo(before.Value);
    }

    /// <summary>The ends of a guidance in a unit; null for an open end.</summary>
    internal static (decimal? Low, decimal? High) Range(Quantity quantity, string unit)
    {
        decimal In(decimal value) => MassUnits.Convert(value, quantity.Unit, unit);
        return quantity switch
        {
            Quantity.Between b => (In(b.Low), In(b.High)),
            Quantity.AtLeast a => (In(a.Value), null),
            Quantity.AtMost a => (null, In(a.Value)),
            _ => (In(quantity.SingleValue!.Value), In(quantity.SingleValue.Value)),
        };
    }

    private static bool Same(Quantity a, Quantity b) => MassUnits.Dimension(a.Unit) == MassUnits.Dimension(b.Unit) && Range(a, b.Unit) == Range(b, b.Unit);
}
