using PressParse.Mentions;
using PressParse.Records;
using PressParse.Structure;
using PressParse.Vocabulary;

namespace PressParse.Extraction;

/// <summary>The period and kind of a table's figure, from its labels and the release's calendar. One instance serves one table.</summary>
internal sealed class TableTime
{
    private readonly DocumentContext _document;
    private readonly TableClock _clock;

    /// <summary>Last day of the periods that count as reported here.</summary>
    private readonly DateOnly? _ownEnd;

    /// <summary>True for the release of a study: figures without a period are the study's.</summary>
    private readonly bool _isStudy;

    /// <summary>True where the table gives all quarters of a year that has just ended and none before it.</summary>
    private readonly bool _wholeYear;

    /// <summary>Last day of the periods this table calls guidance.</summary>
    private readonly DateOnly? _guidedEnd;

    public TableTime(DocumentContext document, TableClock clock, IReadOnlyList<TableLabel> labels)
    {
        _document = document;
        _clock = clock;
        var periods = labels.Select(l => l.Period).OfType<TablePeriod>().Where(p => p.IsResolved).ToList();
        _ownEnd = OwnEnd(labels);
        _guidedEnd = labels.Where(l => l is { Kind: FigureKind.Guidance, Period.IsResolved: true }).Max(l => l.Period!.To);
        _isStudy = document.Blocks.FirstOrDefault(b => b.Block.Kind is BlockKind.Headline or BlockKind.Heading) is { } headline && Array.Exists(headline.Tokens.Terms, t => t is { Category: TermCategory.Kind, Code: "planned" } && StudyWords.Is(headline.Tokens.At(t.First)));
        if (_ownEnd is { } end) _wholeYear = clock.YearStart(end).AddYears(1).AddDays(-1) == end && Enumerable.Range(0, 4).All(q => periods.Exists(p => p.To is { } to && Math.Abs(to.DayNumber - end.AddMonths(-3 * q).DayNumber) < 4 && p.From!.Value.AddDays(100) > to)) && clock.Main is { } main && WholeMonths.In(main) == 12;
    }

    /// <summary>The period, kind and how surely both were found.</summary>
    /// <param name="near">The labels of the row, the column and the sections, nearest first.</param>
    /// <param name="captions">What stands over the table.</param>
    /// <param name="whole">The period of a column that adds up the others; null for any other column.</param>
    public (ReportingPeriod? Period, FigureKind Kind, double Score, bool Inferred) Of(IReadOnlyList<TableLabel> near, IReadOnlyList<TableLabel> captions, TablePeriod? whole)
    {
        var said = KindOf(near);
        var (period, score) = whole is null ? PeriodOf(near, captions) : (whole, 0.95);
        var captionKind = KindOf(captions);
        // The month beside a study is the month it came out.
        if (said == FigureKind.Planned && period?.Expression is { Form: DateForm.Month or DateForm.Day }) period = null;
        if (period is { } known) return (Record(known), said is null or FigureKind.Actual ? Judged(known, said, captionKind) : said.Value, score, false);
        if (said is null or FigureKind.Actual && captionKind is FigureKind.Guidance or FigureKind.Planned) said ??= captionKind;
        if (said is null && _isStudy) said = FigureKind.Planned;
        if (said == FigureKind.Planned) return (null, FigureKind.Planned, 0.7, true);
        if (said == FigureKind.Guidance) return (GuidanceYear() is { } year ? Record(year) : null, FigureKind.Guidance, 0.6, true);
        return _clock.Main is { } main ? (new ReportingPeriod(main.From, main.To, ""), FigureKind.Actual, 0.7, true) : (null, FigureKind.Actual, 0.4, true);
    }

    /// <summary>What is called actual of an earlier period is there to be compared with; what is called so is never a forecast.</summary>
    private FigureKind Judged(TablePeriod period, FigureKind? said, FigureKind? caption) =>
        ByPeriod(period, caption) is var kind && said == FigureKind.Actual && kind != FigureKind.Comparative ? FigureKind.Actual : kind;

