using PressParse.Mentions;

namespace PressParse.Extraction;

/// <summary>How a period of the sentence stands to a quantity: tokens before or after it, and what lies between.</summary>
internal sealed record PeriodPlace(float Before, float After, int Amounts, int Commas, bool SameBrackets, bool IsFirstAfter, bool IsLastBefore, bool IsTaken)
{
    /// <summary>A period that does not stand in the sentence.</summary>
    public static PeriodPlace None { get; } = new(40, 40, 0, 0, false, false, false, false);
}

/// <summary>The periods of a quantity's sentence, looked at once for all questions about it.</summary>
internal sealed class PeriodSurroundings
{
    private readonly List<(DateExpression Date, PeriodPlace? Place)> _dates = [];

    /// <summary>The resolved expression nearest to the quantity; one after it and before the next quantity is preferred.</summary>
    public DateExpression? Nearest { get; private init; }

    /// <summary>True when a period follows the quantity before the next quantity: the usual place of a quantity's own period.</summary>
    public bool AnyAfter { get; private init; }

    /// <summary>Expressions in the sentence.</summary>
    public int Count { get; private init; }

    public bool Respectively { get; private init; }

    /// <summary>Places of the periods listed together ("Q4 2024 and FY 2024"), and this quantity's place among its like; a list of one is none.</summary>
    private List<DateExpression> _list = [];

    private int _placeInList = -1;

    /// <summary>1 for the period at the quantity's place in a list as long as that of the quantities, -1 for the others of that list, 0 where there is none.</summary>
    public int Alignment(DateExpression date)
    {
        if (_placeInList < 0) return 0;
        for (var i = 0; i < _list.Count; i++)
            if (ReferenceEquals(_list[i], date)) return i == _placeInList ? 1 : -1;
        return 0;
    }

    /// <summary>The sentence says "to date" or "YTD".</summary>
    public bool ToDate { get; private init; }

    public static PeriodSurroundings Of(QuantityContext q)
    {
        DateExpression? nearest = null;
        var cost = float.MaxValue;
        var after = false;
        var dates = new List<(DateExpression, PeriodPlace?)>();
        var count = 0;
        foreach (var date in q.Dates)
        {
            count++;
            if (!date.IsResolved) continue;
            dates.Add((date, null));
            var own = PeriodLink.Cost(q, date);
            if (own < cost) (nearest, cost) = (date, own);
            after |= date.First >= q.Amount.End && PeriodLink.Between(q, date).Amounts == 0;
        }
        var around = new PeriodSurroundings { Nearest = nearest, AnyAfter = after, Count = count, Respectively = PeriodLink.Has(q, "respectively"), ToDate = PeriodLink.Has(q, "date") || PeriodLink.Has(q, "YTD") };
        around._dates.AddRange(dates);
        around.Align(q);
        return around;
    }

    /// <summary>"in the quarter and the year: 204,118 ounces and 771,930 ounces": as many quantities of a kind as periods listed go by their order.</summary>
    private void Align(QuantityContext q)
    {
        const int between = 3;
        var lists = new List<List<DateExpression>>();
        foreach (var (date, _) in _dates)
        {
            if (lists.Count > 0 && lists[^1][^1] is var last && date.First - last.End <= between && q.Tokens.At(last.End) is "and" or "," or "/" or "&") lists[^1].Add(date);
            else lists.Add([date]);
        }
        lists.RemoveAll(l => l.Count < 2);
        if (lists.Count != 1) return;
        var like = 0;
        var place = -1;
        foreach (var other in q.InSentence)
        {
            if (!Tie.Alike(other, q.Amount)) continue;
            if (ReferenceEquals(other, q.Amount)) place = like;
            like++;
        }
        if (like % lists[0].Count != 0) return;
        (_list, _placeInList) = (lists[0], place % lists[0].Count);
    }

    public PeriodPlace PlaceOf(QuantityContext q, DateExpression date)
    {
        for (var i = 0; i < _dates.Count; i++)
        {
            if (!ReferenceEquals(_dates[i].Date, date)) continue;
            if (_dates[i].Place is { } known) return known;
            var place = Place(q, date);
            _dates[i] = (date, place);
            return place;
        }
        return Place(q, date);
    }

    private PeriodPlace Place(QuantityContext q, DateExpression date)
    {
        var isBefore = date.End <= q.Amount.Head;
        var (amounts, commas) = PeriodLink.Between(q, date);
        bool first = !isBefore && amounts == 0, last = isBefore;
        foreach (var (other, _) in _dates)
        {
            if (other.First >= q.Amount.End && other.First < date.First) first = false;
            if (other.First > date.First && other.End <= q.Amount.Head) last = false;
        }
        return new PeriodPlace(isBefore ? q.Amount.Head - date.End : 40, isBefore ? 40 : Math.Max(0, date.First - q.Amount.End), amounts, commas, PeriodLink.SameBrackets(q, date), first, last, isBefore ? IsTaken(q, date) : LeadsOn(q, date));
    }

    /// <summary>"46,360 ounces produced, bringing year-to-date output to 124,525 ounces": a period without a preposition, right before another quantity, is that one's.</summary>
    private static bool LeadsOn(QuantityContext q, DateExpression date)
    {
        const int reach = 4;
        if (q.Tokens.At(date.First - 1) is "in" or "for" or "during" or "of" or "the" or "ended" or "(" or "at" or "In" or "For") return false;
        foreach (var other in q.InSentence)
            if (other != q.Amount && other.First >= date.End && other.Head - date.End <= reach && other.Family == q.Amount.Family) return true;
        return false;
    }

    /// <summary>"3.6 million ounces of silver in 2021 with almost one million ounces produced in the fourth quarter": the year right behind another quantity is that one's.</summary>
    private static bool IsTaken(QuantityContext q, DateExpression date)
    {
        const int reach = 5;
        foreach (var other in q.InSentence)
            if (other != q.Amount && other.End <= date.First && date.First - other.End <= reach && other.Family is not (UnitFamily.None or UnitFamily.Foreign)) return true;
        return false;
    }
}
