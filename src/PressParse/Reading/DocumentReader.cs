using PressParse.Reading.Html;
using PressParse.Text;

namespace PressParse.Reading;

/// <summary>Recognises the form of a document and reads its text. Stateless and safe to share between threads.</summary>
public static class DocumentReader
{
    /// <summary>The text of a document given as characters.</summary>
    /// <param name="text">The characters as received.</param>
    /// <param name="path">Name whose extension helps to recognise the form; may be null.</param>
    /// <param name="releaseSelector">CSS selector of the element of a web page that holds the release; null (default) to find it.</param>
    /// <exception cref="UnreadableDocumentException">There is nothing to read.</exception>
    public static SourceText Read(string text, string? path = null, string? releaseSelector = null)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException($"{path ?? "The input"} is empty: there is no text in it.");
        return DocumentForms.Of(text, path) switch
        {
            DocumentForm.Html => HtmlReader.Read(text, releaseSelector),
            DocumentForm.Markdown => SourceText.Plain(text, "text/markdown"),
            _ => SourceText.Plain(text),
        };
    }

    /// <summary>The text of a document given as bytes.</summary>
    /// <param name="bytes">The file as received.</param>
    /// <param name="path">Name whose extension helps to recognise the form; may be null.</param>
    /// <param name="releaseSelector">CSS selector of the element of a web page that holds the release; null (default) to find it.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are no readable document.</exception>
    public static SourceText Read(byte[] bytes, string? path = null, string? releaseSelector = null) => Read(TextDecoder.Decode(bytes), path, releaseSelector);
}
