using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>An issuer under all its names. Immutable.</summary>
/// <param name="Number">Number within the data set, from 1.</param>
/// <param name="Name">The name it prints most often.</param>
/// <param name="Names">Every name it prints.</param>
/// <param name="Tickers">Every listing, as <c>EXCHANGE:SYMBOL</c>.</param>
internal sealed record Company(int Number, string Name, IReadOnlyList<string> Names, IReadOnlyList<string> Tickers);

/// <summary>Finds which releases have the same issuer: those that share a name, legal forms aside, or a listing.</summary>
internal static class Companies
{
    /// <summary>The issuers, in order of their first release; each release is told its own.</summary>
    public static IReadOnlyList<Company> Reconcile(IReadOnlyList<DatasetRelease> releases)
    {
        var parent = Enumerable.Range(0, releases.Count).ToArray();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < releases.Count; i++)
        {
            foreach (var key in Keys(releases[i].Header))
            {
                if (seen.TryGetValue(key, out var other)) parent[Root(i)] = Root(other);
                else seen[key] = i;
            }
        }
        var companies = new List<Company>();
        foreach (var group in Enumerable.Range(0, releases.Count).GroupBy(Root))
        {
            var members = group.Select(i => releases[i]).ToList();
            var names = members.Select(r => r.Header.Company).OfType<string>().GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key).ToList();
            var tickers = members.SelectMany(r => r.Header.Tickers).Select(Listing).Distinct().Order(StringComparer.Ordinal).ToList();
            var company = new Company(companies.Count + 1, names.FirstOrDefault() ?? tickers.FirstOrDefault() ?? "", names, tickers);
            foreach (var release in members) release.Company = company;
            companies.Add(company);
        }
        return companies;

        int Root(int i)
        {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        }
    }

    private static IEnumerable<string> Keys(ReleaseHeader header)
    {
        if (NameKeys.Company(header.Company) is { Length: > 0 } name) yield return "name " + name;
        foreach (var ticker in header.Tickers) yield return "ticker " + Listing(ticker);
    }

    /// <summary>A listing under one spelling of its exchange: TSX-V, TSX.V and TSXV are one.</summary>
    private static string Listing(Ticker ticker)
    {
        var exchange = string.Concat(ticker.Exchange.ToUpperInvariant().Where(char.IsLetterOrDigit));
        return $"{(exchange is "TSXVENTURE" or "TSXVENTUREEXCHANGE" or "CDNX" ? "TSXV" : exchange)}:{ticker.Symbol.ToUpperInvariant()}";
    }
}
