namespace PressParse.Dataset;

/// <summary>Recognises the same release from another wire or page.</summary>
internal static class Editions
{
    /// <summary>Share of text in common from which two releases are one: wires change datelines, contacts and captions, not the body.</summary>
    private const double SameText = 0.6;

    /// <summary>Days that two editions may lie apart: a wire's next business day, or a page stamped on arrival.</summary>
    private const int DaysApart = 4;

    /// <summary>Links each later edition to the first.</summary>
    public static void Link(IReadOnlyList<DatasetRelease> releases)
    {
        var bands = new Dictionary<ulong, List<DatasetRelease>>();
        foreach (var release in releases.Where(r => !r.Signature.IsEmpty).OrderBy(r => r.Order))
        {
            var keys = Enumerable.Range(0, TextSignature.Bands).Select(release.Signature.Band).ToList();
            foreach (var other in keys.SelectMany(k => bands.GetValueOrDefault(k) ?? []).Distinct())
            {
                var similarity = release.Signature.Similarity(other.Signature);
                if (similarity < SameText || similarity <= release.Similarity || !CloseInTime(release, other)) continue;
                release.SameAs = other;
                release.Similarity = similarity;
            }
            // Later editions are compared with the first alone, so that a chain of small changes does not drift.
            if (release.SameAs is not null) continue;
            foreach (var key in keys)
            {
                if (!bands.TryGetValue(key, out var others)) bands[key] = others = [];
                others.Add(release);
            }
        }
    }

    private static bool CloseInTime(DatasetRelease a, DatasetRelease b) =>
        a.Header.Date is not { } first || b.Header.Date is not { } second || Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart;
}
