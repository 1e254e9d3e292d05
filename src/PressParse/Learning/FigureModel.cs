using System.Text.Json;
using PressParse.Extraction;

namespace PressParse.Learning;

/// <summary>
/// The trained scorer of figures: one tree ensemble a link, what words say of a kind, and a calibration of the whole. The file begins with a manifest; a model whose
/// features are not those of this library is refused when loaded. Immutable and safe to share between threads.
/// </summary>
public sealed class FigureModel : ICandidateScorer
{
    private const string Resource = "figures.model";

    private readonly Lazy<FigureModelManifest> _manifest;

    private readonly double[] _ruleShares;

    /// <summary>
    /// Share of the rules in the log odds of each link: metric, kind, period. The trees know the corpus, the rules also hold on releases unlike it; of periods
    /// the trees have become the better judges everywhere. Chosen on real documents and the dev split.
    /// </summary>
    private static readonly double[] RuleShares = [0.1, 0.3, 0];

    private static readonly double[] NoRules = [0, 0, 0];

    private readonly RuleScorer _rules = new();
    private static readonly Lazy<FigureModel?> Embedded = new(LoadEmbedded);
    private readonly BoostedTrees[] _links;
    private readonly KindWordModel _kindWords;
    private readonly double[] _calibration;
    private readonly float[] _sentence;

    internal FigureModel(FigureModelManifest manifest, BoostedTrees[] links, KindWordModel kindWords, double[] calibration, float[] sentence) : this(new Lazy<FigureModelManifest>(manifest), links, kindWords, calibration, sentence, RuleShares) => manifest.Check();

    private FigureModel(Lazy<FigureModelManifest> manifest, BoostedTrees[] links, KindWordModel kindWords, double[] calibration, float[] sentence, double[] ruleShares) =>
        (_manifest, _links, _kindWords, _calibration, _sentence, _ruleShares) = (manifest, links, kindWords, calibration, sentence, ruleShares);

    /// <summary>The model shipped with the library; null in a build without one.</summary>
    public static FigureModel? Default => Embedded.Value;

    /// <summary>The same trees without the rules' share: for measuring what each adds.</summary>
    public FigureModel WithoutRules() => new(_manifest, _links, _kindWords, _calibration, _sentence, NoRules);

    /// <summary>What the model was trained on and how well it did.</summary>
    public FigureModelManifest Manifest => _manifest.Value;

    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public double Score(CandidateLink link, ReadOnlySpan<float> features) => Blend(link, features, _links[(int)link].Score(features));

    /// <inheritdoc/>
    public void Score(CandidateLink link, ReadOnlySpan<float[]> options, Span<double> scores)
    {
        if (options.Length == 0) return;
        _links[(int)link].Score(options, scores);
        for (var i = 0; i < options.Length; i++) scores[i] = Blend(link, options[i], scores[i]);
    }

    private double Blend(CandidateLink link, ReadOnlySpan<float> features, double trees)
    {
        var share = _ruleShares[(int)link];
        if (share == 0) return trees;
        var sum = (1 - share) * Logit(trees) + share * Logit(_rules.Score(link, features));
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <inheritdoc/>
    public void ReadKind(ReadOnlySpan<int> words, Span<float> votes) => _kindWords.Read(words, votes);

    /// <inheritdoc/>
    public double Confidence(double metric, double kind, double period)
    {
        var sum = _calibration[0] + _calibration[1] * Logit(metric) + _calibration[2] * Logit(kind) + _calibration[3] * Logit(period);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <inheritdoc/>
    public double ForwardLooking(SentenceFeatures sentence)
    {
        double sum = _sentence[SentenceFeatures.BucketCount] + _sentence[SentenceFeatures.BucketCount + 1] * sentence.Future + _sentence[SentenceFeatures.BucketCount + 2] * sentence.Planned + _sentence[SentenceFeatures.BucketCount + 3] * sentence.Past;
        foreach (var bucket in sentence.Buckets) sum += _sentence[bucket];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Loads a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no model, or was trained with other features or another vocabulary; the message says which.</exception>
    public static FigureModel Load(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var fits = reader.ReadString();
        var written = reader.ReadString();
        var manifest = new Lazy<FigureModelManifest>(() => JsonSerializer.Deserialize(written, FigureModelJson.Default.FigureModelManifest) ?? throw new InvalidDataException("The model has no manifest."));
        // The manifest is for people; what the model needs of the library stands before it, so that loading reads no JSON.
        if (fits != FigureModelManifest.Needed) manifest.Value.Check();
        var links = new BoostedTrees[Enum.GetValues<CandidateLink>().Length];
        for (var i = 0; i < links.Length; i++) links[i] = BoostedTrees.Read(reader);
        var kindWords = KindWordModel.Read(reader);
        var calibration = new double[4];
        for (var i = 0; i < 4; i++) calibration[i] = reader.ReadDouble();
        var sentence = new float[SentenceFeatures.BucketCount + 4];
        for (var i = 0; i < sentence.Length; i++) sentence[i] = reader.ReadSingle();
        return new FigureModel(manifest, links, kindWords, calibration, sentence, RuleShares);
    }

    /// <summary>Writes the model file.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(FigureModelManifest.Needed);
        writer.Write(JsonSerializer.Serialize(Manifest, FigureModelJson.Default.FigureModelManifest));
        foreach (var link in _links) link.Write(writer);
        _kindWords.Write(writer);
        foreach (var value in _calibration) writer.Write(value);
        foreach (var value in _sentence) writer.Write(value);
    }

    /// <summary>Log odds, kept finite.</summary>
    internal static double Logit(double p)
    {
        p = Math.Clamp(p, 1e-4, 1 - 1e-4);
        return Math.Log(p / (1 - p));
    }

    private static FigureModel? LoadEmbedded()
    {
        using var stream = typeof(FigureModel).Assembly.GetManifestResourceStream(Resource);
        return stream is null ? null : Load(stream);
    }
}
