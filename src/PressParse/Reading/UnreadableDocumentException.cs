namespace PressParse.Reading;

/// <summary>The input is not a document PressParse can read. The message says what it is and what to do about it.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>With a message for the user.</summary>
    public UnreadableDocumentException(string message) : base(message) { }

    /// <summary>With a message for the user and the failure behind it.</summary>
    public UnreadableDocumentException(string message, Exception inner) : base(message, inner) { }
}
