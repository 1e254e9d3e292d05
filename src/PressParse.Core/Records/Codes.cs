namespace PressParse.Records;

/// <summary>What a figure measures. The names are those of the contract, in camelCase there.</summary>
public enum Metric
{
    /// <summary>Metal or product produced, poured, recovered.</summary>
    Production,

    /// <summary>Metal or product sold or shipped, as a quantity.</summary>
    Sales,

    /// <summary>Ore or total material mined or hoisted over a period.</summary>
    OreMined,

    /// <summary>Ore milled, processed, crushed or stacked over a period.</summary>
    OreProcessed,

    /// <summary>Mining rate.</summary>
    MiningRate,

    /// <summary>Mill or plant throughput rate or capacity.</summary>
    MillingRate,

    /// <summary>Head, mined or processed grade of produced ore.</summary>
    Grade,

    /// <summary>Metallurgical recovery.</summary>
    Recovery,

    /// <summary>Cash cost, C1, production cost or cost of sales per unit of metal.</summary>
    CashCost,

    /// <summary>All-in sustaining cost or all-in cost per unit of metal.</summary>
    Aisc,

    /// <summary>Average realized metal price.</summary>
    RealizedPrice,
}

/// <summary>How a figure stands to time: reported, given for comparison, forecast, or designed.</summary>
public enum FigureKind
{
    /// <summary>A reported result of the period the release reports.</summary>
    Actual,

    /// <summary>An earlier period's result, given for comparison.</summary>
    Comparative,

    /// <summary>The company's forecast, outlook or guidance.</summary>
    Guidance,

    /// <summary>A target, design, nameplate capacity or study result.</summary>
    Planned,
}

/// <summary>What a release does with a guidance.</summary>
public enum GuidanceAction
{
    /// <summary>Given for the first time.</summary>
    Issued,

    /// <summary>Confirmed unchanged.</summary>
    Reiterated,

    /// <summary>Raised from a former range.</summary>
    Raised,

    /// <summary>Lowered from a former range.</summary>
    Lowered,

    /// <summary>Narrowed within a former range.</summary>
    Narrowed,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Met by the result reported.</summary>
    Achieved,

    /// <summary>Beaten by the result reported.</summary>
    Exceeded,

    /// <summary>Not met by the result reported.</summary>
    Missed,
}

/// <summary>The kinds of legal and boilerplate blocks.</summary>
public enum DisclaimerKind
{
    /// <summary>Caution on forward-looking statements.</summary>
    ForwardLooking,

    /// <summary>Non-GAAP or non-IFRS measures.</summary>
    NonGaap,

    /// <summary>NI 43-101, JORC or SAMREC qualified or competent person.</summary>
    QualifiedPerson,

    /// <summary>The sentence an exchange demands ("Neither the TSX Venture Exchange…").</summary>
    Exchange,

    /// <summary>Description of the company.</summary>
    About,

    /// <summary>Contact details.</summary>
    Contact,

    /// <summary>Caution to U.S. investors.</summary>
    UsInvestors,
}

/// <summary>The part a date plays in a release.</summary>
public enum DateRole
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>The release's own date.</summary>
    Publication,

    /// <summary>A reporting or guidance period.</summary>
    Period,

    /// <summary>Day of a record, first pour or other event of operations.</summary>
    RecordDate,

    /// <summary>A conference call, meeting or coming publication.</summary>
    Event,
}

/// <summary>The camelCase names of the codes, as the contract writes them.</summary>
public static class CodeNames
{
    /// <summary>camelCase name of any enum member of this namespace.</summary>
    public static string Of<T>(T code) where T : struct, Enum => Names<T>.Of(code);

    private static class Names<T> where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Table = Enum.GetValues<T>().ToDictionary(v => v, v => char.ToLowerInvariant(v.ToString()[0]) + v.ToString()[1..]);

        public static string Of(T code) => Table[code];
    }
}
