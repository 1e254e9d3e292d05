using System.Text;
using PressParse.Reading.Html;
using UglyToad.PdfPig.Content;

namespace PressParse.Reading.Pdf;

/// <summary>Puts the letters of a page together to lines: by base line, then from left to right, spaces from the gaps. Stateless.</summary>
internal static class PdfLetters
{
    // In shares of the letter size: letters of one line sway less, words stand farther apart, columns farther still (measured on releases set
    // in the usual fonts: word gaps 0.2 to 0.6, column gaps from 0.9 up).
    private const double Sway = 0.22;

    private const double WordGap = 0.17;

    private const double ColumnGap = 0.95;

    private const double DoubtfulGap = 0.42;

    private readonly record struct Glyph(string Value, double Left, double Right, double Baseline, double Size, bool Bold, bool Raised);

    /// <summary>The lines of a page from top to bottom.</summary>
    public static List<PdfLine> Lines(IReadOnlyList<Letter> letters)
    {
        var glyphs = new List<Glyph>(letters.Count);
        foreach (var letter in letters)
        {
            if (letter.TextOrientation is not (TextOrientation.Horizontal or TextOrientation.Other) || letter.PointSize < 1 || string.IsNullOrEmpty(letter.Value)) continue;
            var left = Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
            var right = Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X);
            glyphs.Add(new Glyph(Clean(letter.Value), left, right, letter.StartBaseLine.Y, letter.PointSize, IsBold(letter), false));
        }
        glyphs.RemoveAll(glyph => glyph.Value.Length == 0);
        glyphs.Sort((a, b) => a.Baseline != b.Baseline ? b.Baseline.CompareTo(a.Baseline) : a.Left.CompareTo(b.Left));
        var rows = new List<List<Glyph>>();
        foreach (var glyph in glyphs)
        {
            if (rows.Count > 0 && rows[^1][0].Baseline - glyph.Baseline <= Sway * Math.Max(rows[^1][0].Size, glyph.Size)) rows[^1].Add(glyph);
            else rows.Add([glyph]);
        }
        LowerRaised(rows);
        var lines = new List<PdfLine>(rows.Count);
        foreach (var row in rows)
        {
            if (Line(row) is { } line) lines.Add(line);
        }
        return lines;
    }

    /// <summary>Footnote marks and ordinals stand on a base line of their own, above the line they belong to.</summary>
    private static void LowerRaised(List<List<Glyph>> rows)
    {
        for (var i = 0; i + 1 < rows.Count; i++)
        {
            var raised = rows[i];
            var size = raised.Max(g => g.Size);
            for (var j = i + 1; j < rows.Count && j <= i + 2; j++)
            {
                var line = rows[j];
                var main = line.Max(g => g.Size);
                var rise = raised[0].Baseline - line[0].Baseline;
                if (size > 0.82 * main || rise > 0.75 * main || raised.Count > 12) continue;
                if (!raised.TrueForAll(g => line.Exists(other => Math.Abs(other.Right - g.Left) < 0.6 * main || raised.Exists(r => r != g && Math.Abs(r.Right - g.Left) < 0.5 * size)))) continue;
                foreach (var glyph in raised) line.Add(glyph with { Raised = true });
                rows.RemoveAt(i--);
                break;
            }
        }
    }

    private static PdfLine? Line(List<Glyph> row)
    {
        row.Sort((a, b) => a.Left.CompareTo(b.Left));
        var size = row.Max(g => g.Size);
        var segments = new List<PdfSegment>();
        // In type of fixed width one space is as wide as a letter.
        var doubtful = Math.Max(DoubtfulGap * size, 1.3 * row.Average(g => g.Right - g.Left));
        var gaps = new List<PdfGap>();
        var text = new StringBuilder();
        var left = 0.0;
        var right = double.NegativeInfinity;
        for (var i = 0; i < row.Count; i++)
        {
            var glyph = row[i];
            if (glyph.Value == " ") continue;
            // Bold that is drawn by printing a letter twice.
            if (i > 0 && row[i - 1].Value == glyph.Value && glyph.Left - row[i - 1].Left < 0.3 * (glyph.Right - glyph.Left)) continue;
            if (glyph.Raised && IsMark(row, ref i, text)) continue;
            var gap = glyph.Left - right;
            if (text.Length > 0 && gap > ColumnGap * size)
            {
                segments.Add(new PdfSegment(text.ToString(), left, right, gaps));
                text.Clear();
                gaps = [];
            }
            else if (text.Length > 0 && (gap > WordGap * size || (gap > 0.08 * size && row[i - 1].Value == " ")))
            {
                if (gap > doubtful) gaps.Add(new PdfGap(text.Length, right, glyph.Left));
                text.Append(' ');
            }
            if (text.Length == 0) left = glyph.Left;
            text.Append(glyph.Value);
            right = Math.Max(right, glyph.Right);
        }
        if (text.Length > 0) segments.Add(new PdfSegment(text.ToString(), left, right, gaps));
        return segments.Count == 0 ? null : new PdfLine(segments, row.First(g => !g.Raised || row.TrueForAll(r => r.Raised)).Baseline, size, row.TrueForAll(g => g.Bold || g.Value == " "));
    }

    private static bool IsMark(List<Glyph> row, ref int index, StringBuilder before)
    {
        var end = index;
        var content = new StringBuilder();
        while (end < row.Count && row[end].Raised) content.Append(row[end++].Value);
        if (Superscripts.Judge(content.ToString(), before.ToString()) != Superscript.Mark) return false;
        index = end - 1;
        return true;
    }

    private static bool IsBold(Letter letter)
    {
        var font = letter.FontDetails;
        return font is not null && (font.IsBold || font.Weight >= 600 || (font.Name ?? "").Contains("Bold", StringComparison.OrdinalIgnoreCase) || (font.Name ?? "").Contains("Black", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Ligatures become their letters, blanks a space, and what is no character goes.</summary>
    private static string Clean(string value)
    {
        if (value.Length == 1)
        {
            var c = value[0];
            if (c is '\u00A0' or '\u2003' or '\u2002' or '\u2009' or '\t') return " ";
            if (c is >= '\uFB00' and <= '\uFB06') return value.Normalize(NormalizationForm.FormKC);
            return c < ' ' || c is '\u00AD' or '\uFFFD' or '\u200B' or '\uFEFF' ? "" : value;
        }
        return value.AsSpan().ContainsAnyInRange('\0', '\u001F') ? "" : value.Normalize(NormalizationForm.FormKC);
    }
}
