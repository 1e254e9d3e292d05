using System.Diagnostics;
using System.Globalization;

namespace PressParse.Cli;

/// <summary>Shows how far a batch is: a bar on a terminal, a line now and then in a log. Not safe to share between threads.</summary>
internal sealed class ProgressDisplay
{
    /// <summary>How often a log gets a line.</summary>
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(30);

    private readonly Terminal _terminal;
    private readonly int? _total;
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private Action<int> _advance = _ => { };
    private Action<string> _say;
    private int _done;

    private ProgressDisplay(Terminal terminal, int? total)
    {
        _terminal = terminal;
        _total = total;
        _say = terminal.Say;
    }

    /// <summary>Runs some work with a display.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="total">Number of documents; null when it is not known.</param>
    /// <param name="work">The work, which tells the display what happens.</param>
    public static T Around<T>(Terminal terminal, int? total, Func<ProgressDisplay, T> work)
    {
        var display = new ProgressDisplay(terminal, total);
        return terminal.Interactive && total is > 1 ? display.WithBar(work) : work(display);
    }

    /// <summary>A document is done; a failure is named.</summary>
    public void Finished(string path, string? error)
    {
        _advance(++_done);
        if (error is not null) _say(path.Length > 0 && !error.StartsWith(path, StringComparison.Ordinal) ? $"{path}: {error}" : error);
        if (_terminal.Interactive || _sinceLine.Elapsed < LogEvery) return;
        _sinceLine.Restart();
        _say(string.Create(CultureInfo.InvariantCulture, $"{_done}{(_total is { } total ? $" of {total}" : "")} done"));
    }

    /// <summary>A message that must not tear the bar.</summary>
    public void Say(string message) => _say(message);

    // A method of its own, so that Spectre.Console is loaded only where a bar is shown.
    private T WithBar<T>(Func<ProgressDisplay, T> work) => ProgressBar.Around(_terminal, _total!.Value, (advance, say) =>
    {
        (_advance, _say) = (advance, say);
        return work(this);
    });
}
