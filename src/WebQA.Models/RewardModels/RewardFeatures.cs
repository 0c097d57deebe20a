using WebQA.Core.Feedback;
using WebQA.Core.Rewards;

namespace WebQA.Models.RewardModels;

/// <summary>What a reward model sees of an answer: its form, its support by the references, and its form again where there are references, since what pleases differs there.</summary>
/// <remarks>Chosen by measurement (reward-anchors: the compact set). Who wrote an answer and where it was shown is never among them.</remarks>
public static class RewardFeatures
{
    /// <summary>Version of the definitions; a model refuses another.</summary>
    public const string Version = "reward-1";

    /// <summary>Names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. FormFeatures.Names, .. SupportFeatures.Names, .. FormFeatures.Names.Select(static n => $"{n}_with_references")];

    /// <summary>Features in the order of <see cref="Names"/>, all finite.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="references">What the answer may rest on.</param>
    /// <param name="answer">The answer, with or without its citation marks.</param>
    public static IReadOnlyList<float> Of(string question, IReadOnlyList<ComparedReference> references, string answer) =>
        Of(new RewardInput(question, [.. references.Select(static r => r.Extract)], answer));

    /// <summary>Features in the order of <see cref="Names"/>, all finite.</summary>
    public static IReadOnlyList<float> Of(RewardInput input)
    {
        var (question, references, answer) = input;
        var (asked, said) = (new AnswerWords(question), new AnswerWords(answer));
        var form = FormFeatures.Of(asked, said);
        var support = SupportFeatures.Of(asked, said, [.. references.Select(static r => new AnswerWords(r))]);
        return [.. form.Concat(support).Concat(form.Select(f => f * support[0])).Select(static f => (float)f)];
    }
}
