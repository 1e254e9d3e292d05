using PressParse.Records;
using PressParse.Repair;
using PressParse.Text;

namespace PressParse.Extraction;

/// <summary>The pipeline from a read document to its records. Immutable and safe to share between threads.</summary>
public sealed class ReleaseExtractor
{
    /// <summary>All stages on one document.</summary>
    /// <param name="source">The document as its reader gave it.</param>
    /// <param name="origin">What goes into <see cref="Release.Source"/>.</param>
    /// <param name="referenceDate">Day against which relative periods resolve where the release has no date; null for none.</param>
    /// <param name="cancellation">Stops the work between and inside stages.</param>
    public ReleaseAnalysis Analyze(SourceText source, ReleaseSource origin, DateOnly? referenceDate = null, CancellationToken cancellation = default)
    {
        var repaired = RepairCatalog.Default.Run(source, cancellation);
        var repairs = repaired.Repairs.GroupBy(r => r.Repair).ToDictionary(g => g.Key, g => g.Count());
        return new ReleaseAnalysis(repaired, [], [], [], new Release(origin, ReleaseHeader.Empty, [], [], [], [], [], repairs, repaired.Warnings));
    }
}
