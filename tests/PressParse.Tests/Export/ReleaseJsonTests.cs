using System.Text;
using System.Text.Json;
using FluentAssertions;
using PressParse.Export;
using Xunit;

namespace PressParse.Tests.Export;

public sealed class ReleaseJsonTests
{
    private const string Expected = """
        {"schema":"pressparse/1","source":{"path":"in/x.html","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","mediaType":"text/html"},
        "header":{"headline":"A \"record\" quarter – again","company":"Écho Mines Ltd.","tickers":[{"exchange":"TSX","symbol":"EMS"},{"exchange":"OTCQX","symbol":"EMSLF"}],"place":"TORONTO","date":"2017-09-22","wire":"CNW"},
        "figures":[{"metric":"miningRate","commodity":null,"kind":"actual","quantity":{"value":6400,"low":null,"high":null,"bound":"min","unit":"t/d","asWritten":"over 6,400 tpd"},
        "period":{"start":"2017-08-14","end":"2017-09-17","text":"5-week period"},"site":"Lac des Iles","confidence":0.9712,"text":"over 6,400 tpd","span":{"start":812,"length":14},"sourceSpans":[{"start":843,"length":14}],"rule":"rate.verb",
        "alsoAt":[{"text":"6,400 tpd","span":{"start":30,"length":9},"sourceSpans":[{"start":61,"length":9}]}]},
        {"metric":"aisc","commodity":"gold","kind":"actual","quantity":{"value":1046.5,"low":null,"high":null,"bound":"approx","unit":"USD/oz","asWritten":"about $1,046.50"},
        "period":{"start":"2017-04-01","end":"2017-06-30","text":null},"site":null,"confidence":0.9,"text":"about $1,046.50","span":{"start":0,"length":15},"sourceSpans":[{"start":31,"length":15}],"rule":"rule","alsoAt":[]},
        {"metric":"grade","commodity":"gold","kind":"comparative","quantity":{"value":0.000001,"low":null,"high":null,"bound":"max","unit":"g/t","asWritten":"below 0.000001 g/t"},
        "period":null,"site":null,"confidence":0.9,"text":"below 0.000001 g/t","span":{"start":0,"length":18},"sourceSpans":[{"start":31,"length":18}],"rule":"rule","alsoAt":[]}],
        "guidance":[{"metric":"production","commodity":"gold","kind":"guidance","quantity":{"value":null,"low":180000,"high":190000,"bound":"exact","unit":"oz","asWritten":"180,000 to 190,000 ounces"},
        "period":{"start":"2017-01-01","end":"2017-12-31","text":null},"site":null,"confidence":0.8,"text":"180,000 to 190,000 ounces","span":{"start":0,"length":25},"sourceSpans":[{"start":31,"length":25}],"rule":"rule",
        "alsoAt":[{"text":"180,000 to 190,000 ounces","span":{"start":500,"length":25},"sourceSpans":[{"start":531,"length":25}]}],
        "action":"raised","former":{"value":null,"low":170000,"high":180000,"bound":"exact","unit":"oz","asWritten":"170,000 to 180,000"}}],
        "dates":[{"text":"August 30th","start":"2017-08-30","end":"2017-08-30","explicit":true,"role":"recordDate","span":{"start":900,"length":11},"sourceSpans":[{"start":931,"length":11}]}],
        "disclaimers":[{"kind":"forwardLooking","span":{"start":1000,"length":200},"sourceSpan":{"start":1040,"length":230},"triggers":["target","plan"],"statutes":["Canadian securities laws"]}],
        "sentences":[{"span":{"start":0,"length":50},"sourceSpan":{"start":0,"length":60},"forwardLooking":true,"probability":0.75}],
        "repairs":{"columnBleed":1,"htmlEntity":12},"warnings":["Half-year and quarters do not add up."]}
        """;

    [Fact]
    public void A_release_is_written_as_the_contract_says() =>
        ReleaseJson.ToJson(SampleReleases.Full).Should().Be(Expected.ReplaceLineEndings("\n").Replace("\n", ""));

    [Fact]
    public void A_line_ends_with_one_line_feed_and_holds_no_other() =>
        Encoding.UTF8.GetString(ReleaseJson.ToLine(SampleReleases.Full)).Should().Be(ReleaseJson.ToJson(SampleReleases.Full) + "\n");

    [Fact]
    public void Indented_json_holds_the_same_values()
    {
        using var flat = JsonDocument.Parse(ReleaseJson.ToJson(SampleReleases.Full));
        using var indented = JsonDocument.Parse(ReleaseJson.ToJson(SampleReleases.Full, indented: true));
        JsonElement.DeepEquals(flat.RootElement, indented.RootElement).Should().BeTrue();
    }

    [Theory]
    [InlineData("a\nb\u2028c\u0000")]
    [InlineData("lone \ud800 surrogate")]
    [InlineData("</script><!--")]
    public void Any_characters_make_one_valid_line(string text)
    {
        var release = SampleReleases.Release(text, SampleReleases.Full.Header with { Headline = text });
        var line = Encoding.UTF8.GetString(ReleaseJson.ToLine(release));
        line.Should().NotContainAny("\u2028", "\u0000").And.Subject.Count(c => c == '\n').Should().Be(1);
        using var parsed = JsonDocument.Parse(line);
        parsed.RootElement.GetProperty("header").GetProperty("headline").GetString()!.Length.Should().Be(text.Length);
    }

    [Fact]
    public void A_failure_line_names_the_document_and_the_reason()
    {
        using var failure = JsonDocument.Parse(ReleaseJson.ToFailureLine("x", "Is empty."));
        failure.RootElement.GetRawText().Should().Be("""{"schema":"pressparse/1","source":{"path":"x"},"error":"Is empty."}""");
    }
}
