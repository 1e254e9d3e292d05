using PressParse.Text;

namespace PressParse.Structure;

internal static class TableGrid
{
    public static IReadOnlyList<Table> Find(string text, IReadOnlyList<LayoutRegion> layout) => [];
}
