namespace PressParse.Export;

/// <summary>The forms in which records of many releases are written. docs/records.md describes every column.</summary>
public enum ExportFormat
{
    /// <summary>JSON lines: one release a line.</summary>
    JsonLines,

    /// <summary>One JSON array of releases.</summary>
    Json,

    /// <summary>Comma-separated values: one row per figure or guidance, UTF-8, a header row.</summary>
    Csv,

    /// <summary>Parquet: the rows of the CSV with typed columns.</summary>
    Parquet,

    /// <summary>An SQLite database with tables of releases, figures, guidance, dates and disclaimers.</summary>
    Sqlite,
}
