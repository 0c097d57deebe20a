namespace WebQA.Evaluation.Retrieval;

/// <summary>A document of a test collection.</summary>
/// <param name="Id">Its name in judgements and runs, without white space.</param>
/// <param name="Title">Its title, or empty.</param>
/// <param name="Text">Its text.</param>
public sealed record CorpusDocument(string Id, string Title, string Text);
