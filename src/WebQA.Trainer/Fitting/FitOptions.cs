namespace WebQA.Trainer.Fitting;

/// <summary>How a network is fitted. Read from the trainer's <c>options.json</c>; stored with the model.</summary>
public sealed record FitOptions
{
    /// <summary>Most passes over the training pairs.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Pairs whose mean loss makes one step.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Pairs computed at once; a batch is added up from as many as it takes.</summary>
    public int MicroBatch { get; init; } = 64;

    /// <summary>Highest step size of AdamW, reached after the warm-up.</summary>
    public double LearningRate { get; init; } = 0.003;

    /// <summary>Decoupled weight decay of AdamW.</summary>
    public double WeightDecay { get; init; } = 0.5;

    /// <summary>Share of all steps over which the step size rises from 0; from there it falls linearly to 0.</summary>
    public double WarmUp { get; init; } = 0.05;

    /// <summary>Longest gradient; longer ones are scaled to it.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Share of the old mean kept at each step of the moving average of weights, which is what is kept (WebGPT §3.2: .99).</summary>
    public double Average { get; init; } = 0.99;

    /// <summary>Epochs without a better validation loss after which fitting stops.</summary>
    public int Patience { get; init; } = 5;

    /// <summary>Hidden units.</summary>
    public int Hidden { get; init; } = 24;

    /// <summary>Share of hidden units left out in training.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>Networks of the ensemble, each with a seed of its own.</summary>
    public int Members { get; init; } = 5;

    /// <summary>The same seed on the same data gives the same weights.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The loss of a pair.</summary>
    public PreferenceLossKind Loss { get; init; } = PreferenceLossKind.SoftBradleyTerry;

    /// <summary>Whether a habit of preferring the first answer is taken up by a number of its own.</summary>
    public bool PositionTerm { get; init; } = true;

    /// <summary>Whether a habit of preferring the longer answer is taken up by a number of its own.</summary>
    public bool LengthTerm { get; init; }
}

/// <summary>Losses a reward model may be fitted by.</summary>
public enum PreferenceLossKind
{
    /// <summary>Bradley-Terry, ties as ½.</summary>
    SoftBradleyTerry,

    /// <summary>Ties as an outcome of their own.</summary>
    Davidson,
}
