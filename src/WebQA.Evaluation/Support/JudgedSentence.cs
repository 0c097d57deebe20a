using System.Text.Json;
using WebQA.Core.Support;

namespace WebQA.Evaluation.Support;

/// <summary>A sentence, its quotes, and how far experts found it supported.</summary>
/// <param name="Question">The question it answers.</param>
/// <param name="Input">Sentence and quotes.</param>
/// <param name="Level">The experts' judgement.</param>
public sealed record JudgedSentence(string Question, SupportInput Input, SupportLevel Level)
{
    /// <summary>Reads claims of ExpertQA whose evidence has its text: 'Complete' is supported, 'Partial' partly, 'Incomplete' and 'Missing' unsupported; 'N/A' is left out.</summary>
    /// <param name="path">A file of its <c>lfqa</c> data.</param>
    /// <exception cref="InvalidDataException">A line has another form; names it.</exception>
    public static IReadOnlyList<JudgedSentence> ReadExpertQa(string path)
    {
        var judged = new List<JudgedSentence>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                using var document = JsonDocument.Parse(line);
                var question = document.RootElement.GetProperty("question").GetString()!;
                judged.AddRange(document.RootElement.GetProperty("answers").EnumerateObject().SelectMany(static a => a.Value.GetProperty("claims").EnumerateArray()).Select(c => Of(question, c)).OfType<JudgedSentence>());
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"Line {number} of '{path}' has another form: {e.Message}", e);
            }
        }
        return judged;
    }

    private static JudgedSentence? Of(string question, JsonElement claim)
    {
        string[] quotes = [.. claim.GetProperty("evidence").EnumerateArray().Select(static e => TextOf(e.GetString()!)).OfType<string>()];
        SupportLevel? level = claim.GetProperty("support").GetString() switch
        {
            "Complete" => SupportLevel.Supported,
            "Partial" => SupportLevel.Partly,
            "Incomplete" or "Missing" => SupportLevel.Unsupported,
            _ => null,
        };
        return quotes.Length == 0 || level is null ? null : new JudgedSentence(question, new SupportInput(claim.GetProperty("claim_string").GetString()!, quotes), level.Value);
    }

    /// <summary>What follows the address of a piece of evidence; null where there is only the address.</summary>
    private static string? TextOf(string evidence) =>
        evidence.IndexOf("\n\n", StringComparison.Ordinal) is var at and > 0 && evidence.Length > at + 40 ? evidence[(at + 2)..].Trim() : null;
}
