using WebQA.Core.Feedback;

namespace WebQA.Core.Guidelines;

/// <summary>Who has read which guideline and passed its quiz. What a call has changed is on the disk when its task ends. Thread-safe.</summary>
public interface IGuidelineReadings
{
    /// <summary>What a person has read, the last first.</summary>
    Task<IReadOnlyList<GuidelineReading>> OfAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>A person says that they have read a guideline. Said again, the first time counts.</summary>
    /// <exception cref="FeedbackRefusedException">There is no such guideline.</exception>
    Task<GuidelineReading> AcknowledgeAsync(string personId, string kind, string version, CancellationToken cancellationToken = default);

    /// <summary>A person answers the quiz. It can be taken as often as they like; once passed, it stays so.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="version">Its version.</param>
    /// <param name="choices">Of each question the choice, from 0.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="FeedbackRefusedException">There is no such guideline, it was not acknowledged, or the answers do not fit the questions.</exception>
    Task<GuidelineReading> AnswerQuizAsync(string personId, string kind, string version, IReadOnlyList<int> choices, CancellationToken cancellationToken = default);
}

/// <summary>That a person has read a guideline.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Version">Its version.</param>
/// <param name="ReadAt">When they said so.</param>
/// <param name="QuizAttempts">How often they answered the quiz.</param>
/// <param name="QuizRight">Right answers of the last time; null before the first.</param>
/// <param name="QuizPassedAt">When they passed; null where they have not.</param>
public sealed record GuidelineReading(string Kind, string Version, DateTimeOffset ReadAt, int QuizAttempts, int? QuizRight, DateTimeOffset? QuizPassedAt);
