namespace PressParse.Evaluation;

/// <summary>A release and its gold records, as files. Immutable.</summary>
/// <param name="Id">Name within the corpus, for messages.</param>
/// <param name="Group">The folder it is filed under; empty for none.</param>
/// <param name="GoldPath">Its gold file.</param>
/// <param name="InputPath">The release.</param>
internal sealed record GoldDocument(string Id, string Group, string GoldPath, string InputPath);

/// <summary>
/// Finds the documents of a corpus in either layout: <c>[group/]slug/{gold.json, release.txt|md|html|htm|pdf}</c>, or a folder with
/// <c>gold/ID.json</c> and <c>text/ID.*</c>.
/// </summary>
internal static class GoldCorpus
{
    private static readonly string[] Extensions = [".txt", ".md", ".html", ".htm", ".pdf"];

    /// <exception cref="InvalidDataException">There is no such corpus, or a release is missing; the message says which.</exception>
    public static IReadOnlyList<GoldDocument> Find(string folder)
    {
        if (!Directory.Exists(folder)) throw new InvalidDataException($"There is no folder {folder}.");
        var documents = Flat(folder).Concat(Nested(folder)).OrderBy(d => d.Id, StringComparer.Ordinal).ToList();
        if (documents.Count == 0)
            throw new InvalidDataException($"{folder} is no corpus: it needs folders with gold.json and release.txt (or .md, .html, .pdf) in them, or gold/*.json and text/*.");
        return documents;
    }

    private static IEnumerable<GoldDocument> Flat(string folder)
    {
        var golds = Path.Combine(folder, "gold");
        if (!Directory.Exists(golds)) yield break;
        foreach (var gold in Directory.EnumerateFiles(golds, "*.json"))
        {
            var id = Path.GetFileNameWithoutExtension(gold);
            var texts = Path.Combine(folder, "text");
            var input = Directory.Exists(texts) ? Directory.EnumerateFiles(texts, id + ".*").Order(StringComparer.Ordinal).FirstOrDefault() : null;
            yield return new GoldDocument(id, "", gold, input ?? throw new InvalidDataException($"{gold} has no release: {Path.Combine(texts, id)}.* is missing."));
        }
    }

    private static IEnumerable<GoldDocument> Nested(string folder)
    {
        foreach (var gold in Directory.EnumerateFiles(folder, "gold.json", SearchOption.AllDirectories))
        {
            var home = Path.GetDirectoryName(gold)!;
            var id = Path.GetRelativePath(folder, home).Replace(Path.DirectorySeparatorChar, '/');
            var input = Extensions.Select(e => Path.Combine(home, "release" + e)).FirstOrDefault(File.Exists);
            yield return new GoldDocument(id, id.Contains('/', StringComparison.Ordinal) ? id[..id.IndexOf('/', StringComparison.Ordinal)] : "",
                gold, input ?? throw new InvalidDataException($"{gold} has no release: a file release.txt, .md, .html, .htm or .pdf must stand beside it."));
        }
    }
}
