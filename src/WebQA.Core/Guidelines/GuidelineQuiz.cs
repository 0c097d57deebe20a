namespace WebQA.Core.Guidelines;

/// <summary>Questions that show whether a guideline was understood.</summary>
/// <param name="PassMark">Right answers that pass.</param>
/// <param name="Questions">The questions.</param>
public sealed record GuidelineQuiz(int PassMark, IReadOnlyList<QuizQuestion> Questions)
{
    /// <summary>How many answers are right.</summary>
    /// <param name="choices">Of each question the choice, from 0.</param>
    /// <exception cref="ArgumentException">There is not one choice for each question, or one does not exist.</exception>
    public int Right(IReadOnlyList<int> choices)
    {
        if (choices.Count != Questions.Count)
        {
            throw new ArgumentException($"The quiz has {Questions.Count} questions, and {choices.Count} answers were given. Answer each one.", nameof(choices));
        }
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i] < 0 || choices[i] >= Questions[i].Choices.Count)
            {
                throw new ArgumentException($"Question {i + 1} has choices 0 to {Questions[i].Choices.Count - 1}, not {choices[i]}.", nameof(choices));
            }
        }
        return choices.Index().Count(choice => Questions[choice.Index].Right == choice.Item);
    }
}

/// <summary>A question of a quiz.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Choices">Possible answers.</param>
/// <param name="Right">The right one, from 0.</param>
/// <param name="Why">Why it is right.</param>
public sealed record QuizQuestion(string Question, IReadOnlyList<string> Choices, int Right, string Why);
