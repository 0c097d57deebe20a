using WebQA.Core.Feedback;
using WebQA.Core.Questions;

namespace WebQA.Storage.Exchange;

/// <summary>A question with an answer that somebody judged, as trainers that imitate want it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">An answer with its references.</param>
/// <param name="IsGood">Whether it is one to imitate.</param>
public sealed record AnsweredQuestion(Question Question, ComparedAnswer Answer, bool IsGood = true);
