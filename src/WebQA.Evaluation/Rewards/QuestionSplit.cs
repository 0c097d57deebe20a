using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WebQA.Evaluation.Rewards;

/// <summary>Splits by question: a number that depends on the words of a question alone, so that no question is on two sides.</summary>
public static class QuestionSplit
{
    /// <summary>One of <paramref name="parts"/> for a question; letters and digits count, case, marks and spaces don't.</summary>
    public static int Of(string question, int parts, string use)
    {
        var key = new string([.. question.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{use}/{key}"))) % (uint)parts);
    }
}
