using System.Globalization;
using System.Text;

namespace PressParse.Repair.Encodings;

/// <summary>
/// How unlikely a character is beside its neighbours in text that was read rightly, in rough nats. Built from Unicode categories and
/// scripts: letters keep to their script, capitals stand at the start of a word or among capitals, signs do not stand inside words.
/// Stateless.
/// </summary>
internal static class CharacterCost
{
    /// <summary>What a character is to its neighbours.</summary>
    private enum Kind { Space, Ascii, Digit, Lower, Upper, Letter, Opening, Closing, Sign, Behind, Before, Control, Emoji }

    private const double AcrossScripts = 5, InsideWord = 3, WrongCase = 4, BesideSign = 3;

    /// <summary>Cost of a text, the ends weighed beside the characters around it; '\0' for the edge of the text.</summary>
    public static double Of(string text, char before, char after)
    {
        var cost = 0.0;
        var previous = new Rune(char.IsSurrogate(before) || before == '\0' ? ' ' : before);
        var first = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0x7F) cost += Single(rune, previous);
            if (!first || rune.Value > 0x7F) cost += Between(previous, rune);
            previous = rune;
            first = false;
        }
        if (previous.Value > 0x7F) cost += Between(previous, new Rune(char.IsSurrogate(after) || after == '\0' ? ' ' : after));
        return cost + Alone(text, before, after);
    }

    /// <summary>An accented letter that is a word by itself, except the few that are.</summary>
    private static double Alone(string text, char before, char after) =>
        text.Length == 1 && text[0] is not ('à' or 'é' or 'è' or 'ó' or 'á' or 'À' or 'É' or 'í' or 'ú') && char.IsLetter(text[0]) && text[0] < 0x250 && !char.IsLetter(before) && !char.IsLetter(after) ? 2.5 : 0;

    private static double Single(Rune rune, Rune previous)
    {
        var c = rune.Value;
        var cost = c switch
        {
            < 0xA0 => 9,
            0xA0 => 3,
            0xAD => 5,
            0xA9 or 0xAE or 0xB0 or 0xA3 or 0x20AC or 0x2122 => 3,
            0xB1 or 0xB2 or 0xB3 or 0xB5 or 0xB7 or 0xA7 or 0xBF or 0xA1 or 0xBA or 0xAA or 0xBC or 0xBD or 0xBE or 0xD7 => 4,
            0xAB or 0xBB or 0x2039 or 0x203A or 0x201E or 0x201A or 0x2018 => 2.5,
            0xA2 or 0xA5 or 0xB6 or 0x2020 or 0x2021 or 0x2030 => 5,
            < 0xC0 or 0xF7 => 6.5,
            0xC2 or 0xC3 or 0xD0 or 0xCE or 0xCF or 0xDE or 0xF0 or 0xFE => 4.5,
            < 0xE0 and not 0xDF => 3.5,
            < 0x100 => 2,
            < 0x180 => Rune.IsUpper(rune) ? 4.5 : 3.5,
            0x192 or 0x2C6 or 0x2DC => 6.5,
            0x218 or 0x219 or 0x21A or 0x21B => 4,
            < 0x300 => 9,
            < 0x370 => 6,
            < 0x400 => 3.5,
            >= 0x410 and < 0x450 or 0x401 or 0x451 => 3,
            < 0x530 => 6,
            >= 0x5D0 and < 0x5EB or >= 0x620 and < 0x670 => 3.5,
            >= 0x900 and < 0xE60 => 4,
            >= 0x1E00 and < 0x1F00 => 5,
            0x2019 or 0x201C or 0x201D or 0x2013 or 0x2014 or 0x2026 or 0x2022 => 1.5,
            0x200B or 0x200D or 0xFE0F => 3,
            >= 0x2000 and < 0x2070 => 5,
            >= 0x20A0 and < 0x20D0 => 5,
            >= 0x2190 and < 0x2300 => 5,
            >= 0x2500 and < 0x25A0 => 7,
            >= 0x2600 and < 0x27C0 => 5,
            >= 0x3040 and < 0x3100 => 3.5,
            >= 0x3000 and < 0x3040 => 4,
            >= 0x4E00 and < 0xA000 => 4.5,
            >= 0xAC00 and < 0xD7A4 => 4.5,
            0xFEFF => 1,
            0xFFFD => 4,
            >= 0xE000 and < 0xF900 => 11,
            >= 0xFF00 and < 0xFFF0 => 5,
            >= 0x1F000 and < 0x1FB00 => 4.5,
            _ => Unusual(rune),
        };
        // A text goes on in its script.
        return c > 0x36F && Rune.IsLetter(rune) | Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && Script(rune) == Script(previous) ? Math.Min(cost, Math.Max(1.5, cost - 2)) : cost;
    }

    private static double Unusual(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control or UnicodeCategory.PrivateUse => 11,
        UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter => 6,
        _ => 6.5,
    };

    private static double Between(Rune left, Rune right)
    {
        Kind a = KindOf(left), b = KindOf(right);
        if (a == Kind.Space || b == Kind.Space) return 0;
        bool letterA = a is Kind.Lower or Kind.Upper or Kind.Letter, letterB = b is Kind.Lower or Kind.Upper or Kind.Letter;
        if (letterA && letterB)
        {
            if (Script(left) != Script(right)) return AcrossScripts;
            return a == Kind.Lower && b == Kind.Upper ? WrongCase : 0;
        }
        if (a is Kind.Emoji || b is Kind.Emoji) return 0;
        if (a is Kind.Control || b is Kind.Control) return 2;
        // Letters that begin most two-byte sequences of UTF-8, and that no language writes before a sign.
        if (left.Value is 0xC2 or 0xC3 or 0xD0 or 0xCE or 0xC5 or 0xC4 && right.Value > 0x7F && b is not Kind.Behind) return 4;
        if (letterA && b is Kind.Opening or Kind.Before) return b == Kind.Before ? WrongCase : InsideWord;
        if (letterA && b == Kind.Sign) return InsideWord;
        if (letterB && left.Value is >= 0x2190 and < 0x2300) return 0;
        if (letterB && a is Kind.Sign or Kind.Closing && right.Value != 's') return a == Kind.Closing ? (left.Value is 0x2019 or 0x2013 or 0x2014 or 0x2026 or 0x2022 ? 0 : 2) : InsideWord;
        if (a == Kind.Digit && letterB && right.Value > 0x7F) return InsideWord;
        if (a is Kind.Sign or Kind.Before or Kind.Behind && b is Kind.Sign or Kind.Before or Kind.Closing or Kind.Opening && left != right && left.Value > 0x7F && right.Value > 0x7F) return BesideSign;
        if (a is Kind.Opening && b is Kind.Sign && right.Value > 0x7F) return BesideSign;
        return 0;
    }

    private static Kind KindOf(Rune rune)
    {
        var c = rune.Value;
        if (c < 0x80) return Rune.IsWhiteSpace(rune) ? Kind.Space : Rune.IsDigit(rune) ? Kind.Digit : Rune.IsLower(rune) ? Kind.Lower : Rune.IsUpper(rune) ? Kind.Upper : Kind.Ascii;
        switch (c)
        {
            case 0xFEFF: return Kind.Space;
            case 0xAB or 0x201C or 0x2018 or 0x201E or 0x201A or 0x2039 or 0xBF or 0xA1: return Kind.Opening;
            case 0xBB or 0x201D or 0x2019 or 0x203A or 0x2026 or 0x2013 or 0x2014 or 0x2022: return Kind.Closing;
            case 0xA3 or 0x20AC or 0xA7 or 0xA5: return Kind.Before;
            case 0xAE or 0x2122 or 0xB0 or 0xB2 or 0xB3 or 0xB9 or 0xAA or 0xBA: return Kind.Behind;
            case >= 0x1F000 and < 0x1FB00 or 0xFE0F or 0x200D or (>= 0x2600 and < 0x27C0): return Kind.Emoji;
        }
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LowercaseLetter => Kind.Lower,
            UnicodeCategory.UppercaseLetter => Kind.Upper,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
            UnicodeCategory.SpaceSeparator => Kind.Space,
            UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => Kind.Control,
            _ => Kind.Sign,
        };
    }

    /// <summary>A number for the script of a letter: the 128-character block for most, one number for all of Latin, for Han and Kana, and for Cyrillic.</summary>
    private static int Script(Rune rune) => rune.Value switch
    {
        < 0x250 or (>= 0x1E00 and < 0x1F00) => 0,
        >= 0x370 and < 0x400 or (>= 0x1F00 and < 0x2000) => 1,
        >= 0x400 and < 0x530 => 2,
        >= 0x590 and < 0x600 => 3,
        >= 0x600 and < 0x780 => 4,
        >= 0x3000 and < 0xA000 => 5,
        >= 0xAC00 and < 0xD7B0 => 6,
        var c => 100 + (c >> 7),
    };
}
