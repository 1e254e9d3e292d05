using System.Text;
using FluentAssertions;
using PressParse.Repair;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.Repair;

public sealed class MojibakeTests
{
    private static readonly RepairRunner Runner = new([new Mojibake(), new ControlCharacters()]);

    private static string Repair(string text) => Runner.Run(SourceText.Plain(text)).Text;

    /// <summary>What UTF-8 becomes when a program reads it with a code page, as a program would do it.</summary>
    private static string Misread(string text, int page, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            text = page == 28591 ? Encoding.Latin1.GetString(bytes) : CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);
        }
        return text;
    }

    /// <summary>One symbol of three bytes alone in a line is evidence enough.</summary>
    [Theory]
    [InlineData("✔ No problems")]
    [InlineData("✅ done")]
    public void A_single_symbol_is_mended(string text) => Repair(Misread(text, 1252)).Should().Be(text);

    public static TheoryData<string, int> Wrong
    {
        get
        {
            var data = new TheoryData<string, int>();
            string[] western =
            [
                "The mine’s output — a record — rose 5%", "“We are pleased,” said the CEO", "Société d’exploration minière de Québec", "São Luís", "Peñasquito and Cañariaco", "Größe über Tage",
                "Çöpler in Türkiye", "10° to 15°C", "© 2017 Compañía Minera", "± 5% … and ½ of it", "£5 million and €3 million", "• first item", "Nuuk – Grønland", "Zürich",
                "El Niño", "Sólo un año", "l’été à la mine", "Łódź and Kraków", "Česká republika", "naïve façade", "1–2 km",
            ];
            foreach (var text in western)
            {
                data.Add(text, 1252);
                data.Add(text, 28591);
            }
            foreach (var text in new[] { "Добыча золота выросла", "Северсталь", "Полюс Золото", "Ελληνικός Χρυσός", "黄金产量", "金の生産", "금 생산량", "إنتاج الذهب", "ייצור זהב", "सोने का उत्पादन", "ผลผลิตทองคำ", "👍 good" })
            {
                data.Add(text, 1252);
                data.Add(text, 28591);
            }
            data.Add("Добыча золота выросла", 1251);
            data.Add("Napíšte nám o ťažbe", 1250);
            data.Add("La société a augmenté sa production d’or à l’été", 10000);
            data.Add("Le régime équilibré et les gâteaux", 10000);
            data.Add("l’été “record” déjà", 437);
            data.Add("Ελληνικός Χρυσός", 1253);
            data.Add("Türkiye’de altın üretimi arttı", 1254);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_was_misread_is_read_again(string text, int page) => Repair(Misread(text, page)).Should().Be(text);

    [Theory]
    [InlineData("Société d’exploration — São Luís", 2)]
    [InlineData("“We are pleased,” said the CEO", 3)]
    [InlineData("réflexion", 4)]
    public void Also_when_it_was_misread_several_times(string text, int times) => Repair(Misread(text, 1252, times)).Should().Be(text);

    [Theory]
    [InlineData("IL Y MARQUÉ…")]
    [InlineData("Join the CAFÉ’s list")]
    [InlineData("she read Charlotte Brontë…” and")]
    [InlineData("AHÅ™, the new sofa")]
    [InlineData("a root: √π and √2")]
    [InlineData("Société générale, été, À la mine, ÉTÉ")]
    [InlineData("NÃO, SÃO, CÂMARA, MÃE")]
    [InlineData("Добыча золота: «Полюс» — рёбра")]
    [InlineData("main()│ ├─ src │ └─ test")]
    [InlineData("“…” ’90s – 5€, 3£ ‘x’ • ™ ®")]
    [InlineData("2012—∞ and ½–¾ of 10°–15°")]
    [InlineData("Tiếng Việt đã được")]
    [InlineData("Ελληνικά «κείμενο» …")]
    [InlineData("Gründungs­jahr 1987 Österreich")]
    [InlineData("¿Qué? ¡Olé! «Señor»")]
    [InlineData("日本語「テキスト」…")]
    [InlineData("ÉCOLE D’ÉTÉ « À VENDRE »")]
    public void What_was_read_rightly_stays(string text) => Repair(text).Should().Be(text);

    [Theory]
    [InlineData("\u0084Handwerk\u0093 bringt dich \u0095 hin", "„Handwerk“ bringt dich • hin")]
    [InlineData("It\u0092s 5\u0096 6 oz", "It’s 5– 6 oz")]
    [InlineData("jusqu'Ã  nos jours, voilÃ le travail", "jusqu'à nos jours, voilà le travail")]
    [InlineData("Hi guys í ½í¸\u008d", "Hi guys 😍")]
    [InlineData("à perturber la rÃ©flexion des thÃ©ologiens", "à perturber la réflexion des théologiens")]
    [InlineData("10Â°C, Â£5, Â©2017", "10°C, £5, ©2017")]
    [InlineData("Ã–STERREICH", "ÖSTERREICH")]
    [InlineData("Ã‰TÃ‰ DU QUÃ‰BEC", "ÉTÉ DU QUÉBEC")]
    [InlineData("v Å¡kole", "v škole")]
    [InlineData("BrandNameâ„¢ and Otherâ„¢", "BrandName™ and Other™")]
    [InlineData("ï»¿TORONTO, Sept. 22", "\uFEFFTORONTO, Sept. 22")]
    [InlineData("a dash â€” and more", "a dash — and more")]
    [InlineData("sad .â€œtextâ€\u009d.", "sad .“text”.")]
    [InlineData("Ä‘á»“ng", "đồng")]
    [InlineData("cafÃ©", "café")]
    [InlineData("Â¿QuÃ©?", "¿Qué?")]
    [InlineData("naÃ¯ve", "naïve")]
    [InlineData("the â€œbestâ€\uFFFD price", "the “best\uFFFD price")]
    [InlineData("20â€“30 â‚¬", "20–30 €")]
    [InlineData("â‰¥ 5 g/t and Â½", "≥ 5 g/t and ½")]
    [InlineData("weâ€™re", "we’re")]
    [InlineData("â\u009c\u0094 done", "✔ done")]
    public void Odd_ones(string text, string expected) => Repair(text).Should().Be(expected);
}
