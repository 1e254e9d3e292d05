using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PressParse.Export.Report;

/// <summary>JSON for inside an HTML page: letters of every script stay, everything that HTML could take for markup is escaped.</summary>
internal static class PageEncoder
{
    public static JavaScriptEncoder Instance { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);
}
