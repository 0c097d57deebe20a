using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WebQA.Core.Browsing;

namespace WebQA.Core.Questions;

/// <summary>Turns what a person typed into a <see cref="Question"/>, or says why it cannot.</summary>
public static class QuestionText
{
    /// <summary>Longest question in characters (UTF-16 units): room for an ELI5 post with its details.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Checks and cleans a typed question.</summary>
    /// <exception cref="InvalidQuestionException">The text is empty, too long, or holds a control character.</exception>
    public static Question Parse(string? text)
    {
        var trimmed = (text ?? string.Empty).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (trimmed.Length == 0)
        {
            throw new InvalidQuestionException("The question is empty. Type what you want to know, for example: Why do crows bring people gifts?");
        }
        if (trimmed.Length > MaxLength)
        {
            throw new InvalidQuestionException(
                string.Create(CultureInfo.InvariantCulture, $"The question has {trimmed.Length:N0} characters; at most {MaxLength:N0} are read. Shorten it to the question itself."));
        }
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (char.IsControl(trimmed[i]) && trimmed[i] is not ('\n' or '\t'))
            {
                throw new InvalidQuestionException($"The question holds a control character (U+{(int)trimmed[i]:X4}) at position {i + 1}. Delete it and ask again.");
            }
            if (char.IsSurrogate(trimmed[i]) && !char.IsSurrogatePair(trimmed, i) && !(i > 0 && char.IsSurrogatePair(trimmed, i - 1)))
            {
                throw new InvalidQuestionException($"The question holds half of a character pair (U+{(int)trimmed[i]:X4}) at position {i + 1}. Delete it and ask again.");
            }
        }
        if (!trimmed.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            throw new InvalidQuestionException("The question holds no letter and no digit, so there is nothing to search for. Ask in words.");
        }
        var clean = ReservedCharacters.Replace(trimmed.Replace('\t', ' '));
        return new Question(IdOf(clean), clean);
    }

    /// <summary>12 hex digits of a text's hash: the same text is the same question, wherever it comes from.</summary>
    public static string IdOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}

/// <summary>A question that cannot be asked; the message says what to change.</summary>
public sealed class InvalidQuestionException(string message) : Exception(message);
