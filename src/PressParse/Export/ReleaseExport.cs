using System.Text.Json;
using PressParse.Export.Tables;
using PressParse.Records;

namespace PressParse.Export;

/// <summary>Writes many releases to a file in any format. Stateless and safe to share between threads.</summary>
public static class ReleaseExport
{
    /// <summary>Writes releases in the order given, one at a time, so that any number of them needs little memory.</summary>
    /// <param name="releases">The records.</param>
    /// <param name="path">The file; it appears under its name only when it is whole, and replaces one that was there.</param>
    /// <param name="format">The format; docs/records.md describes each.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void ToFile(IEnumerable<Release> releases, string path, ExportFormat format) =>
        ReleaseTableWriters.ToFile(format, path, writer =>
        {
            foreach (var release in releases)
            {
                using var json = JsonDocument.Parse(ReleaseJson.ToLine(release));
                writer.Write(json.RootElement);
            }
        });
}
