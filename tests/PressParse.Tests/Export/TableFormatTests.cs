using System.Globalization;
using System.Text;
using CsvHelper;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Parquet;
using PressParse.Export;
using PressParse.Export.Tables;
using PressParse.Records;
using PressParse.Tests.Cli;
using Xunit;

namespace PressParse.Tests.Export;

public sealed class TableFormatTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private static readonly Release[] Releases =
    [
        SampleReleases.Full,
        SampleReleases.Release("empty.txt"),
        SampleReleases.Release("evil.txt", new ReleaseHeader("=HYPERLINK(\"http://x\")", "@evil, \"Ltd\"\n", [], null, null, null),
            [SampleReleases.Figure(new Quantity.Point(79_228_162_514_264_337_593_543_950_335m, "t", "=1+1", false), Metric.OreMined, null, site: "\t=cmd|' /C calc'!A0")],
            [SampleReleases.Guidance(new Quantity.AtMost(0.0000000001m, "g/t", "-2 to 3"))]),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_formats_agree_row_for_row()
    {
        foreach (var format in Enum.GetValues<ExportFormat>()) Write(format);
        var csv = ReadCsv().Select(r => r.Select(c => c.StartsWith('\'') ? c[1..] : c).ToArray()).ToList();
        var parquet = await ReadParquet();
        var sqlite = ReadSqlite();
        csv.Should().HaveCount(6);
        parquet.Should().HaveCount(6);
        sqlite.Should().HaveCount(6);
        for (var row = 0; row < 6; row++)
        {
            for (var c = 0; c < RecordTables.Flat.Count; c++)
            {
                var column = RecordTables.Flat[c];
                if (column.Type == CellType.Decimal)
                {
                    // Parquet rounds to nine decimals and SQLite holds binary numbers; within that they are the same.
                    var exact = csv[row][c].Length == 0 ? (decimal?)null : decimal.Parse(csv[row][c], CultureInfo.InvariantCulture);
                    (parquet[row][c] as decimal?).Should().Be(exact is { } e ? Math.Round(e, 9) : null, "{0} of row {1}", column.Name, row);
                    (sqlite[row][c] is { } s ? Convert.ToDouble(s, CultureInfo.InvariantCulture) : (double?)null).Should().Be((double?)exact, "{0} of row {1}", column.Name, row);
                }
                else
                {
                    (CsvTableWriter.Cell(parquet[row][c]) ?? "").TrimStart('\'').Should().Be(csv[row][c], "{0} of row {1}", column.Name, row);
                    (CsvTableWriter.Cell(sqlite[row][c]) ?? "").TrimStart('\'').Should().Be(csv[row][c], "{0} of row {1}", column.Name, row);
                }
            }
        }
        File.ReadAllText(_folder["x.JsonLines"]).Should().Be(string.Concat(Releases.Select(r => ReleaseJson.ToJson(r) + "\n")));
        File.ReadAllText(_folder["x.Json"]).Should().Be("[\n" + string.Join(",\n", Releases.Select(r => ReleaseJson.ToJson(r))) + "\n]\n");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\t=a", "'\t=a")]
    [InlineData(" =a", "' =a")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Nothing_in_a_csv_runs_as_a_formula(string text, string cell) => CsvTableWriter.Harmless(text).Should().Be(cell);

    [Fact]
    public void Sqlite_has_keys_and_answers_through_its_views()
    {
        Write(ExportFormat.Sqlite);
        using var database = Database();
        Scalar(database, "SELECT count(*) FROM releases").Should().Be(3L);
        Scalar(database, "SELECT count(*) FROM all_figures").Should().Be(6L);
        Scalar(database, "SELECT count(*) FROM dates JOIN releases USING (release_id) WHERE company = 'Écho Mines Ltd.'").Should().Be(1L);
        Scalar(database, "SELECT triggers FROM disclaimers").Should().Be("target; plan");
        Scalar(database, "SELECT value FROM figures WHERE metric = 'miningRate'").Should().Be(6400L);
        Scalar(database, "SELECT count(*) FROM production_by_period").Should().Be(0L);
        Scalar(database, "SELECT count(*) FROM guidance_and_actual").Should().Be(0L);
        Scalar(database, "PRAGMA integrity_check").Should().Be("ok");
        Scalar(database, "SELECT count(*) FROM pragma_foreign_key_check").Should().Be(0L);
    }

    [Fact]
    public void An_output_without_any_figure_still_has_its_columns()
    {
        using var none = new MemoryStream();
        foreach (var format in Enum.GetValues<ExportFormat>()) ReleaseTableWriters.Convert(none, format, _folder[$"none.{format}"]);
        File.ReadAllText(_folder["none.Csv"]).Should().StartWith("path,sha256,company,").And.Subject.Count(c => c == '\n').Should().Be(1);
        File.ReadAllText(_folder["none.Json"]).Should().Be("[]\n");
        new FileInfo(_folder["none.Parquet"]).Length.Should().BePositive();
    }

    [Fact]
    public void Releases_in_memory_are_written_as_those_of_a_batch_are()
    {
        Write(ExportFormat.Csv);
        ReleaseExport.ToFile(Releases, _folder["direct.csv"], ExportFormat.Csv);
        File.ReadAllText(_folder["direct.csv"]).Should().Be(File.ReadAllText(_folder["x.Csv"]));
    }

    [Fact]
    public void The_guide_names_every_column()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "records.md"));
        foreach (var column in RecordTables.Flat.Concat(RecordTables.Release).Concat(RecordTables.Date).Concat(RecordTables.Disclaimer))
            guide.Should().Contain($"`{column.Name}`");
    }

    private void Write(ExportFormat format)
    {
        using var lines = new MemoryStream([.. Releases.SelectMany(ReleaseJson.ToLine), .. ReleaseJson.ToFailureLine("broken", "cannot be read")]);
        ReleaseTableWriters.Convert(lines, format, _folder[$"x.{format}"]);
    }

    private List<string[]> ReadCsv()
    {
        using var csv = new CsvParser(new StreamReader(_folder["x.Csv"], Encoding.UTF8), CultureInfo.InvariantCulture);
        csv.Read();
        csv.Record.Should().Equal(RecordTables.Flat.Select(c => c.Name));
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add(csv.Record!);
        return rows;
    }

    private async Task<List<object?[]>> ReadParquet()
    {
        await using var file = await ParquetReader.CreateAsync(_folder["x.Parquet"], new ParquetOptions { UseDateOnlyTypeForDates = true });
        using var group = file.OpenRowGroupReader(0);
        var rows = Enumerable.Range(0, (int)group.RowCount).Select(_ => new object?[RecordTables.Flat.Count]).ToList();
        for (var c = 0; c < RecordTables.Flat.Count; c++)
        {
            var field = file.Schema.DataFields[c];
            switch (RecordTables.Flat[c].Type)
            {
                case CellType.Text:
                    var texts = new string?[rows.Count];
                    await group.ReadAsync(field, texts.AsMemory()!);
                    Fill(texts);
                    break;
                case CellType.Integer: Fill(await Read<long>()); break;
                case CellType.Decimal: Fill(await Read<decimal>()); break;
                case CellType.Real: Fill(await Read<double>()); break;
                case CellType.Date: Fill(await Read<DateOnly>()); break;
                default: Fill(await Read<bool>()); break;
            }

            async Task<T?[]> Read<T>() where T : struct
            {
                var values = new T?[rows.Count];
                await group.ReadAsync<T>(field, values.AsMemory());
                return values;
            }

            void Fill<T>(T[] values)
            {
                for (var r = 0; r < rows.Count; r++) rows[r][c] = values[r];
            }
        }
        return rows;
    }

    private List<object?[]> ReadSqlite()
    {
        var figure = string.Join(", ", RecordTables.Figure.Select(c => $"f.{c.Name}"));
        var context = "r.path, r.sha256, r.company, r.tickers, r.published, f.row";
        using var database = Database();
        using var command = database.CreateCommand();
        command.CommandText = $"""
            SELECT r.release_id, {context}, {figure}, NULL, NULL, NULL, NULL FROM figures f JOIN releases r USING (release_id)
            UNION ALL SELECT r.release_id, {context}, {figure}, f.action, f.former_value, f.former_low, f.former_high FROM guidance f JOIN releases r USING (release_id)
            ORDER BY 1, 7
            """;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(1, reader.FieldCount - 1).Select(n => reader.IsDBNull(n) ? null : reader.GetValue(n))]);
        return rows;
    }

    private SqliteConnection Database()
    {
        var connection = new SqliteConnection($"Data Source={_folder["x.Sqlite"]};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Scalar(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
