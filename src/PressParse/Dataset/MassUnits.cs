using PressParse.Records;

namespace PressParse.Dataset;

/// <summary>Units of mass, and rates of mass, that convert exactly into each other.</summary>
internal static class MassUnits
{
    /// <summary>Grams per unit; the ounce is the troy ounce, the pound the international one, both exact by definition.</summary>
    private static readonly Dictionary<string, decimal> Grams = new(StringComparer.Ordinal)
    {
        ["g"] = 1m, ["kg"] = 1000m, ["t"] = 1_000_000m, ["st"] = 907_184.74m, ["lb"] = 453.59237m, ["oz"] = 31.1034768m, ["ct"] = 0.2m,
    };

    /// <summary>The kind of a unit: the same for units that convert into each other, else the unit itself.</summary>
    public static string Dimension(string unit)
    {
        var (mass, rate) = Split(unit);
        return Grams.ContainsKey(mass) && rate is "" or "/d" or "/a" ? "mass" + rate : unit;
    }

    /// <summary>A number of one unit in another of the same kind.</summary>
    public static decimal Convert(decimal value, string from, string to) =>
        from == to ? value : value * Grams[Split(from).Mass] / Grams[Split(to).Mass];

    /// <summary>
    /// Half of the last digit that is printed: numbers closer than this say the same. Zeros at the end of a whole number count as not
    /// printed, since "41,000" may round 41,012, but two digits at least do.
    /// </summary>
    public static decimal HalfDigit(decimal value, Quantity quantity)
    {
        var digits = FirstNumber(quantity.AsWritten);
        if (digits is null || value == 0) return 0;
        var (number, decimals) = digits.Value;
        if (number == 0) return 0;
        var last = 1m;
        for (var n = 0; n < decimals; n++) last /= 10;
        if (decimals == 0) while (last * 100 <= number && number % (last * 10) == 0) last *= 10;
        return last * Math.Abs(value / number) / 2;
    }

    private static (string Mass, string Rate) Split(string unit)
    {
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (unit, "") : (unit[..slash], unit[slash..]);
    }

    private static (decimal Number, int Decimals)? FirstNumber(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (at < 0) return null;
        decimal number = 0;
        int decimals = 0, digits = 0;
        var point = false;
        for (; at < text.Length && digits < 20; at++)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                number = number * 10 + (c - '0');
                digits++;
                if (point) decimals++;
            }
            else if (c == '.' && !point && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) point = true;
            else if (c != ',' || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) break;
        }
        for (var n = 0; n < decimals; n++) number /= 10;
        return (number, decimals);
    }
}
