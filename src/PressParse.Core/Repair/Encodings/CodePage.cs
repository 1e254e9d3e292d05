using System.Collections.Frozen;
using System.Text;

namespace PressParse.Repair.Encodings;

/// <summary>
/// A single-byte code page that text in UTF-8 is read with by mistake: which byte each of its characters came from. Bytes that the page
/// leaves open, and the control characters of Latin-1, stand for themselves. Immutable.
/// </summary>
internal sealed class CodePage
{
    private readonly FrozenDictionary<char, byte> _bytes;

    private CodePage(int number, string name, double rarity)
    {
        Name = name;
        Rarity = rarity;
        var encoding = number == 1252 ? null : CodePagesEncodingProvider.Instance.GetEncoding(number);
        var bytes = new Dictionary<char, byte>(160);
        for (var b = 0x80; b < 0x100; b++)
        {
            var c = encoding is null ? Windows1252.ToChar((byte)b) : encoding.GetChars([(byte)b])[0];
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')) c = (char)b;
            bytes[c] = (byte)b;
        }
        for (var b = 0x80; b < 0xA0; b++) bytes.TryAdd((char)b, (byte)b);
        _bytes = bytes.ToFrozenDictionary();
    }

    /// <summary>The pages met, the commonest first.</summary>
    public static IReadOnlyList<CodePage> All { get; } =
    [
        new(1252, "Windows-1252 or Latin-1", 0), new(1251, "Windows-1251", 1), new(1250, "Windows-1250", 1), new(10000, "MacRoman", 1.5), new(437, "code page 437", 1.5),
        new(28592, "Latin-2", 1.5), new(1253, "Windows-1253", 2), new(1254, "Windows-1254", 2), new(1257, "Windows-1257", 2),
    ];

    /// <summary>Name for people.</summary>
    public string Name { get; }

    /// <summary>How much rarer than Windows-1252 the mistake is, in nats.</summary>
    public double Rarity { get; }

    /// <summary>The byte a character was read from; 0 where the page does not have the character.</summary>
    public byte Byte(char c) => _bytes.GetValueOrDefault(c);
}
