using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using PressParse.Extraction;

namespace PressParse.Learning;

/// <summary>Trains the scorer of forward-looking sentences: logistic regression over hashed words and cue counts, by ML.NET. Deterministic.</summary>
internal static class SentenceTrainer
{
    private const int Width = SentenceFeatures.BucketCount + 3;

    /// <returns>A weight a bucket, the intercept, then the weights of the future, planned and past counts.</returns>
    public static float[] Train(IReadOnlyList<(SentenceFeatures Features, bool IsForwardLooking)> sentences)
    {
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Width);
        var data = context.Data.LoadFromEnumerable(sentences.Select(s => new Row { Features = Dense(s.Features), Label = s.IsForwardLooking }), schema);
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = 0, L2Regularization = 1, NumberOfThreads = 1, OptimizationTolerance = 1e-5f });
        var linear = trainer.Fit(data).Model.SubModel;
        var weights = new float[SentenceFeatures.BucketCount + 4];
        for (var i = 0; i < SentenceFeatures.BucketCount; i++) weights[i] = linear.Weights[i];
        weights[SentenceFeatures.BucketCount] = linear.Bias;
        for (var i = 0; i < 3; i++) weights[SentenceFeatures.BucketCount + 1 + i] = linear.Weights[SentenceFeatures.BucketCount + i];
        return weights;
    }

    private static float[] Dense(SentenceFeatures features)
    {
        var values = new float[Width];
        foreach (var bucket in features.Buckets) values[bucket] = 1;
        (values[SentenceFeatures.BucketCount], values[SentenceFeatures.BucketCount + 1], values[SentenceFeatures.BucketCount + 2]) = (features.Future, features.Planned, features.Past);
        return values;
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }
}
