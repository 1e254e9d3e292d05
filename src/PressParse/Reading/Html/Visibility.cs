namespace PressParse.Reading.Html;

/// <summary>Tells elements that no reader of the page sees. Stateless.</summary>
internal static class Visibility
{
    private static readonly string[] HiddenClasses = ["hidden", "d-none", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "invisible", "u-hidden", "is-hidden"];

    /// <summary>True when the element's attributes hide it and all in it.</summary>
    public static bool IsHidden(PageAttributes attributes)
    {
        while (attributes.Next())
        {
            var name = attributes.Name;
            var value = attributes.Value;
            switch (name.Length)
            {
                case 6 when name.Equals("hidden", StringComparison.OrdinalIgnoreCase):
                    return true;
                case 11 when name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase) && value.Equals("true", StringComparison.OrdinalIgnoreCase):
                    return true;
                case 5 when name.Equals("style", StringComparison.OrdinalIgnoreCase) && Hides(value):
                    return true;
                case 5 when name.Equals("class", StringComparison.OrdinalIgnoreCase) && NamesHidden(value):
                    return true;
            }
        }
        return false;
    }

    private static bool NamesHidden(ReadOnlySpan<char> classes)
    {
        if (classes.Length < 4) return false;
        foreach (var range in classes.Split(' '))
        {
            var word = classes[range];
            foreach (var hidden in HiddenClasses)
            {
                if (word.Length == hidden.Length && word.Equals(hidden, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }
        return false;
    }

    private static bool Hides(ReadOnlySpan<char> style) => Declares(style, "display", "none") || Declares(style, "visibility", "hidden");

    private static bool Declares(ReadOnlySpan<char> style, string property, string value)
    {
        for (var from = 0; from < style.Length;)
        {
            var at = style[from..].IndexOf(property, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            at += from;
            var rest = style[(at + property.Length)..].TrimStart();
            var whole = at == 0 || style[at - 1] is ';' or ' ' or '\t' or '\n' or '\r';
            if (whole && rest.StartsWith(":") && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase)) return true;
            from = at + 1;
        }
        return false;
    }
}
