using System.Text;
using PressParse.Text;

namespace PressParse.Reading;

/// <summary>Recognises the form of a document and reads its text. Stateless and safe to share between threads.</summary>
public static class DocumentReader
{
    /// <summary>The text of a document given as characters.</summary>
    /// <param name="text">The characters as received.</param>
    /// <param name="path">Name whose extension helps to recognise the form; may be null.</param>
    /// <exception cref="UnreadableDocumentException">There is nothing to read.</exception>
    public static SourceText Read(string text, string? path = null)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new UnreadableDocumentException($"{path ?? "The input"} is empty: there is no text in it.");
        return SourceText.Plain(text);
    }

    /// <summary>The text of a document given as bytes.</summary>
    /// <param name="bytes">The file as received.</param>
    /// <param name="path">Name whose extension helps to recognise the form; may be null.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are no readable document.</exception>
    public static SourceText Read(byte[] bytes, string? path = null) => Read(Encoding.UTF8.GetString(bytes), path);
}
