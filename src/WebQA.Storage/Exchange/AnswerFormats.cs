using WebQA.Storage.Exchange.Formats;

namespace WebQA.Storage.Exchange;

/// <summary>The forms in which answers are read and written.</summary>
public static class AnswerFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IAnswerFormat> All { get; } =
        [new ChatFormat(), new PromptCompletionFormat(hasLabel: false), new PromptCompletionFormat(hasLabel: true)];

    /// <summary>The form of a name, or null.</summary>
    public static IAnswerFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
