using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PressParse.Export;
using PressParse.Reading;
using Xunit;

namespace PressParse.Tests.Facade;

public sealed class FacadeTests
{
    private const string Text = "TORONTO, Sept. 22, 2017 (CNW) -- Echo Mines Ltd. (TSX: EMS) produced 28,250 ounces of gold in the second quarter of 2017.";

    [Fact]
    public void Text_stream_and_file_give_the_same_records()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Text);
            using var stream = File.OpenRead(file);
            var fromText = ReleaseParser.Default.Parse(Text);
            ReleaseJson.ToJson(ReleaseParser.Default.Parse(stream)).Should().Be(ReleaseJson.ToJson(fromText));
            var fromFile = ReleaseParser.Default.ParseFile(file);
            fromFile.Source.Sha256.Should().Be(fromText.Source.Sha256);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_built_parser_keeps_its_options_when_the_builder_changes()
    {
        var builder = new ReleaseParserBuilder().UseReferenceDate(new DateOnly(2020, 1, 31)).LimitInputTo(10);
        var parser = builder.Build();
        builder.LimitInputTo(1000);
        parser.Options.ReferenceDate.Should().Be(new DateOnly(2020, 1, 31));
        using var stream = new MemoryStream(new byte[11]);
        var tooLarge = () => parser.Parse(stream);
        tooLarge.Should().Throw<UnreadableDocumentException>().WithMessage("*limit*");
    }

    [Fact]
    public void A_service_collection_shares_one_parser()
    {
        using var plain = new ServiceCollection().AddPressParse().BuildServiceProvider();
        plain.GetRequiredService<ReleaseParser>().Should().BeSameAs(ReleaseParser.Default);
        using var configured = new ServiceCollection().AddPressParse(b => b.UseReferenceDate(new DateOnly(2020, 1, 31))).AddPressParse().BuildServiceProvider();
        configured.GetRequiredService<ReleaseParser>().Options.ReferenceDate.Should().Be(new DateOnly(2020, 1, 31));
        configured.GetRequiredService<ReleaseParser>().Should().BeSameAs(configured.GetRequiredService<ReleaseParser>());
    }

    [Fact]
    public void One_parser_shared_by_threads_gives_identical_records()
    {
        var expected = ReleaseJson.ToJson(ReleaseParser.Default.Parse(Text));
        Enumerable.Range(0, 200).AsParallel().WithDegreeOfParallelism(8).Select(_ => ReleaseJson.ToJson(ReleaseParser.Default.Parse(Text))).Should().OnlyContain(j => j == expected);
    }
}
