using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace PressParse.Export.Tables;

/// <summary>
/// The flat table as comma-separated values: UTF-8 without a byte order mark, line feeds, a header row, empty for null. Text that a
/// spreadsheet would take for a formula is prefixed with an apostrophe, because a release is text of strangers.
/// </summary>
internal sealed class CsvTableWriter : IReleaseTableWriter
{
    private readonly CsvWriter _csv;

    public CsvTableWriter(Stream output)
    {
        _csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var column in RecordTables.Flat) _csv.WriteField(column.Name);
        _csv.NextRecord();
    }

    public void Write(JsonElement release)
    {
        foreach (var row in RecordTables.FlatRows(release))
        {
            foreach (var column in RecordTables.Flat) _csv.WriteField(Cell(column.Value(row)));
            _csv.NextRecord();
        }
    }

    public void Complete() => _csv.Flush();

    public void Dispose() => _csv.Dispose();

    /// <summary>A value as the text of its cell.</summary>
    internal static string? Cell(object? value) => value switch
    {
        null => null,
        string text => Harmless(text),
        DateOnly day => JsonValues.Iso(day),
        decimal number => JsonValues.Plain(number).ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The first characters by which spreadsheets recognise a formula, white space in front of them included.</summary>
    internal static string Harmless(string text) =>
        text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            || char.IsWhiteSpace(text[0]) && text.AsSpan().TrimStart() is [ '=' or '+' or '-' or '@', ..]) ? "'" + text : text;
}
