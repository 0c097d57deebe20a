namespace WebQA.LabelingUi.Status;

/// <summary>Questions to start with, and what the environment covers.</summary>
internal interface IExampleQuestions
{
    /// <summary>What the environment holds, in one sentence.</summary>
    string Coverage { get; }

    /// <summary>Six questions of different topics; pages repeat after the last.</summary>
    IReadOnlyList<ExampleQuestion> Page(int number);
}

/// <summary>A question that the environment can answer.</summary>
internal sealed record ExampleQuestion(string Topic, string Text);
