using System.Text;
using WebQA.Core.Questions;

namespace WebQA.Core.Answers;

/// <summary>The prompt of the answering phase.</summary>
/// <remarks>WebGPT appendix A: the question, then each quote, ◼ (U+25FC) after each part. Page text cannot hold ◼.</remarks>
public static class AnswerPrompt
{
    /// <summary>Renders question and references.</summary>
    public static string Render(Question question, IReadOnlyList<Reference> references)
    {
        var text = new StringBuilder(question.Text).Append('◼');
        foreach (var reference in references)
        {
            text.Append($"[{reference.Id}] {reference.Title} ({reference.Domain})\n\n{reference.Extract}◼");
        }
        return text.ToString();
    }
}
