namespace PressParse.Reading.Html;

/// <summary>Marks that pages put into a cell beside the number they belong to. Stateless.</summary>
internal static class CellMarks
{
    /// <summary>True for a currency mark or an opening bracket.</summary>
    public static bool Opens(string cell)
    {
        var mark = cell.AsSpan().TrimEnd('(').TrimEnd();
        if (mark.IsEmpty) return cell.Length > 0;
        if (mark[^1] is '$' or '\u20AC' or '\u00A3' or '\u00A5') return mark.Length <= 5;
        return mark is "US" or "USD" or "CAD" or "AUD" or "C" or "R" or "ZAR" or "EUR" or "GBP" or "-" or "\u2212";
    }

    /// <summary>True for a closing bracket or a percent sign.</summary>
    public static bool Closes(string cell) => cell is ")" or "%" or ")%" or ") %" or "%)" or "*" or ")*" or "pts" or "bps" or "x";

    /// <summary>True when a cell begins like a number.</summary>
    public static bool BeginsNumber(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] is '(' or '.' or '-' or '\u2013' or '\u2014' or '\u2212');

    /// <summary>True when a cell ends like a number.</summary>
    public static bool EndsNumber(string cell) => cell.Length > 0 && (char.IsAsciiDigit(cell[^1]) || cell[^1] is ')' or '-' or '\u2013' or '\u2014');
}
