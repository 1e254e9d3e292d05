using System.Buffers;
using PressParse.Text;

namespace PressParse.Repair;

/// <summary>
/// Takes out the marks of TeX that readers of scanned pages write (Mathpix, Nougat and their like): "\$1,284", "$3.3-3.6$", "$-16 \%$", "Grade ${ }^{1}$",
/// "$2.4 \mathrm{~g} / \mathrm{t}$". Only where a text escapes its signs, so that a dollar sign alone is a mark and no money.
/// </summary>
internal sealed class MathMarkup : ITextRepair
{
    /// <summary>Escaped signs a text must have.</summary>
    private const int Fewest = 2;

    /// <summary>Longest formula that is read as one.</summary>
    private const int Longest = 80;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\$");

    /// <summary>What the commands of formulas of figures stand for.</summary>
    private static readonly (string Command, string Stand)[] Commands =
    [
        ("mathrm", ""), ("mathbf", ""), ("textbf", ""), ("text", ""), ("times", "×"), ("sim", "~"), ("approx", "~"), ("pm", "±"), ("leq", "≤"), ("geq", "≥"), ("le", "≤"), ("ge", "≥"),
        ("circ", "°"), ("cdot", "·"), ("quad", " "), ("left", ""), ("right", ""),
    ];

    /// <inheritdoc/>
    public string Name => "mathMarkup";

    /// <inheritdoc/>
    public IReadOnlyList<RepairEdit> Find(RepairContext context)
    {
        var text = context.Text;
        if (!IsEscaped(text)) return [];
        var edits = new List<RepairEdit>();
        for (var at = text.AsSpan().IndexOfAny(Marks); at >= 0;)
        {
            var next = at + 1;
            if (text[at] == '\\')
            {
                if (IsEscape(text, at)) edits.Add(RepairEdit.Replace(new TextSpan(at, 1), "", "a sign escaped for TeX"));
                next = at + 2;
            }
            else if (Formula(text, at) is { } end)
            {
                var plain = Plain(text.AsSpan(at + 1, end - at - 2));
                var start = plain.Length == 0 && at > 0 && text[at - 1] == ' ' ? at - 1 : at;
                edits.Add(RepairEdit.Replace(TextSpan.FromBounds(start, end), plain, "a formula in TeX"));
                next = end;
            }
            var further = next < text.Length ? text.AsSpan(next).IndexOfAny(Marks) : -1;
            at = further < 0 ? -1 : next + further;
        }
        return edits;
    }

    private static bool IsEscaped(string text)
    {
        var found = 0;
        for (var at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0 && found < Fewest; at = text.IndexOf('\\', at + 1))
            if (IsEscape(text, at) || text.AsSpan(at).StartsWith("\\mathrm{", StringComparison.Ordinal)) found++;
        return found >= Fewest;
    }

    private static bool IsEscape(string text, int at) => at + 1 < text.Length && text[at + 1] is '$' or '%' or '&';

    /// <summary>The end of the formula that a dollar sign opens: one on the same line, with a figure or a raised mark in it, and no words.</summary>
    private static int? Formula(string text, int at)
    {
        var letters = 0;
        var command = false;
        for (var end = at + 1; end < text.Length && end - at <= Longest; end++)
        {
            var c = text[end];
            if (c == '\n') return null;
            if (c == '$' && text[end - 1] != '\\') return end > at + 1 && (command || letters <= 2) && text.AsSpan(at, end - at).ContainsAnyInRange('0', '9') ? end + 1 : null;
            if (c == '\\') command = true;
            letters = char.IsAsciiLetter(c) ? letters + 1 : 0;
            // Without commands a formula has no words.
            if (!command && letters > 2) return null;
        }
        return null;
    }

    /// <summary>A formula as a reader would type it; a raised number behind an empty group is the mark of a footnote.</summary>
    private static string Plain(ReadOnlySpan<char> formula)
    {
        var plain = new System.Text.StringBuilder(formula.Length);
        for (var i = 0; i < formula.Length; i++)
        {
            var c = formula[i];
            if (c == '{' || c == '}') continue;
            if (c == '~') plain.Append(plain is [.., ' '] ? "" : " ");
            else if (c == '^' || c == '_')
            {
                // "{ }^{1}" hangs on nothing.
                if (c == '^' && plain.ToString().Trim().Length == 0) return "";
                if (c == '^') plain.Append('^');
            }
            else if (c != '\\') plain.Append(c);
            else if (i + 1 < formula.Length && formula[i + 1] is '%' or '$' or '&')
            {
                // "-16 \%"
                if (formula[i + 1] == '%' && plain.Length > 0 && plain[^1] == ' ') plain.Length--;
            }
            else if (i + 1 < formula.Length && formula[i + 1] is ',' or ';' or ' ' or '!') i++;
            else
                foreach (var (command, stand) in Commands)
                    if (formula[(i + 1)..].StartsWith(command, StringComparison.Ordinal))
                    {
                        plain.Append(stand);
                        i += command.Length;
                        break;
                    }
        }
        plain.Replace(" / ", "/").Replace("^2", "²").Replace("^3", "³");
        return plain.ToString().Trim();
    }
}
