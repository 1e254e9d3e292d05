namespace PressParse.Evaluation;

/// <summary>How far the confidences tell the truth: of the figures said to be right with a chance of 0.8 to 0.9, how many are. Not safe to share between threads.</summary>
internal sealed class Calibration
{
    private readonly int[] _count = new int[10];
    private readonly int[] _right = new int[10];
    private readonly double[] _confidence = new double[10];
    private double _squares;

    /// <summary>Adds one predicted figure.</summary>
    /// <param name="confidence">What was said.</param>
    /// <param name="right">Whether it answers a gold figure up to the period.</param>
    public void Add(double confidence, bool right)
    {
        var tenth = Math.Clamp((int)(confidence * 10), 0, 9);
        _count[tenth]++;
        _right[tenth] += right ? 1 : 0;
        _confidence[tenth] += confidence;
        _squares += (confidence - (right ? 1 : 0)) * (confidence - (right ? 1 : 0));
    }

    /// <summary>Mean squared distance between confidence and truth; 0 is perfect, 0.25 is what always saying one half gives.</summary>
    public double Brier => Count == 0 ? 0 : _squares / Count;

    /// <summary>Number of figures.</summary>
    public int Count => _count.Sum();

    /// <summary>Per tenth of confidence that occurs: its lower end, the number of figures, their mean confidence, the share that is right.</summary>
    public IEnumerable<(double From, int Count, double Confidence, double Right)> Tenths()
    {
        for (var t = 0; t < 10; t++)
            if (_count[t] > 0) yield return (t / 10.0, _count[t], _confidence[t] / _count[t], (double)_right[t] / _count[t]);
    }
}
