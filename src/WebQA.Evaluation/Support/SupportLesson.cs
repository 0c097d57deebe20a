using WebQA.Core.Support;
using WebQA.Evaluation.Contrast;

namespace WebQA.Evaluation.Support;

/// <summary>Two sentences with their quotes, the one better supported than the other: what a support model is fitted to.</summary>
/// <param name="Kind">How it is known: <see cref="ByPeople"/>, or the damage that was done.</param>
/// <param name="Question">The question.</param>
/// <param name="Better">Better supported.</param>
/// <param name="Worse">Less supported.</param>
internal sealed record SupportLesson(string Kind, string Question, SupportInput Better, SupportInput Worse)
{
    /// <summary>Kind of lessons of people's judgements.</summary>
    public const string ByPeople = "people";

    /// <summary>Damages that make a sentence less supported; the others do not.</summary>
    public static IReadOnlyList<string> Damages { get; } = ["quotes_swapped", "unsupported_inserted", Damage.Myth, "citation_moved"];

    /// <summary>Better-supported sentences that each less supported one is set beside.</summary>
    private const int Partners = 3;

    /// <summary>Lessons of a grounded answer, each damage done twice.</summary>
    public static IEnumerable<SupportLesson> Of(GroundedAnswer answer, Random random)
    {
        var sound = answer.Inputs;
        foreach (var kind in Damages.SelectMany(static k => new[] { k, k }))
        {
            var damaged = Damage.All[kind](answer, random)?.Inputs ?? [];
            foreach (var worse in damaged.Where(w => !sound.Any(s => IsSame(s, w))))
            {
                var better = sound.FirstOrDefault(s => s.Sentence == worse.Sentence) ?? sound[random.Next(sound.Count)];
                yield return new SupportLesson(kind, answer.Question, better, worse);
            }
        }
    }

    /// <summary>Lessons of people's judgements: sentences of one question where it has both, else of any.</summary>
    public static IEnumerable<SupportLesson> Of(IReadOnlyList<JudgedSentence> judged, Random random)
    {
        var byQuestion = judged.ToLookup(static j => j.Question, StringComparer.Ordinal);
        var byLevel = judged.ToLookup(static j => j.Level);
        foreach (var worse in judged.Where(static j => j.Level != SupportLevel.Supported))
        {
            JudgedSentence[] near = [.. byQuestion[worse.Question].Where(j => j.Level > worse.Level)];
            JudgedSentence[] far = [.. byLevel[SupportLevel.Supported]];
            for (var i = 0; i < Partners && far.Length > 0; i++)
            {
                var better = i == 0 && near.Length > 0 ? near[random.Next(near.Length)] : far[random.Next(far.Length)];
                yield return new SupportLesson(ByPeople, worse.Question, better.Input, worse.Input);
            }
        }
    }

    private static bool IsSame(SupportInput a, SupportInput b) => a.Sentence == b.Sentence && a.Quotes.SequenceEqual(b.Quotes);
}
