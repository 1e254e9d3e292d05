namespace PressParse.Records;

/// <summary>
/// A number with its unit, as one of four shapes: <see cref="Point"/>, <see cref="Between"/>, <see cref="AtLeast"/>, <see cref="AtMost"/>.
/// Numbers are multiplied out ("543 koz" is 543000 oz). Immutable.
/// </summary>
/// <param name="Unit">Unit code of docs/records.md, for example <c>oz</c>, <c>t/d</c>, <c>USD/oz</c>.</param>
/// <param name="AsWritten">The quantity as printed, qualifier included.</param>
/// <param name="Approximate">True when the text says "about", "approximately", "~" or the like.</param>
public abstract record Quantity(string Unit, string AsWritten, bool Approximate)
{
    /// <summary>A single number.</summary>
    public sealed record Point(decimal Value, string Unit, string AsWritten, bool Approximate = false) : Quantity(Unit, AsWritten, Approximate);

    /// <summary>A range, both ends included; <paramref name="Low"/> is the smaller end.</summary>
    public sealed record Between(decimal Low, decimal High, string Unit, string AsWritten, bool Approximate = false) : Quantity(Unit, AsWritten, Approximate);

    /// <summary>A lower bound ("over", "at least").</summary>
    public sealed record AtLeast(decimal Value, string Unit, string AsWritten, bool Approximate = false) : Quantity(Unit, AsWritten, Approximate);

    /// <summary>An upper bound ("up to", "below").</summary>
    public sealed record AtMost(decimal Value, string Unit, string AsWritten, bool Approximate = false) : Quantity(Unit, AsWritten, Approximate);

    private Quantity() : this("", "", false) { }

    /// <summary>The single number or bound; null for a range.</summary>
    public decimal? SingleValue => this switch
    {
        Point p => p.Value,
        AtLeast p => p.Value,
        AtMost p => p.Value,
        _ => null,
    };

    /// <summary>The lower end of a range; null for a single number.</summary>
    public decimal? LowValue => this is Between b ? b.Low : null;

    /// <summary>The upper end of a range; null for a single number.</summary>
    public decimal? HighValue => this is Between b ? b.High : null;

    /// <summary><c>exact</c>, <c>approx</c>, <c>min</c> or <c>max</c>, as the contract names them; a bound outranks an approximation.</summary>
    public string BoundName => this switch
    {
        AtLeast => "min",
        AtMost => "max",
        _ => Approximate ? "approx" : "exact",
    };
}
