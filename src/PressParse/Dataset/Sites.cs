namespace PressParse.Dataset;

/// <summary>A site under all its names. Immutable.</summary>
/// <param name="Company">Whose it is.</param>
/// <param name="Key">What its statements are filed under.</param>
/// <param name="Name">The name printed most often.</param>
/// <param name="Names">Every name.</param>
internal sealed record Site(Company Company, string Key, string Name, IReadOnlyList<string> Names);

/// <summary>Finds which names of a company's sites mean the same: alike but for "mine" or "project", or the initials of another.</summary>
internal sealed class Sites
{
    private readonly Dictionary<(int Company, string Name), string> _keys = [];

    /// <summary>Reconciles the sites that the releases name.</summary>
    public Sites(IReadOnlyList<DatasetRelease> releases)
    {
        var all = new List<Site>();
        foreach (var company in releases.SelectMany(r => r.Statements.Select(s => (Company: r.Company!, s.Site))).Where(s => s.Site is not null).GroupBy(s => s.Company).OrderBy(g => g.Key.Number))
        {
            var printed = company.Select(s => s.Site!).GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Count()).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Key).ToList();
            var initials = printed.Select(n => (Initials: NameKeys.Initials(n), Key: NameKeys.Site(n))).Where(n => n.Initials.Length > 1).ToLookup(n => n.Initials, n => n.Key, StringComparer.Ordinal);
            foreach (var name in printed)
            {
                var key = NameKeys.Site(name);
                // Only where the initials fit a single site.
                if (initials[key].Distinct().ToList() is [var full]) key = full;
                _keys[(company.Key.Number, name)] = key;
            }
            all.AddRange(printed.GroupBy(n => _keys[(company.Key.Number, n)], StringComparer.Ordinal)
                .Select(g => new Site(company.Key, g.Key, g.FirstOrDefault(n => NameKeys.Site(n) == g.Key) ?? g.First(), [.. g])));
        }
        All = all;
        Names = all.ToDictionary(s => (s.Company.Number, s.Key), s => s.Name);
    }

    /// <summary>Every site.</summary>
    public IReadOnlyList<Site> All { get; }

    /// <summary>Name of each site by its company and key.</summary>
    public IReadOnlyDictionary<(int Company, string Key), string> Names { get; }

    /// <summary>What a statement is about.</summary>
    public Subject SubjectOf(Statement statement)
    {
        var company = statement.Release.Company!.Number;
        var site = statement.Site is null ? "" : _keys[(company, statement.Site)];
        return new Subject(company, site, statement.Metric, statement.Commodity ?? "", MassUnits.Dimension(statement.Quantity.Unit), statement.Period.Start, statement.Period.End);
    }
}
