using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PressParse.Export.Tables;

/// <summary>All records in an SQLite database: a table per kind of record, tied to its release, and views for the common questions.</summary>
internal sealed class SqliteTableWriter : IReleaseTableWriter
{
    private const string Views = """
        CREATE VIEW all_figures AS
          SELECT r.path, r.company, r.tickers, r.published, f.row, f.metric, f.commodity, f.kind, f.value, f.low, f.high, f.bound, f.unit, f.period_start, f.period_end, f.site, f.confidence, f.text, NULL AS action
            FROM figures f JOIN releases r USING (release_id)
          UNION ALL
          SELECT r.path, r.company, r.tickers, r.published, g.row, g.metric, g.commodity, g.kind, g.value, g.low, g.high, g.bound, g.unit, g.period_start, g.period_end, g.site, g.confidence, g.text, g.action
            FROM guidance g JOIN releases r USING (release_id);
        CREATE VIEW production_by_period AS
          SELECT r.company, f.site, f.commodity, f.period_start, f.period_end, f.value, f.unit, f.kind, r.path, f.text
            FROM figures f JOIN releases r USING (release_id)
            WHERE f.metric = 'production' AND f.kind IN ('actual', 'comparative') AND f.period_start IS NOT NULL;
        CREATE VIEW guidance_and_actual AS
          SELECT gr.company, g.metric, g.commodity, g.site, g.unit, g.period_start, g.period_end, g.value AS guided, g.low, g.high, g.bound, g.action, gr.published AS guided_on,
                 f.value AS actual, fr.published AS reported_on, g.text AS guidance_text, f.text AS actual_text
            FROM guidance g JOIN releases gr USING (release_id)
            JOIN figures f ON f.metric = g.metric AND f.commodity IS g.commodity AND f.site IS g.site AND f.unit = g.unit
              AND f.period_start = g.period_start AND f.period_end = g.period_end AND f.kind = 'actual'
            JOIN releases fr ON fr.release_id = f.release_id AND fr.company = gr.company;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _figure;
    private readonly SqliteCommand _guidance;
    private readonly SqliteCommand _date;
    private readonly SqliteCommand _disclaimer;
    private long _releases;

    public SqliteTableWriter(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        // The file gets its name only when it is whole, so a journal would only cost time.
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        _transaction = _connection.BeginTransaction();
        _release = Table("releases", "release_id INTEGER PRIMARY KEY", RecordTables.Release);
        const string key = "release_id INTEGER NOT NULL REFERENCES releases(release_id), row INTEGER NOT NULL";
        _figure = Table("figures", key, RecordTables.Figure);
        _guidance = Table("guidance", key, [.. RecordTables.Figure, .. RecordTables.GuidanceOnly]);
        _date = Table("dates", key, RecordTables.Date);
        _disclaimer = Table("disclaimers", key, RecordTables.Disclaimer);
        Execute(Views);
    }

    public void Write(JsonElement release)
    {
        _releases++;
        Insert(_release, RecordTables.Release, new RowSource(release, release, 0), keyed: false);
        foreach (var row in RecordTables.FlatRows(release))
        {
            if (row.Item.TryGetProperty("action", out _)) Insert(_guidance, [.. RecordTables.Figure, .. RecordTables.GuidanceOnly], row);
            else Insert(_figure, RecordTables.Figure, row);
        }
        foreach (var row in RecordTables.Rows(release, "dates")) Insert(_date, RecordTables.Date, row);
        foreach (var row in RecordTables.Rows(release, "disclaimers")) Insert(_disclaimer, RecordTables.Disclaimer, row);
    }

    public void Complete()
    {
        Execute("CREATE INDEX figures_by_metric ON figures(metric, commodity, period_start); CREATE INDEX guidance_by_metric ON guidance(metric, commodity, period_start);");
        _transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in new[] { _release, _figure, _guidance, _date, _disclaimer }) command.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Table(string name, string key, IReadOnlyList<Column> columns)
    {
        var primary = name == "releases" ? "" : ", PRIMARY KEY (release_id, row)";
        Execute($"CREATE TABLE {name} ({key}, {string.Join(", ", columns.Select(c => $"\"{c.Name}\" {SqlType(c.Type)}"))}{primary});");
        var keys = name == "releases" ? 1 : 2;
        var insert = _connection.CreateCommand();
        insert.Transaction = _transaction;
        insert.CommandText = $"INSERT INTO {name} VALUES ({string.Join(", ", Enumerable.Range(0, columns.Count + keys).Select(n => string.Create(CultureInfo.InvariantCulture, $"$p{n}")))})";
        for (var n = 0; n < columns.Count + keys; n++) insert.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{n}") });
        return insert;
    }

    private void Insert(SqliteCommand insert, IReadOnlyList<Column> columns, RowSource row, bool keyed = true)
    {
        insert.Parameters[0].Value = _releases;
        var at = 1;
        if (keyed) insert.Parameters[at++].Value = (long)row.Number;
        foreach (var column in columns) insert.Parameters[at++].Value = Value(column.Value(row));
        insert.ExecuteNonQuery();
    }

    /// <summary>Numbers as numbers, so that they add up in SQL; days as ISO text, which SQLite's date functions read.</summary>
    private static object Value(object? cell) => cell switch
    {
        null => DBNull.Value,
        decimal number when number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
        decimal number => (double)number,
        DateOnly day => JsonValues.Iso(day),
        bool flag => flag ? 1L : 0L,
        _ => cell,
    };

    private static string SqlType(CellType type) => type switch
    {
        CellType.Integer or CellType.Flag => "INTEGER",
        CellType.Decimal => "NUMERIC",
        CellType.Real => "REAL",
        _ => "TEXT",
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
    }
}
