using System.Globalization;
using System.Text;
using PressParse.Extraction;
using PressParse.Records;
using PressParse.Text;

namespace PressParse.Export;

/// <summary>The derivation of a release's records as text for a person.</summary>
internal static class Explanation
{
    /// <summary>Characters of context shown on each side of a quantity.</summary>
    private const int Context = 70;

    /// <summary>All of a release: its source, head, repairs, then every record and every refused candidate with what led to it.</summary>
    public static string Of(ReleaseAnalysis analysis)
    {
        var release = analysis.Release;
        var text = analysis.Repaired.Text;
        var output = new StringBuilder();
        Line(output, $"{release.Source.Path ?? "(text)"}  {release.Source.MediaType}  sha256 {release.Source.Sha256}");
        Head(output, release.Header);
        foreach (var group in analysis.Repaired.Repairs.GroupBy(r => r.Repair))
        {
            var first = group.First();
            Line(output, $"repair  {group.Key} x{group.Count()}, first at source {first.Source.Start}: {Quote(first.Before)} -> {Quote(first.After)} ({first.Reason})");
        }
        var byPlace = analysis.Candidates.ToLookup(c => c.Span);
        foreach (var figure in release.Figures.Concat(release.Guidance).OrderBy(f => f.Evidence.Span.Start)) Figure(output, figure, byPlace[figure.Evidence.Span], text);
        foreach (var date in release.Dates)
            Line(output, $"date    {Quote(date.Evidence.Text)} = {Days(date.Start, date.End)}, {CodeNames.Of(date.Role)}{(date.Explicit ? "" : ", inferred")}, source {Places(date.Evidence.SourceSpans)}");
        foreach (var block in release.Disclaimers)
            Line(output, $"block   {CodeNames.Of(block.Kind)}, source {Places([block.SourceSpan])}, {Quote(Cut(text, block.Span.Start, block.Span.End))}{Listed(", speaks of: ", block.Triggers)}{Listed(", invokes: ", block.Statutes)}");
        var kept = release.Figures.Concat(release.Guidance).SelectMany(f => f.AlsoAt.Select(e => e.Span).Append(f.Evidence.Span)).ToHashSet();
        foreach (var candidate in analysis.Candidates.Where(c => !kept.Contains(c.Span))) Refused(output, candidate);
        foreach (var warning in release.Warnings) Line(output, $"warning {warning}");
        return output.Append('\n').ToString();
    }

    private static void Head(StringBuilder output, ReleaseHeader header)
    {
        if (header.Headline is not null) Line(output, $"head    {header.Headline}");
        var parts = new[] { header.Company, string.Join(" ", header.Tickers.Select(t => $"{t.Exchange}:{t.Symbol}")), header.Place, header.Date is { } day ? JsonValues.Iso(day) : null, header.Wire };
        if (parts.Any(p => !string.IsNullOrEmpty(p))) Line(output, $"issuer  {string.Join(" | ", parts.Where(p => !string.IsNullOrEmpty(p)))}");
    }

    private static void Figure(StringBuilder output, ProductionFigure figure, IEnumerable<Candidate> candidates, string text)
    {
        var action = figure is GuidanceRange { Action: { } a } ? $" ({CodeNames.Of(a)})" : "";
        Line(output, $"record  {CodeNames.Of(figure.Metric)}{action} {figure.Commodity ?? "-"}, {CodeNames.Of(figure.Kind)}: {Number(figure.Quantity)}");
        Line(output, $"        {(figure.Period is { } p ? $"{Days(p.Start, p.End)} from {(p.Text is null ? "the context" : Quote(p.Text))}" : "no period")}, {(figure.Site is null ? "whole company" : $"at {figure.Site}")}");
        Line(output, $"        \"{Around(text, figure.Evidence.Span)}\" at source {Places(figure.Evidence.SourceSpans)}");
        Line(output, $"        rule {figure.Rule}, confidence {figure.Confidence:0.00}{(figure.AlsoAt.Count > 0 ? $", said {figure.AlsoAt.Count + 1} times" : "")}");
        foreach (var candidate in candidates)
        {
            foreach (var link in candidate.Links) Line(output, $"        {CodeNames.Of(link.Link)} {link.Option}, score {link.Score:0.00}: {string.Join(" ", link.Describe())}");
            if (candidate.Rule != figure.Rule) Line(output, $"        also proposed by {candidate.Rule} as {CodeNames.Of(candidate.Metric)} {candidate.Commodity ?? "-"} {CodeNames.Of(candidate.Kind)}, score {candidate.Confidence:0.00}: {candidate.Verdict}");
        }
    }

    private static void Refused(StringBuilder output, Candidate candidate)
    {
        Line(output, $"refused {Quote(candidate.Quantity.AsWritten)} as {CodeNames.Of(candidate.Metric)} {candidate.Commodity ?? "-"} {CodeNames.Of(candidate.Kind)}, rule {candidate.Rule}, confidence {candidate.Confidence:0.00}: {candidate.Verdict}");
        foreach (var link in candidate.Links) Line(output, $"        {CodeNames.Of(link.Link)} {link.Option}, score {link.Score:0.00}: {string.Join(" ", link.Describe())}");
    }

    private static string Number(Quantity quantity) =>
        (quantity is Quantity.Between b ? Invariant($"{JsonValues.Plain(b.Low)} to {JsonValues.Plain(b.High)}") : Invariant($"{JsonValues.Plain(quantity.SingleValue ?? 0)}"))
        + $" {quantity.Unit}{(quantity.BoundName == "exact" ? "" : $" ({quantity.BoundName})")}, written {Quote(quantity.AsWritten)}";

    private static string Days(DateOnly start, DateOnly end) => start == end ? JsonValues.Iso(start) : $"{JsonValues.Iso(start)}..{JsonValues.Iso(end)}";

    private static string Places(IReadOnlyList<TextSpan> spans) => string.Join(", ", spans.Select(s => Invariant($"{s.Start}-{s.End}")));

    private static string Listed(string title, IReadOnlyList<string> items) => items.Count > 0 ? title + string.Join("; ", items) : "";

    private static string Around(string text, TextSpan span) =>
        $"{Cut(text, Math.Max(0, span.Start - Context), span.Start)}[{Cut(text, span.Start, span.End)}]{Cut(text, span.End, Math.Min(text.Length, span.End + Context))}";

    private static string Cut(string text, int start, int end)
    {
        var from = Math.Clamp(start, 0, text.Length);
        return text[from..Math.Clamp(end, from, text.Length)].Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private static string Quote(string text) => $"\"{(text.Length > 80 ? text[..77] + "..." : text).Replace('\n', ' ')}\"";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder output, FormattableString line) => output.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
