using System.Text;
using FluentAssertions;
using PressParse.Reading;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Reading;

public class PdfReadingTests
{
    private const string First = "TORONTO, July 12, 2018 (GLOBE NEWSWIRE) -- North Gold Ltd. (TSX: NGX) announces that it produced 31,234 ounces of gold in the second quarter of 2018, compared with 29,870 ounces in the second quarter of 2017, at cash costs of $812 per ounce.";

    private const string Second = "Throughput at the mill averaged 1,512 tonnes per day, ahead of the design of 1,450 tonnes per day, and recovery improved to 94.6 percent after commissioning of the additional leaching capacity that management authorized in the preceding year.";

    private static SourceText Read(PdfDraft draft) => DocumentReader.Read(draft.Build(), "release.pdf");

    [Fact]
    public void ParagraphsAreJoinedFromTheirLines()
    {
        var source = Read(new PdfDraft().Heading("North Gold Produces 31,234 Ounces").Paragraph(First).Paragraph(Second));
        source.Text.Should().Be($"North Gold Produces 31,234 Ounces\n\n{First}\n\n{Second}");
        source.Raw.Should().Be(source.Text);
        source.MediaType.Should().Be("application/pdf");
        source.Layout.Should().ContainSingle(region => region.Kind == LayoutKind.Heading);
    }

    [Fact]
    public void BrokenWordsBecomeWhole() => Read(new PdfDraft(2).Paragraph(First + " " + Second, hyphens: true)).Text.Should().Be(First + " " + Second);

    [Fact]
    public void TheLeftColumnComesFirst()
    {
        var draft = new PdfDraft(2, "North Gold Ltd. News Release");
        var paragraphs = Enumerable.Range(1, 24).Select(i => $"Paragraph {i}. {(i % 2 == 0 ? First : Second)}").ToList();
        foreach (var paragraph in paragraphs) draft.Paragraph(paragraph);
        Read(draft).Text.Should().Be(string.Join("\n\n", paragraphs));
    }

    [Fact]
    public void HeadersFootersAndPageNumbersAreLeftOut()
    {
        var draft = new PdfDraft(1, "North Gold Ltd. News Release 18-07");
        for (var i = 0; i < 40; i++) draft.Paragraph(i % 2 == 0 ? First : Second);
        var text = Read(draft).Text;
        text.Should().NotContain("News Release").And.NotContain("Page ");
        text.Split("\n\n").Should().OnlyContain(paragraph => paragraph == First || paragraph == Second);
    }

    [Fact]
    public void FiguresThatStandOverOneAnotherAreATable()
    {
        var source = Read(new PdfDraft().Paragraph(First).Table(
            ["", "Q2 2018", "Q2 2017", "H1 2018"],
            ["North Mine"],
            ["Ore milled (t)", "137,580", "128,300", "271,000"],
            ["Gold grade (g/t)", "7.46", "7.60", "7.5"],
            ["Gold produced (oz)", "31,234", "29,870", "61,400"],
            ["Cash cost ($/oz)", "$812", "$(799)", "-"]).Paragraph(Second));
        source.Text.Should().Be($"{First}\n\n\tQ2 2018\tQ2 2017\tH1 2018\nNorth Mine\nOre milled (t)\t137,580\t128,300\t271,000\nGold grade (g/t)\t7.46\t7.60\t7.5\n"
            + $"Gold produced (oz)\t31,234\t29,870\t61,400\nCash cost ($/oz)\t$812\t$(799)\t-\n\n{Second}");
        source.Layout.Should().ContainSingle(region => region.Kind == LayoutKind.Table);
    }

    [Fact]
    public void ATableInAColumnStaysThere()
    {
        var text = Read(new PdfDraft(2).Paragraph(First).Table(["", "2018", "2017"], ["Ounces", "31,234", "29,870"], ["Grade (g/t)", "7.46", "7.60"]).Paragraph(Second).Paragraph(First).Paragraph(Second)
            .Paragraph(First).Paragraph(Second).Paragraph(First).Paragraph(Second).Paragraph(First).Paragraph(Second).Paragraph(First).Paragraph(Second)).Text;
        text.Should().StartWith($"{First}\n\n\t2018\t2017\nOunces\t31,234\t29,870\nGrade (g/t)\t7.46\t7.60\n\n{Second}\n\n{First}");
    }

    [Fact]
    public void APdfWithoutTextIsSaidToBeOne() =>
        FluentActions.Invoking(() => Read(new PdfDraft())).Should().Throw<UnreadableDocumentException>().WithMessage("release.pdf is a PDF of 1 page(s) without text*OCR*");

    [Fact]
    public void ABrokenPdfIsSaidToBeOne()
    {
        var whole = new PdfDraft().Paragraph(First).Build();
        foreach (var bytes in (byte[][])[Encoding.ASCII.GetBytes("%PDF-1.7\nrubbish"), whole[..(whole.Length / 3)], Encoding.ASCII.GetBytes("%PDF-")])
        {
            FluentActions.Invoking(() => DocumentReader.Read(bytes, "x.pdf")).Should().Throw<UnreadableDocumentException>().WithMessage("x.pdf is a PDF*");
        }
    }

    [Fact]
    public void ALockedPdfIsSaidToBeOne()
    {
        // A password nobody gave: the keys in /O and /U fit none.
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        var key = string.Concat(Enumerable.Repeat("A7", 32));
        foreach (var body in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>", $"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>"])
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append("xref\n0 5\n0000000000 65535 f \n");
        foreach (var offset in offsets) pdf.Append($"{offset:D10} 00000 n \n");
        pdf.Append($"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n{table}\n%%EOF\n");
        FluentActions.Invoking(() => DocumentReader.Read(Encoding.ASCII.GetBytes(pdf.ToString()), "x.pdf")).Should().Throw<UnreadableDocumentException>().WithMessage("x.pdf is a PDF locked with a password*");
    }
}
