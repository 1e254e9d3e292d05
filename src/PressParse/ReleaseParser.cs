using PressParse.Records;
using PressParse.Text;

namespace PressParse;

/// <summary>
/// Reads press releases into typed records. A parser is frozen when built: it keeps no state between calls, never asks the clock or the
/// culture, and may be shared by any number of threads.
/// </summary>
public sealed partial class ReleaseParser
{
    /// <summary>A parser with the default options.</summary>
    public static ReleaseParser Default { get; } = new(new ReleaseParserOptions());

    private readonly ReleaseParserOptions _options;

    internal ReleaseParser(ReleaseParserOptions options) => _options = options;

    /// <summary>The records of a release given as text (plain, Markdown or HTML; the form is recognised).</summary>
    /// <param name="text">The release.</param>
    /// <param name="cancellation">Stops the work between and inside stages.</param>
    /// <exception cref="Reading.UnreadableDocumentException">The text is not a document (empty, binary, too large).</exception>
    public Release Parse(string text, CancellationToken cancellation = default) => Analyze(Reading.DocumentReader.Read(text), null, cancellation).Release;
}
