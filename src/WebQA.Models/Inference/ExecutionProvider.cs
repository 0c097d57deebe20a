namespace WebQA.Models.Inference;

/// <summary>What runs a model, and why it is not something faster.</summary>
/// <param name="Name"><c>CUDA</c> or <c>CPU</c>; stored with each run.</param>
/// <param name="Reason">One line for the log.</param>
public sealed record ExecutionProvider(string Name, string Reason);
