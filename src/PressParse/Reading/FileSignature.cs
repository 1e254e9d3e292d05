namespace PressParse.Reading;

/// <summary>Knows by their first bytes the files that hold no release PressParse can read, and what to do about each. Stateless.</summary>
internal static class FileSignature
{
    private const string Reads = "PressParse reads plain text, Markdown, HTML, SEC submissions and PDF with text in it.";

    private const string Office = "Save it as PDF, HTML or plain text and give that.";

    private const string Archive = "Unpack it and give the files in it.";

    private const string Picture = "There is no text in a picture: run OCR over it and give the text or the searchable PDF.";

    private static readonly (byte[] Start, int At, string What, string Do)[] Known =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "a PNG picture", Picture),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture", Picture),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], 0, "a GIF picture", Picture),
        ([(byte)'I', (byte)'I', 0x2A, 0], 0, "a TIFF picture", Picture),
        ([(byte)'M', (byte)'M', 0, 0x2A], 0, "a TIFF picture", Picture),
        ([(byte)'W', (byte)'E', (byte)'B', (byte)'P'], 8, "a WebP picture", Picture),
        ([0x1F, 0x8B], 0, "a gzip archive", Archive),
        ([(byte)'B', (byte)'Z', (byte)'h'], 0, "a bzip2 archive", Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], 0, "an xz archive", Archive),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard archive", Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, "a 7-Zip archive", Archive),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!'], 0, "a RAR archive", Archive),
        ([(byte)'u', (byte)'s', (byte)'t', (byte)'a', (byte)'r'], 257, "a tar archive", Archive),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office file (.doc, .xls, .ppt or .msg)", Office),
        ([(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f'], 0, "an RTF document", Office),
        ([(byte)'%', (byte)'!', (byte)'P', (byte)'S'], 0, "a PostScript file", "Convert it to PDF (for example with ps2pdf) and give that."),
        ([(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e'], 0, "a SQLite database", "Export the releases in it as files or as JSON lines and give those."),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], 0, "a Parquet file", "Export the releases in it as files or as JSON lines and give those."),
        ([(byte)'M', (byte)'Z'], 0, "a Windows program", Reads),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, "a Linux program", Reads),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "a program", Reads),
        ([0, (byte)'a', (byte)'s', (byte)'m'], 0, "a WebAssembly module", Reads),
        ([(byte)'I', (byte)'D', (byte)'3'], 0, "a sound file", "Transcribe it and give the text."),
        ([(byte)'f', (byte)'t', (byte)'y', (byte)'p'], 4, "a video or sound file", "Transcribe it and give the text."),
        ([(byte)'O', (byte)'g', (byte)'g', (byte)'S'], 0, "a sound file", "Transcribe it and give the text."),
        ([(byte)'R', (byte)'I', (byte)'F', (byte)'F'], 0, "a sound or video file", "Transcribe it and give the text."),
    ];

    /// <summary>True when the bytes are a PDF; a few bytes of rubbish may stand before its mark.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>What to tell the user about bytes that are no text; null when they may be text.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What to call it.</param>
    public static string? Refusal(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.IsEmpty) return $"{name} is empty: it has no bytes. Fetch it again.";
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8)) return $"{name} is {Zip(bytes)}";
        foreach (var (start, at, what, toDo) in Known)
        {
            if (bytes.Length >= at + start.Length && bytes.Slice(at, start.Length).SequenceEqual(start) && !(start.Length <= 2 && IsText(bytes))) return $"{name} is {what}. {toDo}";
        }
        return IsText(bytes) ? null : $"{name} is binary data of no form PressParse knows. {Reads}";
    }

    private static string Zip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/"u8) >= 0) return $"a Word document (.docx). {Office}";
        if (bytes.IndexOf("xl/"u8) >= 0) return $"an Excel workbook (.xlsx). {Office}";
        if (bytes.IndexOf("ppt/"u8) >= 0) return $"a PowerPoint file (.pptx). {Office}";
        if (bytes.IndexOf("opendocument"u8) >= 0) return $"an OpenDocument file. {Office}";
        if (bytes.IndexOf("epub"u8) >= 0) return $"an e-book (.epub). {Office}";
        return $"a zip archive. {Archive}";
    }

    /// <summary>Text has no zero bytes (those of UTF-16 apart) and hardly any control characters.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 8192)];
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        int even = 0, odd = 0, controls = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                if ((i & 1) == 0) even++;
                else odd++;
            }
            else if (sample[i] < 0x20 && sample[i] is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A or 0x1B)) controls++;
        }
        if (even + odd == 0) return controls * 50 <= sample.Length;
        // UTF-16 without its mark: zeros in every other byte only.
        return controls * 50 <= sample.Length && Math.Min(even, odd) * 20 < sample.Length / 2 && Math.Max(even, odd) * 10 > sample.Length / 2 * 6
            && TextDecoder.Decode(sample) is var text && !text.Contains('\0', StringComparison.Ordinal) && text.Length < sample.Length * 3 / 4;
    }
}
