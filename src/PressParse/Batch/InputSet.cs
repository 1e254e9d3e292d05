namespace PressParse.Batch;

/// <summary>Turns what a user names (files, folders, globs) into the documents meant, in an order that depends on their names alone.</summary>
internal static class InputSet
{
    /// <summary>Extensions that are read when a folder is named; a file named by itself is read whatever its extension.</summary>
    public static readonly string[] Extensions = [".txt", ".md", ".html", ".htm", ".pdf"];

    /// <summary>
    /// The documents behind the given names. Each file comes once, at its first mention. A name that leads to nothing becomes a broken
    /// input that says so, so that it is reported and the rest goes on.
    /// </summary>
    public static IReadOnlyList<BatchInput> Resolve(IEnumerable<string> names)
    {
        var inputs = new List<BatchInput>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var before = inputs.Count;
            if (Directory.Exists(name))
            {
                foreach (var file in Under(name)) Add(file);
                if (inputs.Count == before && !Under(name).Any())
                    inputs.Add(new BatchInput.Broken(name, $"The folder holds no {string.Join(" ", Extensions)} file."));
            }
            else if (File.Exists(name)) Add(name);
            else if (Glob.IsPattern(name))
            {
                var found = false;
                foreach (var file in Glob.Files(name))
                {
                    Add(file);
                    found = true;
                }
                if (!found) inputs.Add(new BatchInput.Broken(name, "No file matches this pattern."));
            }
            else inputs.Add(new BatchInput.Broken(name, "There is no such file or folder."));
        }
        return inputs;

        void Add(string path)
        {
            if (seen.Add(Path.GetFullPath(path))) inputs.Add(new BatchInput.FromFile(path));
        }
    }

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System })
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Select(f => Path.DirectorySeparatorChar == '/' ? f : f.Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
}
