using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Exchange;

/// <summary>What a project's ratings say of each answer alone: the mean of its points, which run from -2 to 2, whatever it was compared with.</summary>
/// <remarks>Read twice, so that only a number and a hash of each answer are held; tasks and ratings made meanwhile are left out the second time.</remarks>
internal sealed class JudgedAnswers(IFeedbackStore store, string project, MadeBy madeBy)
{
    private readonly Dictionary<string, (double Points, int Ratings)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _best = new(StringComparer.Ordinal);

    /// <summary>Comparisons read, and those of them without a preferred answer.</summary>
    public (int Comparisons, int Ties) Read { get; private set; }

    /// <summary>Questions read, by the hash of their text.</summary>
    public IReadOnlyCollection<string> Questions => _best.Keys;

    /// <summary>Adds the ratings up.</summary>
    public async Task SumAsync(CancellationToken cancellationToken)
    {
        await foreach (var stored in store.ReadAsync(project, madeBy, cancellationToken))
        {
            var (task, rating) = (stored.Task, (int)stored.Annotation.Rating);
            var question = QuestionText.IdOf(task.Question.Text);
            Read = (Read.Comparisons + 1, Read.Ties + (rating == 0 ? 1 : 0));
            foreach (var (answer, points) in Sides(task, rating))
            {
                var key = KeyOf(question, answer);
                var (sum, ratings) = _answers.GetValueOrDefault(key);
                _answers[key] = (sum + points, ratings + 1);
                _best.TryAdd(question, key);
            }
        }
        foreach (var key in _answers.Keys)
        {
            var question = key[..key.IndexOf('/', StringComparison.Ordinal)];
            _best[question] = MeanOf(key) > MeanOf(_best[question]) ? key : _best[question];
        }
    }

    /// <summary>The best answer of each question whose ratings are good on the whole; or, where bad ones are wanted too, each answer that its ratings say something of.</summary>
    public async IAsyncEnumerable<AnsweredQuestion> ChooseAsync(bool withBad, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stored in store.ReadAsync(project, madeBy, cancellationToken))
        {
            var question = QuestionText.IdOf(stored.Task.Question.Text);
            foreach (var (answer, _) in Sides(stored.Task, 0))
            {
                var key = KeyOf(question, answer);
                var isWanted = _answers.ContainsKey(key) && (withBad ? MeanOf(key) != 0 : _best[question] == key && MeanOf(key) > 0);
                if (isWanted && written.Add(key))
                {
                    yield return new AnsweredQuestion(stored.Task.Question, answer, MeanOf(key) > 0);
                }
            }
        }
    }

    private static IEnumerable<(ComparedAnswer Answer, int Points)> Sides(ComparisonTask task, int rating)
    {
        yield return (task.A, rating);
        if (task.B is not { Text: "", References: [] })
        {
            yield return (task.B, -rating);
        }
    }

    private static string KeyOf(string question, ComparedAnswer answer) =>
        $"{question}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FeedbackJson.Write(answer with { Source = null }))))}";

    private double MeanOf(string key) => _answers[key].Points / _answers[key].Ratings;
}
