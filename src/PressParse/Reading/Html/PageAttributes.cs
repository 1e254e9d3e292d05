namespace PressParse.Reading.Html;

/// <summary>Reads the attributes of a tag from its raw characters, one after the other.</summary>
internal ref struct PageAttributes(string raw, int start, int end)
{
    private int _at = start;

    /// <summary>Name of the current attribute.</summary>
    public ReadOnlySpan<char> Name { get; private set; } = default;

    /// <summary>Its value without quotes; empty where it has none. References in it are not decoded.</summary>
    public ReadOnlySpan<char> Value { get; private set; } = default;

    /// <summary>Goes to the next attribute; false after the last.</summary>
    public bool Next()
    {
        while (_at < end && (char.IsWhiteSpace(raw[_at]) || raw[_at] is '/' or '"' or '\'')) _at++;
        if (_at >= end || raw[_at] == '>') return false;
        var from = _at;
        while (_at < end && !char.IsWhiteSpace(raw[_at]) && raw[_at] is not ('=' or '>' or '/')) _at++;
        Name = raw.AsSpan(from, _at - from);
        if (_at == from) _at++;
        while (_at < end && char.IsWhiteSpace(raw[_at])) _at++;
        Value = default;
        if (_at >= end || raw[_at] != '=') return true;
        _at++;
        while (_at < end && char.IsWhiteSpace(raw[_at])) _at++;
        if (_at >= end) return true;
        if (raw[_at] is '"' or '\'')
        {
            var quote = raw[_at++];
            var length = raw.AsSpan(_at, end - _at).IndexOf(quote);
            if (length < 0) length = end - _at;
            Value = raw.AsSpan(_at, length);
            _at = Math.Min(end, _at + length + 1);
            return true;
        }
        from = _at;
        while (_at < end && !char.IsWhiteSpace(raw[_at]) && raw[_at] != '>') _at++;
        Value = raw.AsSpan(from, _at - from);
        return true;
    }

    /// <summary>The value of an attribute; empty where there is none.</summary>
    public static ReadOnlySpan<char> Find(string raw, int start, int end, ReadOnlySpan<char> name)
    {
        var attributes = new PageAttributes(raw, start, end);
        while (attributes.Next())
        {
            if (attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return attributes.Value;
        }
        return default;
    }

    /// <summary>Offset after the ">" that ends a tag; quotes may hold others. -1 for a tag that does not end.</summary>
    public static int EndOfTag(string raw, int at, int end)
    {
        var value = false;
        for (var i = at; i < end; i++)
        {
            var c = raw[i];
            if (c == '>') return i + 1;
            if (c == '=') value = true;
            else if (c is '"' or '\'' && value)
            {
                var length = raw.AsSpan(i + 1, end - i - 1).IndexOf(c);
                if (length < 0) break;
                i += length + 1;
                value = false;
            }
            else if (!char.IsWhiteSpace(c)) value = false;
        }
        return -1;
    }
}
