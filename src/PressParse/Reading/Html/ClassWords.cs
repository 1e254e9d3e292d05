using System.Collections.Frozen;

namespace PressParse.Reading.Html;

/// <summary>What the class, id and role of an element say about it.</summary>
[Flags]
internal enum ClassMeaning
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>Text of the site: menus, related stories, quotes, cookies, sharing.</summary>
    Chrome = 1,

    /// <summary>The text of the release itself.</summary>
    Body = 2,

    /// <summary>The release with what belongs to it.</summary>
    Story = 4,

    /// <summary>The main part of the page.</summary>
    Main = 8,

    /// <summary>The headline.</summary>
    Headline = 16,
}

/// <summary>
/// Reads class names the way their authors form them: words joined by hyphens, underscores or capitals. The words were collected from the
/// names wire services and company sites give their pages' parts. Immutable, safe to share between threads.
/// </summary>
internal static class ClassWords
{
    // Single words that name a part of the site wherever they stand in a class name.
    private static readonly FrozenSet<string> ChromeWords = new[]
    {
        "nav", "navbar", "navigation", "navi", "menu", "submenu", "megamenu", "breadcrumb", "breadcrumbs", "sidebar", "related", "share", "shares", "sharing", "sharebar",
        "sharethis", "addthis", "addtoany", "social", "cookie", "cookies", "consent", "gdpr", "onetrust", "footer", "ticker", "tickers", "tickertape", "newsletter", "subscribe",
        "subscription", "signup", "popup", "modal", "overlay", "lightbox", "advert", "adverts", "advertisement", "advertising", "ads", "ad", "adsense", "sponsored", "promo",
        "promotion", "promotions", "recommended", "recommendations", "recommend", "trending", "popular", "comments", "pagination", "pager", "skip", "skiplink", "toolbar", "login",
        "signin", "search", "masthead", "topbar", "carousel", "slider", "tags", "tagcloud", "stockquote", "quotes", "quotebar", "watchlist", "alerts", "alertbar", "crumbs", "crumb", "outbrain", "taboola",
        "paywall", "printlink", "backtotop", "copyright", "colophon", "teaser", "teasers", "sticky", "hamburger", "drawer", "offcanvas", "readnext", "morenews",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Two words that only together name a part of the site.
    private static readonly FrozenSet<string> ChromePairs = new[]
    {
        "latestnews", "morenews", "othernews", "recentnews", "relatednews", "latestheadlines", "topstories", "morestories", "recentposts", "otherreleases", "morereleases",
        "recentreleases", "latestreleases", "stockquote", "stockprice", "stockticker", "stockstrip", "marketdata", "marketquotes", "quotestrip", "pricestrip", "siteheader",
        "siteheading", "pageheader", "sitebanner", "topbanner", "cookiebanner", "topbar", "readnext", "nextprev", "prevnext", "postnav", "readmore", "seealso", "alsoread",
        "mostread", "mostpopular", "backtop", "authorbio", "mailinglist", "emailalerts", "sitemap", "languageswitcher", "legallinks", "youmight", "upnext",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A modifier of the whole page, not the name of a part: "has-sidebar", "no-ads", "with-related".
    private static readonly FrozenSet<string> Modifiers = new[] { "has", "no", "with", "without", "is", "not", "js", "can", "show", "page", "layout" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BodyNames = new[]
    {
        "articlebody", "releasebody", "pressreleasebody", "newsbody", "storybody", "entrycontent", "postcontent", "postbody", "articlecontent", "articletext", "newscontent", "releasetext",
        "releasecontent", "pressreleasecontent", "mainbodycontainer", "bwreleasestory", "bwreleasebody", "modulebody", "contentbody", "newsdetail", "newsdetails", "newsdetailcontent",
        "newsreleasecontent", "pressreleasetext", "newstext", "storytext", "storycontent", "fulltext", "xnnewslines", "xncontent", "ndqarticlebody", "wdnewsdetailbody", "bodycopy",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> StoryNames = new[]
    {
        "article", "release", "pressrelease", "newsrelease", "newsarticle", "story", "post", "newsitem", "mediarelease", "articlecontainer", "releasecontainer", "announcement", "wirestory",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> MainNames = new[] { "content", "main", "maincontent", "pagecontent", "contentmain", "primary", "primarycontent", "maincol", "maincolumn", "bodycontent" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> HeadlineNames = new[] { "headline", "articletitle", "releasetitle", "newstitle", "entrytitle", "posttitle", "storytitle", "articleheadline", "pressreleasetitle", "releaseheadline", "pagetitle" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a class or id attribute says; several names are separated by spaces.</summary>
    public static ClassMeaning Of(ReadOnlySpan<char> names)
    {
        var meaning = ClassMeaning.None;
        foreach (var range in names.Split(' '))
        {
            var name = names[range].Trim();
            if (name.Length is > 0 and <= 80) meaning |= OfName(name);
        }
        return meaning;
    }

    /// <summary>What a role attribute says.</summary>
    public static ClassMeaning OfRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "complementary" or "contentinfo" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "banner" or "toolbar" or "tablist" or "marquee" => ClassMeaning.Chrome,
        "article" => ClassMeaning.Story,
        "main" => ClassMeaning.Main,
        _ => ClassMeaning.None,
    };

    private static ClassMeaning OfName(ReadOnlySpan<char> name)
    {
        Span<char> joined = stackalloc char[name.Length];
        var length = 0;
        var chromeWords = ChromeWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var meaning = ClassMeaning.None;
        int previous = -1, start = 0;
        var modifier = false;
        for (var i = 0; i <= name.Length; i++)
        {
            var boundary = i == name.Length || !char.IsAsciiLetterOrDigit(name[i]) || (i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]));
            if (!boundary) continue;
            if (i > start)
            {
                var word = name[start..i];
                if (previous < 0 && Modifiers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) modifier = true;
                if (!modifier && chromeWords.Contains(word)) meaning |= ClassMeaning.Chrome;
                word.CopyTo(joined[length..]);
                if (!modifier && previous >= 0 && ChromePairs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(joined[previous..(length + word.Length)])) meaning |= ClassMeaning.Chrome;
                previous = length;
                length += word.Length;
            }
            start = i < name.Length && !char.IsAsciiLetterOrDigit(name[i]) ? i + 1 : i;
        }
        ReadOnlySpan<char> whole = joined[..length];
        if (BodyNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(whole)) meaning |= ClassMeaning.Body;
        if (StoryNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(whole)) meaning |= ClassMeaning.Story;
        if (MainNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(whole)) meaning |= ClassMeaning.Main;
        if (HeadlineNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(whole)) meaning |= ClassMeaning.Headline;
        return meaning;
    }
}
