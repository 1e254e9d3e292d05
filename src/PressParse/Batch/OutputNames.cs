using System.Globalization;

namespace PressParse.Batch;

/// <summary>File names for results of inputs: the input's own name with another extension, numbered where two inputs share one. Not safe to share between threads.</summary>
internal sealed class OutputNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that was not given before.</summary>
    /// <param name="path">Path or id of the input.</param>
    /// <param name="extension">With its dot.</param>
    public string For(string path, string extension)
    {
        var stem = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        var name = string.Concat(stem.Select(c => char.IsControl(c) || "<>:\"|?*/".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim('.', ' ');
        if (name.Length is 0 || name == "-") name = "release";
        if (name.Length > 150) name = name[..150];
        var unique = name;
        for (var n = 2; !_taken.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return unique + extension;
    }
}
