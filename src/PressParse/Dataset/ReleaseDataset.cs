using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>
/// What many releases say together: editions of one release, results with their restatements, guidance tracked to the result. Releases
/// are added one at a time and only what the tables need is kept. Not safe to share between threads.
/// </summary>
internal sealed class ReleaseDataset
{
    private readonly List<DatasetRelease> _releases = [];

    /// <summary>Adds a release. The signature of its text may be made beforehand, on another thread.</summary>
    public void Add(Release release, TextSignature signature)
    {
        var entry = new DatasetRelease { Number = _releases.Count + 1, Path = release.Source.Path ?? "", Header = release.Header, Signature = signature };
        foreach (var figure in release.Figures.Concat(release.Guidance))
        {
            if (figure.Period is not { } period) continue;
            var guidance = figure as GuidanceRange;
            entry.Statements.Add(new Statement(entry, figure.Metric, figure.Commodity, figure.Kind, figure.Quantity, period, figure.Site, figure.Evidence.Text, figure.Evidence.SourceSpans, figure.Confidence, guidance?.Action, guidance?.Former));
        }
        _releases.Add(entry);
    }

    /// <summary>Draws the conclusions from all releases added.</summary>
    public DatasetResult Build()
    {
        Editions.Link(_releases);
        var companies = Companies.Reconcile(_releases);
        var sites = new Sites(_releases);
        var series = Series.Of(_releases, sites);
        var guidance = GuidanceHistory.Of(_releases, sites);
        return new DatasetResult(_releases, companies, sites, series, guidance, GuidanceOutcome.Of(guidance, series));
    }
}

/// <summary>The data set. Immutable.</summary>
/// <param name="Releases">Every release, in the order of the inputs.</param>
/// <param name="Companies">The issuers.</param>
/// <param name="Sites">Their sites.</param>
/// <param name="Series">Every result and its statements.</param>
/// <param name="Guidance">Every guidance and its steps.</param>
/// <param name="Outcomes">Every guidance beside its result.</param>
internal sealed record DatasetResult(
    IReadOnlyList<DatasetRelease> Releases, IReadOnlyList<Company> Companies, Sites Sites, IReadOnlyList<Series> Series, IReadOnlyList<GuidanceHistory> Guidance, IReadOnlyList<GuidanceOutcome> Outcomes);
