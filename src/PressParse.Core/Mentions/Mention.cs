using PressParse.Records;
using PressParse.Text;

namespace PressParse.Mentions;

/// <summary>What a reader found.</summary>
public enum MentionKind
{
    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>An amount of money, by itself or per unit.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A span of days.</summary>
    Period,

    /// <summary>A company name.</summary>
    Company,

    /// <summary>An exchange and symbol.</summary>
    Ticker,

    /// <summary>A mine, mill or operation.</summary>
    Site,

    /// <summary>A commodity.</summary>
    Commodity,
}

/// <summary>A typed span of the repaired text, before any meaning is decided. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the repaired text.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Quantity">The number and unit, for numbers, quantities, money and percentages (unit empty for a bare number).</param>
/// <param name="Start">First day, for dates and periods that could be resolved.</param>
/// <param name="End">Last day, for dates and periods that could be resolved.</param>
/// <param name="Code">Commodity code, site or company name, or <c>EXCHANGE:SYMBOL</c>.</param>
/// <param name="Rule">Id of the reader's rule.</param>
public sealed record Mention(MentionKind Kind, TextSpan Span, string Text, Quantity? Quantity, DateOnly? Start, DateOnly? End, string? Code, string Rule);
