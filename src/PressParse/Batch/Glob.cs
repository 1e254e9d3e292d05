using System.IO.Enumeration;

namespace PressParse.Batch;

/// <summary>
/// File patterns for shells that do not expand them: <c>*</c> and <c>?</c> within a name, <c>**</c> for any number of folders.
/// </summary>
internal static class Glob
{
    /// <summary>True when the name holds a wildcard.</summary>
    public static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files that match, in ordinal order of their paths, each once.</summary>
    public static IEnumerable<string> Files(string pattern)
    {
        var parts = pattern.Replace('\\', Path.DirectorySeparatorChar == '\\' ? '/' : '\\').Split('/');
        var root = pattern.StartsWith('/') ? "/" : "";
        var files = new SortedSet<string>(StringComparer.Ordinal);
        Walk(root, parts.Where(p => p.Length > 0 && p != ".").ToArray(), 0, files);
        return files;
    }

    private static void Walk(string folder, string[] parts, int at, SortedSet<string> files)
    {
        var part = parts[at];
        var last = at == parts.Length - 1;
        if (part == "**")
        {
            if (!last) Walk(folder, parts, at + 1, files);
            foreach (var inner in Names(folder, Directory.EnumerateDirectories)) Walk(Path.Join(folder, inner), parts, at, files);
            if (last) foreach (var name in Names(folder, Directory.EnumerateFiles)) files.Add(Path.Join(folder, name));
        }
        else if (!IsPattern(part))
        {
            var path = Path.Join(folder, part);
            if (last && File.Exists(path)) files.Add(path);
            else if (!last && Directory.Exists(path)) Walk(path, parts, at + 1, files);
        }
        else if (last)
        {
            foreach (var name in Names(folder, Directory.EnumerateFiles))
                if (FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false)) files.Add(Path.Join(folder, name));
        }
        else
        {
            foreach (var name in Names(folder, Directory.EnumerateDirectories))
                if (FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false)) Walk(Path.Join(folder, name), parts, at + 1, files);
        }
    }

    private static IEnumerable<string> Names(string folder, Func<string, string, EnumerationOptions, IEnumerable<string>> list)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        return list(folder.Length == 0 ? "." : folder, "*", options).Select(p => Path.GetFileName(p)!);
    }
}
