using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace PressParse.Export.Tables;

/// <summary>The flat table as Parquet: decimals of 38 digits with 9 after the point, which holds every number of a record, and days as dates.</summary>
internal sealed class ParquetTableWriter : IReleaseTableWriter
{
    /// <summary>Rows held in memory before they are written as a row group.</summary>
    private const int GroupRows = 20_000;

    private const int Precision = 38;
    private const int Scale = 9;

    private readonly DataField[] _fields;
    private readonly List<object?>[] _cells;
    private readonly ParquetWriter _writer;
    private bool _anyGroup;

    public ParquetTableWriter(Stream output)
    {
        _fields = [.. RecordTables.Flat.Select(Field)];
        _cells = [.. _fields.Select(_ => new List<object?>())];
        _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), output).GetAwaiter().GetResult();
    }

    public void Write(JsonElement release)
    {
        foreach (var row in RecordTables.FlatRows(release))
            for (var c = 0; c < _cells.Length; c++) _cells[c].Add(RecordTables.Flat[c].Value(row));
        if (_cells[0].Count >= GroupRows) WriteGroup();
    }

    public void Complete()
    {
        if (_cells[0].Count > 0 || !_anyGroup) WriteGroup();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public void Dispose() { }

    private static DataField Field(Column column) => column.Type switch
    {
        CellType.Text => new DataField<string>(column.Name),
        CellType.Integer => new DataField<long?>(column.Name),
        CellType.Decimal => new DecimalDataField(column.Name, Precision, Scale, isNullable: true),
        CellType.Real => new DataField<double?>(column.Name),
        CellType.Date => new DataField<DateOnly?>(column.Name),
        _ => new DataField<bool?>(column.Name),
    };

    private void WriteGroup()
    {
        _anyGroup = true;
        using var group = _writer.CreateRowGroup();
        for (var c = 0; c < _fields.Length; c++)
        {
            var cells = _cells[c];
            (RecordTables.Flat[c].Type switch
            {
                CellType.Text => group.WriteAsync(_fields[c], cells.ConvertAll(v => (string)v!)),
                CellType.Integer => group.WriteAsync<long>(_fields[c], cells.ConvertAll(v => (long?)v).ToArray()),
                CellType.Decimal => group.WriteAsync<decimal>(_fields[c], cells.ConvertAll(v => v is decimal d ? (decimal?)Math.Round(d, Scale) : null).ToArray()),
                CellType.Real => group.WriteAsync<double>(_fields[c], cells.ConvertAll(v => (double?)v).ToArray()),
                CellType.Date => group.WriteAsync<DateOnly>(_fields[c], cells.ConvertAll(v => (DateOnly?)v).ToArray()),
                _ => group.WriteAsync<bool>(_fields[c], cells.ConvertAll(v => (bool?)v).ToArray()),
            }).GetAwaiter().GetResult();
            cells.Clear();
        }
        group.CompleteValidate();
    }
}
