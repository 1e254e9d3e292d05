using System.Text;
using FluentAssertions;
using PressParse.Reading;
using Xunit;

namespace PressParse.Tests.Reading;

/// <summary>SEC submissions, and files that are no release at all.</summary>
public class FormTests
{
    private const string Submission = """
        -----BEGIN PRIVACY-ENHANCED MESSAGE-----
        <SEC-DOCUMENT>0000912057-97-001234.txt : 19970428
        <SEC-HEADER>ACCESSION NUMBER: 0000912057-97-001234
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>8-K
        <SEQUENCE>1
        <TEXT>
        FORM 8-K CURRENT REPORT. Item 7 Exhibits. 99,999 ounces.
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>2
        <TEXT>
        <PAGE>
                                   PRESS RELEASE

        RENO, Nev., April 28, 1997 -- Sawtooth Silver &amp; Gold today announced that
        it produced 31,234 ounces in the first quarter.

        <TABLE>
        <CAPTION>
                                    Three months ended
                                        March 31,
                                     1997       1996
        <S>                         <C>        <C>
        Tons milled                 118,420    109,660
        Ounces                       31,234     29,870
        <PAGE>
                                                         2
        Cash cost per ounce        $    212   $    231
        </TABLE>

        For further information contact Renee Halverson.
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>GRAPHIC
        <TEXT>
        begin 644 logo.jpg
        M_]C_X
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>
        """;

    [Fact]
    public void TheReleaseOfASubmissionIsRead()
    {
        var source = DocumentReader.Read(Submission, "0000912057-97-001234.txt");
        source.Text.Should().Be("""
                                   PRESS RELEASE

        RENO, Nev., April 28, 1997 -- Sawtooth Silver & Gold today announced that
        it produced 31,234 ounces in the first quarter.

                                    Three months ended
                                        March 31,
                                     1997       1996

        Tons milled                 118,420    109,660
        Ounces                       31,234     29,870

        Cash cost per ounce        $    212   $    231

        For further information contact Renee Halverson.
        """.ReplaceLineEndings("\n"));
        source.Map.ToSource(new(source.Text.IndexOf("31,234", StringComparison.Ordinal), 6))[0].In(source.Raw).Should().Be("31,234");
    }

    [Fact]
    public void AnExhibitThatIsAPageIsReadAsOne() =>
        DocumentReader.Read("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<HTML><BODY><P><B>NEWS RELEASE</B></P><P>Gold&nbsp;rose</P><TABLE><TR><TD>Ounces</TD><TD>1,234</TD></TR><TR><TD>Grade</TD><TD>5.1</TD></TR></TABLE></BODY></HTML>\n</TEXT>\n</DOCUMENT>\n")
            .Text.Should().Be("NEWS RELEASE\n\nGold rose\n\nOunces\t1,234\nGrade\t5.1");

    public static TheoryData<byte[], string> Refused() => new()
    {
        { [], "*is empty*" },
        { "   \n\t"u8.ToArray(), "*is empty*" },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "*a PNG picture*OCR*" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "*a JPEG picture*OCR*" },
        { [.. "PK\u0003\u0004"u8, .. "....word/document.xml"u8], "*Word document*Save it as*" },
        { [.. "PK\u0003\u0004"u8, .. "....release.txt"u8], "*zip archive*Unpack*" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "*old Office file*" },
        { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "*gzip archive*Unpack*" },
        { "{\\rtf1\\ansi Gold}"u8.ToArray(), "*RTF*" },
        { "SQLite format 3\0"u8.ToArray(), "*SQLite database*" },
        { [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0], "*Windows program*" },
        { [1, 2, 3, 4, 0, 0, 0, 5, 6, 7, 250, 251], "*binary data*" },
        { "<html><body><script>render()</script></body></html>"u8.ToArray(), "*no text to read*script*" },
        { "<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\n</TEXT>\n</DOCUMENT>"u8.ToArray(), "*SEC submission*" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNoReleaseIsSaidToBeWhatItIs(byte[] bytes, string message) =>
        FluentActions.Invoking(() => DocumentReader.Read(bytes, "file.bin")).Should().Throw<UnreadableDocumentException>().WithMessage("file.bin " + message);

    [Fact]
    public void BinaryGivenAsTextIsRefused()
    {
        FluentActions.Invoking(() => DocumentReader.Read("%PDF-1.7 ...")).Should().Throw<UnreadableDocumentException>().WithMessage("*bytes*");
        FluentActions.Invoking(() => DocumentReader.Read("a\0b\0c\0")).Should().Throw<UnreadableDocumentException>().WithMessage("*binary*");
        FluentActions.Invoking(() => DocumentReader.Read("")).Should().Throw<UnreadableDocumentException>().WithMessage("The input is empty*");
    }

    [Fact]
    public void TextThatBeginsLikeASignatureIsText()
    {
        DocumentReader.Read("MZ Mining Ltd. produced 5,000 ounces."u8.ToArray()).Text.Should().StartWith("MZ Mining");
        DocumentReader.Read(Encoding.Latin1.GetBytes("Pérez \u0096 gold")).Text.Should().Be("Pérez \u2013 gold");
    }
}
