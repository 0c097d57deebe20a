using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Answers;
using WebQA.Core.Episodes;
using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>Two answers of episodes to the same question, as their asker judges them.</summary>
/// <param name="Task">As it is kept: the first episode's answer is A.</param>
/// <param name="Shown">As it is shown.</param>
/// <param name="IsSwapped">Whether the sides are exchanged; a matter of chance, the same each time.</param>
internal sealed record SampledPair(ComparisonTask Task, ComparisonTask Shown, bool IsSwapped)
{
    /// <summary>Null where there are no two different answers.</summary>
    public static SampledPair? Of(EpisodeState first, EpisodeState second, string personId)
    {
        if (Answer(first) is not { } a || Answer(second) is not { } b || a.Text == b.Text)
        {
            return null;
        }
        var question = first.Setup.Question with { Dataset = first.Setup.Environment };
        var task = new ComparisonTask(question, a, b) { AuthorA = personId, AuthorB = personId };
        var isSwapped = (SHA256.HashData(Encoding.UTF8.GetBytes($"{first.Setup.Id}\n{second.Setup.Id}"))[0] & 1) == 1;
        return new SampledPair(task, isSwapped ? task with { A = b, B = a } : task, isSwapped);
    }

    private static ComparedAnswer? Answer(EpisodeState state) => state.Composed?.Answer is { } answer
        ? new ComparedAnswer(answer.Text, [.. state.References.Select(Reference)], $"{state.Setup.Policy}/{state.Setup.Id}")
        : null;

    private static ComparedReference Reference(Reference reference) =>
        new(reference.Domain.Length > 0 ? $"{reference.Title} ({reference.Domain})" : reference.Title, reference.Extract) { Url = reference.FinalUrl, TextSha256 = reference.TextSha256 };
}
