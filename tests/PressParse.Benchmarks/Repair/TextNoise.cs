using System.Globalization;
using System.Text;

namespace PressParse.Benchmarks.Repair;

/// <summary>Damage done to single characters and words. Every method is a pure function of its text and the random numbers.</summary>
internal static class TextNoise
{
    private static readonly (char Char, string Name)[] Names =
        [('“', "ldquo"), ('”', "rdquo"), ('‘', "lsquo"), ('’', "rsquo"), ('–', "ndash"), ('—', "mdash"), ('…', "hellip"), ('•', "bull"), ('®', "reg"), ('™', "trade"), ('°', "deg"),
         ('é', "eacute"), ('&', "amp"), ('"', "quot"), ('<', "lt"), ('>', "gt"), ('½', "frac12"), ('ñ', "ntilde"), ('ü', "uuml"), ('á', "aacute"), ('ó', "oacute"), ('£', "pound"), ('€', "euro"), ('×', "times"), ('±', "plusmn")];

    private static readonly (string From, string To)[] Misreadings = [("l", "I"), ("q", "g"), ("d", "cl"), ("m", "rn"), ("l", "1"), ("u", "n"), ("o", "0"), ("t", "l")];

    /// <summary>Quotes, dashes, accents and spaces become entities, as scrapers and OCR leave them.</summary>
    public static string Entities(string text, Random random)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' && random.Next(60) == 0) { result.Append("&nbsp;"); continue; }
            var name = Names.FirstOrDefault(n => n.Char == c).Name;
            if (name is null || random.Next(3) == 0) { result.Append(c); continue; }
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            result.Append(random.Next(10) switch
            {
                < 3 => $"&{name};",
                < 6 when name.Length >= 3 => $"&{Misread(name, random)};",
                6 => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                7 when Windows(c) is { } code => string.Create(CultureInfo.InvariantCulture, $"&#{code};"),
                8 when name.Length > 3 && !char.IsLetterOrDigit(next) && name is not ("deg" or "times" or "pound" or "euro" or "frac12") => $"&{name}",
                8 => $"&{name} ;",
                9 => $"&amp;{name};",
                _ => $"&{name};",
            });
        }
        return result.ToString();
    }

    /// <summary>Tags of the page stay in the text.</summary>
    public static string Markup(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (random.Next(25) != 0 || words[i].Length == 0) continue;
            words[i] = random.Next(8) switch
            {
                0 => $"<b>{words[i]}</b>",
                1 => $"<i>{words[i]}</i>",
                2 => $"<strong>{words[i]}</strong>",
                3 => $"<span class=\"bw\">{words[i]}</span>",
                4 => $"<a href=\"https://example.com/x?id=1\">{words[i]}</a>",
                5 when char.IsLetter(words[i][^1]) && i + 1 < words.Length => $"{words[i]}<sup>{random.Next(1, 10)}</sup>",
                6 => $"{words[i]}<br>",
                7 => $"<font size=2>{words[i]}</font>",
                _ => $"<em>{words[i]}</em>",
            };
        }
        return string.Join(' ', words);
    }

    /// <summary>Marks and halves of words are torn off.</summary>
    public static string Spaces(string text, Random random)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            char c = text[i], before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.Length ? text[i + 1] : ' ';
            var hit = random.Next(2) == 0 && !InAddress(text, i);
            if (hit && c is '\'' or '’' && char.IsLetter(before) && after == 's') result.Append(random.Next(3) switch { 0 => " " + c, 1 => " " + c + " ", _ => c + " " });
            else if (hit && c == '-' && char.IsLower(before) && char.IsLower(after)) result.Append(" -");
            else if (hit && c is '“' && before == ' ') result.Append("“ ");
            else if (hit && c is '”' && char.IsLetterOrDigit(before) | before is '.' or ',') result.Append(" ”");
            else if (hit && c == '"' && before is ',' or '.' && after == ' ') result.Append(" \"");
            else if (hit && c is ',' && char.IsLetter(before) && after == ' ' && random.Next(3) == 0) result.Append(" ,");
            else result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Words are cut at line ends by a hyphen.</summary>
    public static string Hyphens(string text, Random random)
    {
        var result = new StringBuilder();
        var words = text.Split(' ');
        foreach (var word in words)
        {
            if (result.Length > 0) result.Append(' ');
            if (word.Length >= 8 && word.All(char.IsLower) && random.Next(8) == 0) result.Append(word, 0, word.Length / 2).Append("-\n").Append(word, word.Length / 2, word.Length - word.Length / 2);
            else result.Append(word);
        }
        return result.ToString();
    }

    /// <summary>Letters are read as others.</summary>
    public static string Letters(string text, Random random)
    {
        (string, string)[] confusions = [("l", "I"), ("l", "1"), ("O", "0"), ("o", "0"), ("rn", "m"), ("m", "rn"), ("g", "q"), ("q", "g"), ("cl", "d"), ("d", "cl"), ("I", "l")];
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (random.Next(12) != 0 || words[i].Length < 5 || !words[i].All(char.IsLetter)) continue;
            var (from, to) = confusions[random.Next(confusions.Length)];
            var at = words[i].IndexOf(from, StringComparison.Ordinal);
            if (at >= 0) words[i] = words[i].Remove(at, from.Length).Insert(at, to);
        }
        return string.Join(' ', words);
    }

    /// <summary>Marks of footnotes stick to words and figures.</summary>
    public static string Footnotes(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (random.Next(15) == 0 && words[i].Length >= 4 && words[i].All(char.IsLower)) words[i] += random.Next(2) == 0 ? $"{random.Next(1, 10)}" : $"({random.Next(1, 10)})";
        return string.Join(' ', words);
    }

    /// <summary>UTF-8 read with a code page, once or twice.</summary>
    public static string Mojibake(string text, Random random)
    {
        var page = random.Next(4) switch { 0 => 28591, 1 => 10000, _ => 1252 };
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.Latin1;
        for (var times = page == 1252 ? random.Next(1, 3) : 1; times > 0; times--) text = encoding.GetString(Encoding.UTF8.GetBytes(text));
        return text;
    }

    private static bool InAddress(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf(' ', at - 1) + 1;
        return text.AsSpan(start, Math.Max(0, at - start)).Contains("//", StringComparison.Ordinal);
    }

    private static string Misread(string name, Random random)
    {
        for (var tries = 0; tries < 8; tries++)
        {
            var (from, to) = Misreadings[random.Next(Misreadings.Length)];
            var at = name.IndexOf(from, StringComparison.Ordinal);
            if (at >= 0) return name.Remove(at, from.Length).Insert(at, to);
        }
        return name;
    }

    private static int? Windows(char c)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes([c]);
        return bytes is [>= 0x80 and < 0xA0] ? bytes[0] : null;
    }
}
