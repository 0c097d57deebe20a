using WebQA.Evaluation.Contrast;
using WebQA.Evaluation.Rewards;

namespace WebQA.Evaluation.Support;

/// <summary>What a support model is fitted to and judged by.</summary>
/// <param name="Judged">Sentences people judged.</param>
/// <param name="Answers">Answers known to be grounded.</param>
public sealed record SupportData(IReadOnlyList<JudgedSentence> Judged, IReadOnlyList<GroundedAnswer> Answers)
{
    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">A line has another form; names it.</exception>
    public static SupportData Read(IEnumerable<string> expertQa, IEnumerable<string> clapNq, IEnumerable<string> claims) => new(
        // The two files of ExpertQA share questions; a sentence counts once.
        [.. expertQa.SelectMany(JudgedSentence.ReadExpertQa).DistinctBy(static j => (j.Question, j.Input.Sentence))],
        [.. clapNq.SelectMany(GroundedAnswers.OfClapNq), .. claims.SelectMany(GroundedAnswers.OfClaims)]);

    /// <summary>The part whose questions a predicate takes.</summary>
    public SupportData Where(Func<string, bool> question) => new([.. Judged.Where(j => question(j.Question))], [.. Answers.Where(a => question(a.Question))]);

    /// <summary>The fold of a question, from 0 to 4.</summary>
    public static int Fold(string question) => QuestionSplit.Of(question, 5, "fold");

    /// <summary>All lessons, the same for the same seed.</summary>
    /// <param name="seed">Draws places and partners.</param>
    internal IReadOnlyList<SupportLesson> Lessons(int seed)
    {
        var random = new Random(seed);
        // Partners are looked for within a split, so that none has a sentence of another.
        return [.. Answers.SelectMany(a => SupportLesson.Of(a, random)), .. Judged.GroupBy(static j => SplitOf(j.Question)).SelectMany(g => SupportLesson.Of([.. g], random))];
    }

    /// <summary>What a question is for in fitting.</summary>
    internal static Models.Training.TrainingSplit SplitOf(string question) => QuestionSplit.Of(question, 10, "fit") switch
    {
        0 => Models.Training.TrainingSplit.Validation,
        1 or 2 => Models.Training.TrainingSplit.Calibration,
        _ => Models.Training.TrainingSplit.Train,
    };
}
