namespace WebQA.TextBrowser.Environments.Censoring;

/// <summary>Which pages an environment hides because an answer could be copied from them.</summary>
/// <remarks>WebGPT appendix A: pages that share words with the question or the reference answer were replaced by an error message.</remarks>
public enum CensorRule
{
    /// <summary>No page is hidden.</summary>
    None,

    /// <summary>Pages that hold ten words of the question in a row.</summary>
    Question,

    /// <summary>Those, and pages that hold ten words in a row of a reference answer, where the question has one.</summary>
    Reference,
}
