using HtmlAgilityPack;

namespace PressParse.Reading.Html;

/// <summary>Tells elements that no reader of the page sees. Stateless.</summary>
internal static class Visibility
{
    private static readonly string[] HiddenClasses = ["hidden", "d-none", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "invisible", "u-hidden", "is-hidden"];

    /// <summary>True when the element's attributes hide it and all in it.</summary>
    public static bool IsHidden(HtmlNode element)
    {
        if (!element.HasAttributes) return false;
        foreach (var attribute in element.Attributes)
        {
            var value = attribute.Value ?? "";
            switch (attribute.Name)
            {
                case "hidden":
                    return true;
                case "aria-hidden" when value.Equals("true", StringComparison.OrdinalIgnoreCase):
                    return true;
                case "style" when Hides(value):
                    return true;
                case "class":
                    foreach (var range in value.AsSpan().Split(' '))
                    {
                        var word = value.AsSpan()[range];
                        foreach (var hidden in HiddenClasses)
                        {
                            if (word.Equals(hidden, StringComparison.OrdinalIgnoreCase)) return true;
                        }
                    }
                    break;
            }
        }
        return false;
    }

    private static bool Hides(string style) => Declares(style, "display", "none") || Declares(style, "visibility", "hidden");

    private static bool Declares(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var rest = style.AsSpan(at + property.Length).TrimStart();
            var whole = at == 0 || style[at - 1] is ';' or ' ' or '\t' or '\n' or '\r';
            if (whole && rest.StartsWith(":") && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase)) return true;
            at = style.IndexOf(property, at + 1, StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }
}
