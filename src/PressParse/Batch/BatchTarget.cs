using PressParse.Export;
using PressParse.Export.Tables;

namespace PressParse.Batch;

/// <summary>Where the results of a batch go, so that a run can be cut off and go on. Not safe to share between threads.</summary>
internal interface IBatchTarget : IDisposable
{
    /// <summary>The file beside which journal and failures are kept.</summary>
    string Name { get; }

    /// <summary>Length of what is written.</summary>
    long Length { get; }

    /// <summary>Drops what was written beyond a length: results whose journal line is missing.</summary>
    void CutTo(long length);

    /// <summary>Takes the result of a document that an earlier run has done.</summary>
    void Pass(string path);

    /// <summary>Takes the result of a document; it is with the operating system when this returns.</summary>
    void Write(string path, byte[]? line);

    /// <summary>Makes the output whole. Called at the end and when interrupted; may be called again by the run that goes on.</summary>
    void Publish();

    /// <summary>Removes what only a run under way needs.</summary>
    void Clear();
}

/// <summary>All results in one file. JSON lines grow in place; another format is made from them when the run ends.</summary>
internal sealed class FileTarget : IBatchTarget
{
    private readonly ExportFormat _format;
    private readonly string _path;
    private readonly string _linesPath;
    private readonly FileStream _lines;

    public FileTarget(string path, ExportFormat format)
    {
        _path = path;
        _format = format;
        _linesPath = format == ExportFormat.JsonLines ? path : path + ".partial.jsonl";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        _lines = new FileStream(_linesPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    public string Name => _path;

    public long Length => _lines.Length;

    public void CutTo(long length)
    {
        _lines.SetLength(length);
        _lines.Seek(0, SeekOrigin.End);
    }

    public void Pass(string path) { }

    public void Write(string path, byte[]? line)
    {
        if (line is not null) _lines.Write(line);
    }

    public void Publish()
    {
        if (_format == ExportFormat.JsonLines) return;
        _lines.Seek(0, SeekOrigin.Begin);
        ReleaseTableWriters.Convert(_lines, _format, _path);
        _lines.Seek(0, SeekOrigin.End);
    }

    public void Clear()
    {
        if (_format == ExportFormat.JsonLines) return;
        _lines.Dispose();
        File.Delete(_linesPath);
    }

    public void Dispose() => _lines.Dispose();
}

/// <summary>One file per document in a folder, named after it. Each appears under its name only when it is whole.</summary>
internal sealed class FolderTarget : IBatchTarget
{
    private readonly string _folder;
    private readonly ExportFormat _format;
    private readonly string _extension;
    private readonly OutputNames _names = new();

    public FolderTarget(string folder, ExportFormat format)
    {
        _folder = folder;
        _format = format;
        _extension = format switch { ExportFormat.Json => ".json", ExportFormat.Csv => ".csv", ExportFormat.Parquet => ".parquet", ExportFormat.Sqlite => ".db", _ => ".jsonl" };
        Directory.CreateDirectory(folder);
    }

    public string Name => Path.Combine(_folder, "pressparse");

    public long Length => long.MaxValue;

    public void CutTo(long length) { }

    public void Pass(string path) => _names.For(path, _extension);

    public void Write(string path, byte[]? line)
    {
        // A failed document takes a name as well, so that names do not depend on what failed.
        var file = Path.Combine(_folder, _names.For(path, _extension));
        if (line is null) return;
        using var lines = new MemoryStream(line);
        ReleaseTableWriters.Convert(lines, _format, file);
    }

    public void Publish() { }

    public void Clear() { }

    public void Dispose() { }
}
