namespace PressParse.Extraction;

internal static class TableExtractor
{
    public static IEnumerable<Candidate> Extract(DocumentContext document, CancellationToken cancellation) => [];
}
