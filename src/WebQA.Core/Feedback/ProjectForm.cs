namespace WebQA.Core.Feedback;

/// <summary>What the people of a project are asked to do. The values are those of the database.</summary>
public enum ProjectForm
{
    /// <summary>Two answers with their references, by the seven steps (WebGPT, appendix C.2).</summary>
    Comparison = 0,

    /// <summary>Two answers without citations and references, rated for accuracy, coherence and usefulness alone (WebGPT, appendix F).</summary>
    MinimalComparison = 1,

    /// <summary>One answer, without citations and references, rated from very bad to very good (WebGPT, appendix F).</summary>
    AbsoluteRating = 2,

    /// <summary>Questions to be answered by browsing.</summary>
    Demonstration = 3,
}
