namespace PressParse.Cli;

/// <summary>Where a command reads and writes: data to <paramref name="Output"/>, messages to <paramref name="Error"/>.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, UTF-8 bytes.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Interactive">True when a person watches standard error, so that progress may be shown.</param>
/// <param name="Interrupted">Set by Ctrl-C.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool Interactive, CancellationToken Interrupted)
{
    /// <summary>A message of the program itself.</summary>
    public void Say(string message) => Error.WriteLine($"pressparse: {message}");

    /// <summary>A message about one document.</summary>
    public void Fail(string path, string reason) => Error.WriteLine(reason.StartsWith(path, StringComparison.Ordinal) ? $"pressparse: {reason}" : $"pressparse: {path}: {reason}");

    /// <summary>Writes text as UTF-8, characters as they are.</summary>
    public void Write(string text) => Output.Write(System.Text.Encoding.UTF8.GetBytes(text));
}

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Every input was read.</summary>
    public const int Done = 0;

    /// <summary>Some inputs failed; the rest is written and each failure was named.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command was used wrongly; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Interrupted; what was done is whole.</summary>
    public const int Interrupted = 130;
}

/// <summary>The command was used wrongly; the message says what to do.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
