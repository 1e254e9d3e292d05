using System.Runtime.InteropServices;
using PressParse.Text;

namespace PressParse.Repair.Language;

/// <summary>
/// How dear a piece of text is as English prose of this document: its words, each after its neighbour, their capitals and the white
/// space around their marks. Made for one text, whose own words, outside the damaged places, count as known. One thread at a time.
/// </summary>
internal sealed class TextCost(WordModel model, string document, IReadOnlyList<TextSpan> damaged)
{
    /// <summary>Entry price of a word that neither the model nor the document knows; its spelling is paid on top.</summary>
    private const double UnknownWord = 7;

    /// <summary>Price of a word that stands elsewhere in the document.</summary>
    private const double OwnWord = 8;

    /// <summary>Price of a word that follows here as it does elsewhere in the document.</summary>
    private const double OwnPair = 2;

    /// <summary>A lower-case word after the end of a sentence, a mark on the wrong side of a space.</summary>
    private const double Awkward = 4;

    /// <summary>A capital inside a sentence on a word that is common in lower case.</summary>
    private const double StrayCapital = 1.5;

    /// <summary>A capital after a small letter inside a word, a number with wrong groups of digits.</summary>
    private const double Broken = 7;

    /// <summary>Dearest word that is met often enough to need no second look.</summary>
    private const double Common = 11;

    private readonly Dictionary<ulong, int> _own = [];
    private bool _read;

    /// <summary>The cost of a text in nats, its first word taken without a neighbour.</summary>
    public double Of(ReadOnlySpan<char> text)
    {
        ReadDocument();
        var cost = 0.0;
        var scan = new TokenScan(text);
        var previous = -1;
        ulong previousHash = 0;
        int end = 0;
        while (scan.Next())
        {
            var token = text.Slice(scan.Start, scan.Length);
            var kind = TokenScan.Class(token);
            var id = model.Find(kind);
            var hash = Hash(kind);
            var word = id >= 0 ? model.CostAfter(end > 0 ? previous : -1, id) : UnknownWord + model.SpellingCost(kind);
            if (char.IsLetter(kind[0]))
            {
                if (_own.ContainsKey(hash)) word = Math.Min(word, OwnWord);
                if (previousHash != 0 && _own.TryGetValue(Pair(previousHash, hash), out _)) word = Math.Min(word, OwnPair);
                word += Capitals(token, id >= 0, end > 0 ? text[end - 1] : '\0');
            }
            else if (char.IsAsciiDigit(token[0])) word += Grouping(token);
            cost += word;
            if (end > 0) cost += Spacing(text, end, scan.Start);
            end = scan.Start + scan.Length;
            (previous, previousHash) = (id, hash);
        }
        return cost;
    }

    /// <summary>True when the model or the document knows the word.</summary>
    public bool Knows(ReadOnlySpan<char> word)
    {
        ReadDocument();
        return model.Find(word) >= 0 || _own.ContainsKey(Hash(word));
    }

    /// <summary>True when the document knows the word or the model has it among its commoner ones.</summary>
    public bool IsCommon(ReadOnlySpan<char> word)
    {
        ReadDocument();
        return (model.Find(word) is var id && id >= 0 && model.Cost(id) < Common) || _own.ContainsKey(Hash(word));
    }

    private void ReadDocument()
    {
        if (_read) return;
        _read = true;
        var from = 0;
        foreach (var span in damaged)
        {
            Read(document.AsSpan(from, span.Start - from));
            from = span.End;
        }
        Read(document.AsSpan(from));
    }

    private void Read(ReadOnlySpan<char> text)
    {
        var scan = new TokenScan(text);
        ulong previous = 0;
        while (scan.Next())
        {
            var hash = Hash(TokenScan.Class(text.Slice(scan.Start, scan.Length)));
            CollectionsMarshal.GetValueRefOrAddDefault(_own, hash, out _)++;
            if (previous != 0) CollectionsMarshal.GetValueRefOrAddDefault(_own, Pair(previous, hash), out _)++;
            previous = hash;
        }
    }

    private static double Capitals(ReadOnlySpan<char> word, bool known, char before)
    {
        var cost = 0.0;
        var upper = char.IsUpper(word[0]);
        var sentence = before is '.' or '!' or '?' or '\0' or '"' or '“' or ':' or '(' or '•';
        if (!upper && before is '.' or '!' or '?') cost += Awkward;
        if (upper && !sentence && known) cost += StrayCapital;
        for (var i = 1; i < word.Length; i++)
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1])) cost += Broken;
        return cost;
    }

    private static double Grouping(ReadOnlySpan<char> number)
    {
        var comma = number.IndexOf(',');
        if (comma < 0) return number.Length > 4 && !number.Contains('.') ? 2 : 0;
        if (comma > 3) return Broken;
        while (comma >= 0)
        {
            var rest = number[(comma + 1)..];
            var next = rest.IndexOfAny(',', '.');
            if ((next < 0 ? rest.Length : next) != 3) return Broken;
            if (next < 0 || rest[next] == '.') return 0;
            number = rest;
            comma = next;
        }
        return 0;
    }

    private static double Spacing(ReadOnlySpan<char> text, int end, int start)
    {
        var space = start > end;
        char before = text[end - 1], after = text[start];
        if (space)
        {
            if (after is ',' or ';' or '.' or ')' or '%' or '’' or ':' or '?' or '”') return Awkward;
            if (before is '(' or '“' or '$') return Awkward;
            if ((before == '-') != (after == '-')) return (before == '-' ? end > 1 && text[end - 2] != ' ' : true) ? Awkward : 0;
            return 0;
        }
        if (before is ',' or ';' or ':' && char.IsLetter(after)) return Awkward;
        if (before is '.' && char.IsUpper(after)) return 2;
        if (char.IsLetterOrDigit(before) && after is '(' or '“') return Awkward;
        if (char.IsLetter(before) && char.IsAsciiDigit(after) || char.IsAsciiDigit(before) && char.IsLetter(after)) return Awkward;
        return 0;
    }

    private static ulong Pair(ulong a, ulong b) => (a * 0x9E3779B97F4A7C15) ^ b ^ 0x5555;

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in word) hash = (hash ^ (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c > 0x7F ? char.ToLowerInvariant(c) : c)) * 1099511628211;
        return hash;
    }
}
