using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Feedback;

namespace WebQA.Feedback.Simulation;

/// <summary>Programs that judge tasks of a project and say that they are programs. They take tasks from the same queue as people, in places of their own.</summary>
public sealed class SimulatedLabelers(IFeedbackStore store, ITaskQueue queue)
{
    /// <summary>Has labelers judge all that is left for them.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="labelers">How many.</param>
    /// <param name="seed">The same seed gives the same ratings.</param>
    /// <param name="utility">What they like.</param>
    /// <param name="agreement">How often two of them agree, a tie beside a decided rating counting a half.</param>
    /// <param name="cancellationToken">Stops; what was judged stays.</param>
    /// <exception cref="FeedbackRefusedException">There is no such project.</exception>
    public async Task<SimulationOutcome> RunAsync(
        string project, int labelers, long seed, AnswerUtility utility, double agreement = LabelerNoise.Human, CancellationToken cancellationToken = default)
    {
        var differences = await store.ReadTasksAsync(project, cancellationToken)
            .Select(task => utility.Of(task.Question, task.A) - utility.Of(task.Question, task.B)).ToListAsync(cancellationToken);
        var noise = LabelerNoise.For(differences, agreement);
        var made = await Task.WhenAll(Enumerable.Range(1, labelers).Select(number => WorkAsync(project, $"{Labeler.SimulatedPrefix}{seed}/{number}", seed, utility, noise, cancellationToken)));
        return new SimulationOutcome(differences.Count, made.Sum(), noise, utility.Statement);
    }

    private async Task<int> WorkAsync(string project, string id, long seed, AnswerUtility utility, LabelerNoise noise, CancellationToken cancellationToken)
    {
        var made = 0;
        for (; await queue.ClaimAsync(project, new Labeler(id, IsSimulated: true), cancellationToken) is { } claimed; made++)
        {
            var (question, a, b) = (claimed.Comparison.Question, claimed.Comparison.A, claimed.Comparison.B);
            // By the text of A, not its place, so that the chance is the labeler's and the task's alone.
            var rating = string.CompareOrdinal(a.Text, b.Text) <= 0
                ? noise.Rate(utility.Of(question, a) - utility.Of(question, b), Chance(seed, id, claimed.Comparison.TaskId))
                : (Preference)(-(int)noise.Rate(utility.Of(question, b) - utility.Of(question, a), Chance(seed, id, claimed.Comparison.TaskId)));
            var annotation = new ComparisonAnnotation
            {
                Rating = rating, Unsupported = rating, Usefulness = rating, Coherence = Preference.EquallyGood, Irrelevant = Preference.EquallyGood,
                Accuracy = claimed.Comparison.Form == ProjectForm.Comparison ? null : rating,
                Work = new AnnotationWork { UiVersion = "simulated" },
            };
            await queue.SubmitAsync(claimed.Lease, annotation, cancellationToken);
        }
        return made;
    }

    /// <summary>Above 0 and below 1, whoever comes first.</summary>
    private static double Chance(long seed, string labeler, string task)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{labeler}\n{task}"));
        return ((BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 12) + 0.5) * Math.ScaleB(1, -52);
    }
}

/// <summary>What a simulation did.</summary>
/// <param name="Tasks">Tasks of the project.</param>
/// <param name="Comparisons">Comparisons made.</param>
/// <param name="Noise">The noise they were made with.</param>
/// <param name="Utility">What was liked.</param>
public sealed record SimulationOutcome(int Tasks, int Comparisons, LabelerNoise Noise, string Utility);
