using System.Globalization;
using System.Text.Json;
using PressParse.Export;

namespace PressParse.Evaluation;

/// <summary>A score as a table for reading or as JSON with the keys of score.py.</summary>
internal static class ScoreWriter
{
    /// <summary>The table; after it the first <paramref name="errors"/> misses and extras.</summary>
    public static void WriteTable(TextWriter output, CorpusScore score, int errors)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"documents {score.Documents}{(score.Failed.Count > 0 ? $", could not read {string.Join(", ", score.Failed)}" : "")}\n"));
        foreach (var (name, tally, share) in Rows(score))
        {
            output.Write(tally is null
                ? string.Create(CultureInfo.InvariantCulture, $"{name,-28} {share:0.000}\n")
                : string.Create(CultureInfo.InvariantCulture, $"{name,-28} P {tally.Precision:0.000}  R {tally.Recall:0.000}  F1 {tally.F1:0.000}\n"));
        }
        if (score.Calibration.Count > 0)
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{"calibration.brier",-28} {score.Calibration.Brier:0.000}\n"));
            foreach (var (from, count, confidence, right) in score.Calibration.Tenths())
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{$"confidence={from:0.0}-{from + 0.1:0.0}",-28} n {count,5}  said {confidence:0.000}  right {right:0.000}\n"));
        }
        foreach (var line in score.Errors.Take(errors)) output.Write(line + "\n");
    }

    /// <summary>One line of JSON: per key precision, recall and F1, or a single share.</summary>
    public static byte[] ToJsonLine(CorpusScore score) => ReleaseJson.Line(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("documents", score.Documents);
        json.WriteStrings("missing", score.Failed);
        foreach (var (name, tally, share) in Rows(score))
        {
            if (tally is null) json.WriteNumber(name, share);
            else
            {
                json.WriteStartArray(name);
                json.WriteNumberValue(tally.Precision);
                json.WriteNumberValue(tally.Recall);
                json.WriteNumberValue(tally.F1);
                json.WriteEndArray();
            }
        }
        WriteCalibration(json, score.Calibration);
        json.WriteEndObject();
    });

    private static void WriteCalibration(Utf8JsonWriter json, Calibration calibration)
    {
        json.WriteStartObject("calibration");
        json.WriteNumber("brier", calibration.Brier);
        json.WriteStartArray("tenths");
        foreach (var (from, count, confidence, right) in calibration.Tenths())
        {
            json.WriteStartObject();
            json.WriteNumber("from", from);
            json.WriteNumber("count", count);
            json.WriteNumber("said", confidence);
            json.WriteNumber("right", right);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, Tally? Tally, double Share)> Rows(CorpusScore score)
    {
        foreach (var tier in Enum.GetValues<Tier>()) yield return ($"figure.{tier.ToString().ToLowerInvariant()}", score.Figures[(int)tier], 0);
        foreach (var (kind, tally) in score.Kinds) yield return ($"kind={kind}", tally, 0);
        foreach (var (metric, tally) in score.Metrics) yield return ($"metric={metric}", tally, 0);
        yield return ("dates", score.Dates, 0);
        foreach (var (kind, tally) in score.Disclaimers) yield return ($"disclaimer={kind}", tally, 0);
        foreach (var (field, (given, right)) in score.Header) yield return ($"header.{field}", null, (double)right / given);
        yield return ("header.tickers", score.Tickers, 0);
        if (score.FutureSentences.Right + score.FutureSentences.Missed > 0) yield return ("sentences.forwardLooking", score.FutureSentences, 0);
        if (score.Groups.Count > 1)
            foreach (var (group, tally) in score.Groups) yield return ($"group={(group.Length == 0 ? "." : group)}", tally, 0);
    }
}
