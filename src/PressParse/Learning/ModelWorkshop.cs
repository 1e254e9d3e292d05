namespace PressParse.Learning;

/// <summary>Makes every model of the library from a corpus and writes it with its manifest.</summary>
internal static class ModelWorkshop
{
    /// <summary>Trains on the train split, calibrates on dev, and writes the models; test is never read.</summary>
    /// <returns>A line a step, for the user.</returns>
    /// <exception cref="InvalidDataException">The folder is no corpus with splits.</exception>
    public static IEnumerable<string> Run(string corpus, string models)
    {
        var training = TrainingCorpus.Load(corpus, "train");
        var dev = TrainingCorpus.Load(corpus, "dev");
        yield return $"{training.Count} releases to train on, {dev.Count} to calibrate on";
        var figures = ModelTrainer.Train(training, dev);
        var path = Path.Combine(models, "figures.model");
        using (var stream = File.Create(path)) figures.Save(stream);
        // The manifest stands inside the model; beside it, it can be read.
        File.WriteAllText(Path.Combine(models, "figures.manifest.json"), figures.Manifest.ToJson() + "\n");
        yield return $"{path}: {string.Join(", ", figures.Manifest.Examples.Select(e => $"{e.Value} {e.Key.ToLowerInvariant()} questions"))}";
    }
}
