namespace WebQA.Evaluation.Retrieval;

/// <summary>A query of a test collection.</summary>
/// <param name="Id">Its name in judgements and runs, without white space.</param>
/// <param name="Text">What is searched for, on one line.</param>
public sealed record CorpusQuery(string Id, string Text);
