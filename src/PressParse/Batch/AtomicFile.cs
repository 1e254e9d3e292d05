namespace PressParse.Batch;

/// <summary>Writes files that appear under their name only when they are whole.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file in place of one that may be there; its folder is made where it is missing.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var partial = path + ".tmp";
        using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16)) write(file);
        File.Move(partial, path, overwrite: true);
    }
}
