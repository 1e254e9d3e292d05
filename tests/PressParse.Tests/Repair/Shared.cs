namespace PressParse.Tests.Repair;

/// <summary>Finds folders that stand beside or above the solution; absent outside the workplace.</summary>
internal static class Shared
{
    /// <summary>A folder of the shared material; null where there is none.</summary>
    public static string? Folder(string name) => Up("shared", name);

    /// <summary>The corpus; null where the tests run without their solution.</summary>
    public static string? Corpus() => Up("", "corpus");

    private static string? Up(string parent, string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, parent, name))) return Path.Combine(at.FullName, parent, name);
        return null;
    }
}