    private static ReportingPeriod Record(TablePeriod period) => new(period.From!.Value, period.To!.Value, period.Text);

    private static FigureKind? KindOf(IReadOnlyList<TableLabel> labels)
    {
        foreach (var label in labels)
            if (label.Kind is { } kind) return kind;
        return null;
    }

    private (TablePeriod?, double) PeriodOf(IReadOnlyList<TableLabel> near, IReadOnlyList<TableLabel> captions)
    {
        TablePeriod? bare = null;
        foreach (var label in near)
        {
            // A day beside "guidance" is the day it was given.
            if (label.Period is not { } period || label.Kind == FigureKind.Guidance && period.Expression is { Form: DateForm.Day }) continue;
            if (bare is not null)
            {
                if (Completed(bare, period) is { } whole) return (whole, 0.95);
                continue;
            }
            if (!period.IsResolved) continue;
            if (!period.IsBare) return (period, 0.97);
            bare = period;
        }
        foreach (var caption in captions)
        {
            if (caption.Period is not { } period) continue;
            if (bare is not null && Completed(bare, period) is { } whole) return (whole, 0.9);
            if (bare is null && period.IsResolved) return (period, 0.88);
        }
        return (bare, 0.93);
    }

    /// <summary>A bare year completed by the quarter or months a heading names: "2016" under "Three months ended June 30".</summary>
    private TablePeriod? Completed(TablePeriod year, TablePeriod period)
    {
        if (year.Expression is not { Form: DateForm.Year, Year: > 0, Fiscal: false } bare || period.Expression is { Form: DateForm.Year or DateForm.Run or DateForm.Day or DateForm.Month }) return null;
        if (period.From is not { } from || period.To is not { } to || to.DayNumber - from.DayNumber > 300 || bare.Year > to.Year || bare.Year < to.Year - 3) return null;
        var (start, end) = WholeMonths.Shift((from, to), 12 * (bare.Year - to.Year));
        return new TablePeriod { From = start, To = end, Expression = period.Expression, Text = year.Text };
    }

    private FigureKind ByPeriod(TablePeriod period, FigureKind? caption)
    {
        var (from, to) = (period.From!.Value, period.To!.Value);
        var reference = _document.Calendar.Reference;
        // Where the day is inferred, a table that calls a later period guidance does not mean this one.
        var reported = _document.Calendar.IsEstimated && to < _guidedEnd;
        if (reference is { } today && to > today.AddDays(20) && !reported) return caption is FigureKind.Planned && from > today ? FigureKind.Planned : FigureKind.Guidance;
        if (_ownEnd is not { } end || to >= end.AddDays(-5)) return FigureKind.Actual;
        // So are the quarters of a year that is reported as a whole.
        if (_wholeYear && from > end.AddYears(-1)) return FigureKind.Actual;
        // The months of the quarter reported are reported too.
        return to.DayNumber - from.DayNumber < 32 && from > end.AddMonths(-3) ? FigureKind.Actual : FigureKind.Comparative;
    }

    /// <summary>The end of the release's own periods: the last this table has before the release came out, or that of the period it reports where the table is of the past.</summary>
    private DateOnly? OwnEnd(IEnumerable<TableLabel> labels)
    {
        DateOnly? latest = null;
        foreach (var label in labels)
            if (label.Period is { IsResolved: true, To: { } to } && label.Kind is null or FigureKind.Actual && (_document.Calendar.Reference is not { } today || to <= today.AddDays(20)) && (latest is null || to > latest)) latest = to;
        return latest is null || _clock.Main is { } main && latest < main.From.AddMonths(-12) ? _clock.Main?.To : latest;
    }

    /// <summary>The year a guidance without a year is for: the one that is running, or the next when the last has just been reported.</summary>
    private TablePeriod? GuidanceYear()
    {
        if (_clock.Main is not { } main) return null;
        var start = _clock.YearStart(main.To);
        var end = start.AddYears(1).AddDays(-1);
        if (main.To >= end) (start, end) = (start.AddYears(1), end.AddYears(1));
        return new TablePeriod { From = start, To = end };
    }
}
