using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>All that was ever said of one result: a metric of one site over one period. Immutable.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Statements">One for each release that states it, in order of publication; editions of the same release are left out.</param>
internal sealed record Series(Subject Subject, IReadOnlyList<Statement> Statements)
{
    /// <summary>The first statement.</summary>
    public Statement First => Statements[0];

    /// <summary>The statements that say another number than the one before them, with that one.</summary>
    public IEnumerable<(Statement Before, Statement After)> Restatements
    {
        get
        {
            var last = First;
            foreach (var next in Statements.Skip(1))
            {
                if (SameNumber(last.Quantity, next.Quantity)) continue;
                yield return (last, next);
                last = next;
            }
        }
    }

    /// <summary>The number that holds: the last restatement, else the first statement.</summary>
    public Statement Latest => Restatements.Select(r => r.After).LastOrDefault() ?? First;

    /// <summary>The results of all releases, in order of their subjects.</summary>
    /// <param name="releases">The releases.</param>
    /// <param name="sites">The reconciled sites.</param>
    public static IReadOnlyList<Series> Of(IReadOnlyList<DatasetRelease> releases, Sites sites) =>
    [
        .. releases.Where(r => r.SameAs is null).OrderBy(r => r.Order)
            .SelectMany(r => r.Statements.Where(s => s.Kind is FigureKind.Actual or FigureKind.Comparative && s.Quantity is Quantity.Point).GroupBy(sites.SubjectOf).Select(g => (Subject: g.Key, Statement: Best(g))))
            .GroupBy(s => s.Subject).Select(g => new Series(g.Key, [.. g.Select(s => s.Statement)]))
            .OrderBy(s => s.Subject.Company).ThenBy(s => s.Subject.Site, StringComparer.Ordinal).ThenBy(s => s.Subject.Metric).ThenBy(s => s.Subject.Commodity, StringComparer.Ordinal)
            .ThenBy(s => s.Subject.Start).ThenBy(s => s.Subject.End).ThenBy(s => s.Subject.Dimension, StringComparer.Ordinal),
    ];

    /// <summary>True when two numbers differ by no more than their rounding.</summary>
    public static bool SameNumber(Quantity a, Quantity b)
    {
        if (a.SingleValue is not { } first || b.SingleValue is not { } second) return false;
        second = MassUnits.Convert(second, b.Unit, a.Unit);
        return Math.Abs(first - second) <= Math.Max(MassUnits.HalfDigit(first, a), MassUnits.HalfDigit(second, b));
    }

    /// <summary>Of several statements in one release, the surest, and of equally sure ones the most precise.</summary>
    private static Statement Best(IEnumerable<Statement> statements) =>
        statements.OrderByDescending(s => s.Confidence).ThenBy(s => MassUnits.HalfDigit(s.Quantity.SingleValue ?? 0, s.Quantity)).First();
}
