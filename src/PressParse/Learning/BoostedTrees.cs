namespace PressParse.Learning;

/// <summary>
/// A trained ensemble of regression trees, exported from ML.NET so that scoring needs neither its runtime nor a row of its schema. Gives the
/// same scores as ML.NET to 1e-6 (tested). Immutable and safe to share between threads.
/// </summary>
internal sealed class BoostedTrees
{
    private readonly int[] _roots;
    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _leaves;
    private readonly double _slope;
    private readonly double _offset;

    /// <summary>Children of 0 and more are nodes, below 0 leaves: leaf ~child of <paramref name="leaves"/>.</summary>
    public BoostedTrees(int[] roots, int[] features, float[] thresholds, int[] left, int[] right, double[] leaves, double slope, double offset)
    {
        (_roots, _features, _thresholds, _left, _right, _leaves, _slope, _offset) = (roots, features, thresholds, left, right, leaves, slope, offset);
    }

    /// <summary>Probability by the trees' sum and the Platt calibration that was fitted with them.</summary>
    public double Score(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var root in _roots)
        {
            var node = root;
            while (node >= 0) node = values[_features[node]] <= _thresholds[node] ? _left[node] : _right[node];
            sum += _leaves[~node];
        }
        return 1 / (1 + Math.Exp(_slope * sum + _offset));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_roots.Length);
        foreach (var root in _roots) writer.Write(root);
        writer.Write(_features.Length);
        for (var i = 0; i < _features.Length; i++)
        {
            writer.Write((short)_features[i]);
            writer.Write(_thresholds[i]);
            writer.Write(_left[i]);
            writer.Write(_right[i]);
        }
        writer.Write(_leaves.Length);
        foreach (var leaf in _leaves) writer.Write(leaf);
        writer.Write(_slope);
        writer.Write(_offset);
    }

    public static BoostedTrees Read(BinaryReader reader)
    {
        var roots = new int[reader.ReadInt32()];
        for (var i = 0; i < roots.Length; i++) roots[i] = reader.ReadInt32();
        var count = reader.ReadInt32();
        var (features, thresholds, left, right) = (new int[count], new float[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++) (features[i], thresholds[i], left[i], right[i]) = (reader.ReadInt16(), reader.ReadSingle(), reader.ReadInt32(), reader.ReadInt32());
        var leaves = new double[reader.ReadInt32()];
        for (var i = 0; i < leaves.Length; i++) leaves[i] = reader.ReadDouble();
        return new BoostedTrees(roots, features, thresholds, left, right, leaves, reader.ReadDouble(), reader.ReadDouble());
    }
}
