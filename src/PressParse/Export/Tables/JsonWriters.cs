using System.Text.Json;

namespace PressParse.Export.Tables;

/// <summary>One release a line.</summary>
internal sealed class JsonLinesWriter(Stream output) : IReleaseTableWriter
{
    public void Write(JsonElement release) => output.Write(ReleaseJson.Line(release.WriteTo));

    public void Complete() => output.Flush();

    public void Dispose() { }
}

/// <summary>One array, a release a line.</summary>
internal sealed class JsonArrayWriter(Stream output) : IReleaseTableWriter
{
    private bool _any;

    public void Write(JsonElement release)
    {
        output.Write(_any ? ",\n"u8 : "[\n"u8);
        output.Write(ReleaseJson.Line(release.WriteTo).AsSpan()[..^1]);
        _any = true;
    }

    public void Complete()
    {
        output.Write(_any ? "\n]\n"u8 : "[]\n"u8);
        output.Flush();
    }

    public void Dispose() { }
}
