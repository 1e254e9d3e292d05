namespace PressParse.Evaluation;

/// <summary>Counts of right, extra and missed records. Not safe to share between threads.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Extra { get; private set; }

    public int Missed { get; private set; }

    public void Add(int right, int extra, int missed)
    {
        Right += right;
        Extra += extra;
        Missed += missed;
    }

    /// <summary>Share of what was found that is right; 0 where nothing was found.</summary>
    public double Precision => Right + Extra == 0 ? 0 : (double)Right / (Right + Extra);

    /// <summary>Share of what is there that was found; 0 where nothing is there.</summary>
    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1
    {
        get
        {
            // In the order of score.py, so that the last bit agrees as well.
            double p = Precision, r = Recall;
            return p + r == 0 ? 0 : 2 * p * r / (p + r);
        }
    }
}
