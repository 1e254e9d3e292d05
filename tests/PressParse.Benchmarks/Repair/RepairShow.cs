using PressParse.Repair;
using PressParse.Text;

namespace PressParse.Benchmarks.Repair;

/// <summary>Prints every repair of a text file and then the repaired text.</summary>
internal static class RepairShow
{
    public static int Run(string file)
    {
        var repaired = RepairCatalog.Default.Run(SourceText.Plain(File.ReadAllText(file)));
        foreach (var repair in repaired.Repairs) Console.WriteLine($"{repair.Repair} @{repair.Source.Start}+{repair.Source.Length} [{repair.Before}] => [{repair.After}] : {repair.Reason}");
        foreach (var warning in repaired.Warnings) Console.WriteLine("warning: " + warning);
        Console.WriteLine("----");
        Console.WriteLine(repaired.Text);
        return 0;
    }
}
