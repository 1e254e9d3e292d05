using System.Text.Json;

namespace PressParse.Export.Tables;

/// <summary>Writes releases in one format, in the order given. Not safe to share between threads; disposing leaves out what <see cref="Complete"/> would end.</summary>
internal interface IReleaseTableWriter : IDisposable
{
    /// <summary>Writes a release.</summary>
    /// <param name="release">The release as JSON.</param>
    void Write(JsonElement release);

    /// <summary>Ends the output; nothing is written after it.</summary>
    void Complete();
}

/// <summary>The writers, one line each.</summary>
internal static class ReleaseTableWriters
{
    /// <summary>A writer to a stream, which it does not close.</summary>
    /// <exception cref="NotSupportedException">The format needs a file.</exception>
    public static IReleaseTableWriter ToStream(ExportFormat format, Stream output) => format switch
    {
        ExportFormat.JsonLines => new JsonLinesWriter(output),
        ExportFormat.Json => new JsonArrayWriter(output),
        ExportFormat.Csv => new CsvTableWriter(output),
        ExportFormat.Parquet => new ParquetTableWriter(output),
        _ => throw new NotSupportedException("An SQLite database cannot be written to a stream."),
    };

    /// <summary>Rewrites JSON lines in another format.</summary>
    /// <param name="lines">JSON lines; lines of failed documents are passed over.</param>
    /// <param name="format">The format to write.</param>
    /// <param name="path">The file to write.</param>
    public static void Convert(Stream lines, ExportFormat format, string path) => ToFile(format, path, writer =>
    {
        using var reader = new StreamReader(lines, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            using var release = JsonDocument.Parse(line);
            if (!release.RootElement.TryGetProperty("error", out _)) writer.Write(release.RootElement);
        }
    });

    /// <summary>Writes a file, which appears under its name only when it is whole; one that was there is replaced.</summary>
    /// <param name="format">The format to write.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="write">Writes the releases; the end is added here.</param>
    public static void ToFile(ExportFormat format, string path, Action<IReleaseTableWriter> write)
    {
        var partial = path + ".tmp";
        File.Delete(partial);
        if (format == ExportFormat.Sqlite)
        {
            using var database = new SqliteTableWriter(partial);
            write(database);
            database.Complete();
        }
        else
        {
            using var output = new FileStream(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            using var writer = ToStream(format, output);
            write(writer);
            writer.Complete();
        }
        File.Move(partial, path, overwrite: true);
    }
}
