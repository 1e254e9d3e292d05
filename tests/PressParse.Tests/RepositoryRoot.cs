namespace PressParse.Tests;

/// <summary>The folder of the solution, above the one the tests run in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "PressParse.sln"))) folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
