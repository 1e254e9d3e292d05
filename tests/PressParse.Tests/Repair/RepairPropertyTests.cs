using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Xunit;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Repair;

/// <summary>What holds for every repair and every text.</summary>
public sealed class RepairPropertyTests
{
    /// <summary>Bits of releases, whole and damaged, from which texts are made.</summary>
    private static readonly string[] Bits =
    [
        "the Company", "gold", " ", " ", " ", "\n", "\n\n", "\t", "   ", "&ldquo;", "&Idquo;", "&amp;", "&", ";", "<sup>", "</sup>", "<", "b>", "1", "2,000", "(1)", "ounces", "-", "'", " 's", "“", "”", "\"",
        "â€œ", "Ã©", "é", "…", "Ã", " ", "production", "forward", "looking", "statements", "otherw", "ise", "expressl", "y", "I", "l", "lles", "Iles", "rnine", "g0ld", "n•", "•", ".", ",", ":", "\u00A0", "\u200B", "\u0093", "ﬁ",
        "events or otherw reliance on these\tise, except as expressl s.\ty required by law.", "Result of operations", "|", "*", "$", "%", "\r\n", "😍", "\uFFFD", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=\"3\">", "<th rowspan=2>", "\\$", "\\%", "$3.3-3.6$", "${ }^{1}$", "yearCommenced", "siteSold", "productsProduced", "Produced348,529", "20232022", "(4)%Silver",
    ];

    private static string Text(int[] picks)
    {
        var text = new StringBuilder();
        foreach (var pick in picks) text.Append(Bits[(pick & int.MaxValue) % Bits.Length]);
        return text.ToString();
    }

    private static RepairedText Run(string text) => RepairCatalog.Default.Run(SourceText.Plain(text));

    [Property(MaxTest = 200)]
    public bool Repairing_twice_is_repairing_once(int[] picks)
    {
        var once = Run(Text(picks)).Text;
        return Run(once).Text == once;
    }

    [Property(MaxTest = 200)]
    public bool The_map_fits_and_copied_characters_are_the_same(int[] picks)
    {
        var repaired = Run(Text(picks));
        if (repaired.Map.OutputLength != repaired.Text.Length || repaired.Map.SourceLength != repaired.Source.Raw.Length) return false;
        for (var i = 0; i < repaired.Text.Length; i++)
            foreach (var span in repaired.Map.ToSource(new TextSpan(i, 1)))
                if (span.Start < 0 || span.End > repaired.Source.Raw.Length) return false;
        return true;
    }

    [Property(MaxTest = 200)]
    public bool Every_edit_of_every_repair_covers_its_span(int[] picks)
    {
        var text = Text(picks);
        foreach (var repair in RepairCatalog.All)
        {
            var end = 0;
            foreach (var edit in repair.Find(new RepairContext(text, [])))
            {
                if (edit.Span.Start < end || edit.Span.End > text.Length || edit.Reason.Length == 0) return false;
                end = edit.Span.End;
                if (edit.Pieces.Sum(p => p.Source.Length) != edit.Span.Length || edit.Pieces.Any(p => !edit.Span.Contains(p.Source))) return false;
            }
        }
        return true;
    }

    [Property(MaxTest = 300)]
    public bool Any_string_is_survived(string? text) => Run(text ?? "").Text is not null;

    [SkippableFact]
    public void The_corpus_is_clean()
    {
        var root = Shared.Corpus();
        Skip.If(root is null, "the corpus is absent");
        // Releases that hold damage on purpose, and so may change.
        string[] damage = ["mojibake", "htmlEntity", "inlineMarkup", "oddSpace", "ligature", "lostLineBreak", "footnoteMark", "controlCharacters", "gluedText", "mathMarkup"];
        foreach (var file in Directory.EnumerateFiles(root!, "release.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".txt", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (file.Contains("damaged", StringComparison.Ordinal)) continue;
            Run(File.ReadAllText(file)).Repairs.Where(r => !damage.Contains(r.Repair)).Select(r => $"{r.Repair} [{r.Before}]").Should().HaveCountLessThan(3, $"{file} is clean");
        }
    }

    [Fact]
    public void Clean_text_comes_back_as_the_same_string()
    {
        var text = "TORONTO, Sept. 22, 2017 (GLOBE NEWSWIRE) -- The Company produced 28,250 ounces.";
        Run(text).Text.Should().BeSameAs(text);
    }
}
