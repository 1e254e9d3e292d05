using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PressParse.Batch;
using PressParse.Export.Tables;
using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>Writes a data set as tidy CSV tables, one per question, each row with its evidence. docs/dataset.md describes every column.</summary>
internal static class DatasetTables
{
    private static readonly string[] SubjectColumns = ["company", "site", "metric", "commodity", "period_start", "period_end"];

    /// <summary>Writes all tables into a folder, which is made where it is missing.</summary>
    public static void Write(DatasetResult data, string folder)
    {
        Table(folder, "releases.csv", ["release", "path", "company", "company_as_printed", "published", "wire", "headline", "same_as", "similarity", "statements"],
            data.Releases.Select(r => (object?[])[(long)r.Number, r.Path, r.Company!.Name, r.Header.Company, r.Header.Date, r.Header.Wire, r.Header.Headline, r.SameAs?.Path, r.SameAs is null ? null : Math.Round((decimal)r.Similarity, 2), (long)r.Statements.Count]));
        Table(folder, "companies.csv", ["company", "names", "tickers", "releases"],
            data.Companies.Select(c => (object?[])[c.Name, string.Join("; ", c.Names), string.Join(' ', c.Tickers), (long)data.Releases.Count(r => r.Company == c)]));
        Table(folder, "sites.csv", ["company", "site", "names"], data.Sites.All.Select(s => (object?[])[s.Company.Name, s.Name, string.Join("; ", s.Names)]));
        Table(folder, "results.csv", [.. SubjectColumns, "value", "unit", "statements", "restated", "first_value", "first_published", "first_path", "first_text", "first_source_spans", "path", "text", "source_spans", "confidence"],
            data.Series.Select(s => (object?[])[.. Subject(data, s.Subject), s.Latest.Quantity.SingleValue, s.Latest.Quantity.Unit, (long)s.Statements.Count, s.Restatements.Any(), In(s.First, s.Latest), s.First.Release.Header.Date, s.First.Release.Path, s.First.Text, Spans(s.First), .. Evidence(s.Latest), s.Latest.Confidence]));
        Table(folder, "restatements.csv", [.. SubjectColumns, "unit", "before", "after", "change_percent", "before_published", "before_path", "before_text", "before_source_spans", "published", "path", "text", "source_spans"],
            data.Series.SelectMany(s => s.Restatements.Select(r => (object?[])[.. Subject(data, s.Subject), r.After.Quantity.Unit, In(r.Before, r.After), r.After.Quantity.SingleValue, Percent(In(r.Before, r.After), r.After.Quantity.SingleValue), r.Before.Release.Header.Date, .. Evidence(r.Before), r.After.Release.Header.Date, .. Evidence(r.After)])));
        Table(folder, "guidance.csv", [.. SubjectColumns, "published", "change", "stated_action", "low", "high", "bound", "unit", "former_low", "former_high", "path", "text", "source_spans", "confidence"],
            data.Guidance.SelectMany(h => h.Steps.Select(step => Step(data, h, step))));
        Table(folder, "guidance_vs_actual.csv", [.. SubjectColumns, "unit", "first_low", "first_high", "first_published", "revisions", "last_change", "low", "high", "bound", "guided_on", "actual", "actual_basis", "reported_on", "outcome", "outcome_against_first", "percent_from_middle", "guidance_path", "guidance_text", "guidance_source_spans", "actual_path", "actual_text", "actual_source_spans"],
            data.Outcomes.Select(o => Outcome(data, o)));
    }

    private static object?[] Step(DatasetResult data, GuidanceHistory history, GuidanceStep step)
    {
        var now = step.Statement;
        var (low, high) = GuidanceHistory.Range(now.Quantity, now.Quantity.Unit);
        var former = now.Former ?? step.Before?.Quantity;
        var (formerLow, formerHigh) = former is null ? (null, null) : GuidanceHistory.Range(former, now.Quantity.Unit);
        return [.. Subject(data, history.Subject), now.Release.Header.Date, step.Change, now.Action is { } action ? CodeNames.Of(action) : null, low, high, now.Quantity.BoundName, now.Quantity.Unit, formerLow, formerHigh, .. Evidence(now), now.Confidence];
    }

    private static object?[] Outcome(DatasetResult data, GuidanceOutcome outcome)
    {
        var (history, last) = (outcome.History, outcome.History.Last);
        var (firstLow, firstHigh) = GuidanceHistory.Range(history.First.Quantity, last.Quantity.Unit);
        var (low, high) = GuidanceHistory.Range(last.Quantity, last.Quantity.Unit);
        return
        [
            .. Subject(data, history.Subject), last.Quantity.Unit, firstLow, firstHigh, history.First.Release.Header.Date, (long)history.Revisions, history.Steps[^1].Change, low, high, last.Quantity.BoundName, last.Release.Header.Date,
            outcome.Actual, outcome.Basis.Length == 0 ? null : outcome.Basis, outcome.Evidence.Count == 0 ? null : outcome.Evidence.Max(e => e.Release.Header.Date), outcome.Outcome, outcome.AgainstFirst, outcome.FromMiddle,
            .. Evidence(last), Joined(outcome.Evidence.Select(e => e.Release.Path)), Joined(outcome.Evidence.Select(e => e.Text)), Joined(outcome.Evidence.Select(Spans)),
        ];
    }

    private static object?[] Subject(DatasetResult data, Subject subject) =>
    [
        data.Companies[subject.Company - 1].Name, subject.Site.Length == 0 ? null : data.Sites.Names[(subject.Company, subject.Site)], CodeNames.Of(subject.Metric),
        subject.Commodity.Length == 0 ? null : subject.Commodity, subject.Start, subject.End,
    ];

    private static object?[] Evidence(Statement statement) => [statement.Release.Path, statement.Text, Spans(statement)];

    private static string Spans(Statement statement) => string.Join(' ', statement.SourceSpans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}+{s.Length}")));

    private static string? Joined(IEnumerable<string> parts) => string.Join(" | ", parts) is { Length: > 0 } text ? text : null;

    private static decimal In(Statement statement, Statement like) => MassUnits.Convert(statement.Quantity.SingleValue!.Value, statement.Quantity.Unit, like.Quantity.Unit);

    private static decimal? Percent(decimal before, decimal? after) => before == 0 || after is null ? null : Math.Round((after.Value / before - 1) * 100, 2);

    private static void Table(string folder, string name, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) => AtomicFile.Write(Path.Combine(folder, name), file =>
    {
        using var csv = new CsvWriter(new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var column in columns) csv.WriteField(column);
        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var cell in row) csv.WriteField(CsvTableWriter.Cell(cell));
            csv.NextRecord();
        }
    });
}
