using System.Text;
using System.Text.Json;
using PressParse.Export;

namespace PressParse.Batch;

/// <summary>One document that is done. Immutable.</summary>
/// <param name="Path">Path or id of the document.</param>
/// <param name="Stamp">What tells whether the document is still the same.</param>
/// <param name="End">Length of the data file once its result was in it.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
internal sealed record JournalEntry(string Path, string Stamp, long End, string? Error);

/// <summary>
/// The record of a batch under way: one line per finished document, written after its result. A process may be killed at any moment:
/// a line that is not whole is no line, and a result without its line is cut off when the run goes on. Not safe to share between threads.
/// </summary>
internal sealed class BatchJournal : IDisposable
{
    private readonly FileStream _file;

    private BatchJournal(FileStream file) => _file = file;

    /// <summary>Starts a journal, in place of one that may be there.</summary>
    /// <exception cref="IOException">Another run is writing it.</exception>
    public static BatchJournal Start(string path, string options)
    {
        var journal = new BatchJournal(Open(path, FileMode.OpenOrCreate));
        journal._file.SetLength(0);
        journal.WriteLine(json =>
        {
            json.WriteStartObject();
            json.WriteString("journal", "pressparse/1");
            json.WriteString("options", options);
            json.WriteEndObject();
        });
        return journal;
    }

    /// <summary>Reads the journal of a broken run.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="options">The options of the run that would go on.</param>
    /// <param name="data">Length of the data file; entries beyond it are dropped.</param>
    /// <param name="same">Told each entry in turn; where it says no, that entry and all after it are dropped.</param>
    /// <returns>The journal, cut to what holds, and its entries; null when there is none or it was written with other options.</returns>
    public static (BatchJournal Journal, IReadOnlyList<JournalEntry> Entries)? Continue(string path, string options, long data, Func<JournalEntry, bool> same)
    {
        if (!File.Exists(path)) return null;
        var file = Open(path, FileMode.Open);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var entries = new List<JournalEntry>();
        var good = 0;
        for (var end = Next(bytes, 0); end > 0; end = Next(bytes, good))
        {
            if (good == 0)
            {
                if (!HasOptions(bytes.AsMemory(0, end), options)) break;
            }
            else if (Parse(bytes.AsMemory(good, end - good)) is not { } entry || entry.End > data || !same(entry)) break;
            else entries.Add(entry);
            good = end;
        }
        if (good == 0)
        {
            file.Dispose();
            return null;
        }
        file.SetLength(good);
        file.Seek(0, SeekOrigin.End);
        return (new BatchJournal(file), entries);
    }

    /// <summary>Adds a finished document, whose result must be in the data file by now.</summary>
    public void Add(JournalEntry entry) => WriteLine(json =>
    {
        json.WriteStartObject();
        json.WriteString("path", entry.Path);
        json.WriteString("stamp", entry.Stamp);
        json.WriteNumber("end", entry.End);
        json.WriteText("error", entry.Error);
        json.WriteEndObject();
    });

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path, FileMode mode) => new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    /// <summary>Offset after the next line feed; -1 when the rest is no whole line.</summary>
    private static int Next(byte[] bytes, int from)
    {
        var feed = bytes.AsSpan(from).IndexOf((byte)'\n');
        return feed < 0 ? -1 : from + feed + 1;
    }

    private static bool HasOptions(ReadOnlyMemory<byte> line, string options)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("options").GetString() == options;
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static JournalEntry? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new JournalEntry(root.GetProperty("path").GetString()!, root.GetProperty("stamp").GetString()!, root.GetProperty("end").GetInt64(), root.GetProperty("error").GetString());
        }
        catch (Exception bad) when (bad is JsonException or KeyNotFoundException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }

    private void WriteLine(Action<Utf8JsonWriter> write) => _file.Write(ReleaseJson.Line(write));
}
