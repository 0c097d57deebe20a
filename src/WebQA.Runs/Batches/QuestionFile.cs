using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Questions;

namespace WebQA.Runs.Batches;

/// <summary>Reads a file of questions: a JSON object a line, with <c>question</c> or <c>text</c>, and mostly an <c>id</c>.</summary>
public static class QuestionFile
{
    /// <summary>Faults that one message lists at most.</summary>
    private const int MostFaults = 20;

    /// <summary>Reads all questions; empty lines are passed over.</summary>
    /// <exception cref="QuestionFileException">Some lines cannot be asked, or there are none; the message names them.</exception>
    public static async Task<IReadOnlyList<RunQuestion>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(path, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new QuestionFileException($"The questions {path} cannot be read: {fault.Message}");
        }
        var questions = new List<RunQuestion>();
        var faults = new List<string>();
        var linesOfIds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }
            try
            {
                var question = Read(lines[i], Path.GetFileNameWithoutExtension(path));
                if (!linesOfIds.TryAdd(question.Question.Id, i + 1))
                {
                    throw new FormatException($"the id '{question.Question.Id}' is that of line {linesOfIds[question.Question.Id]} already.");
                }
                questions.Add(question);
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidQuestionException)
            {
                faults.Add($"line {i + 1}: {fault.Message}");
            }
        }
        return faults.Count > 0 ? throw new QuestionFileException(Describe(path, faults))
            : questions.Count > 0 ? questions
            : throw new QuestionFileException($"The questions {path} hold none. Write a JSON object a line, for example {{\"id\": \"sky\", \"question\": \"Why is the sky blue?\"}}.");
    }

    private static RunQuestion Read(string line, string dataset)
    {
        if (JsonNode.Parse(line) is not JsonObject record)
        {
            throw new FormatException("it is not a JSON object.");
        }
        var parsed = QuestionText.Parse(Text(record, "question") ?? Text(record, "text") ?? throw new FormatException("it has neither 'question' nor 'text'."));
        return new RunQuestion(new Question(Text(record, "id") ?? parsed.Id, parsed.Text, dataset), record);
    }

    private static string? Text(JsonObject record, string name) => record[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
        _ => throw new FormatException($"'{name}' must be a text that is not empty."),
    };

    private static string Describe(string path, List<string> faults)
    {
        var shown = string.Join('\n', faults.Take(MostFaults));
        var rest = faults.Count > MostFaults ? $"\nand {faults.Count - MostFaults} more." : string.Empty;
        return $"The questions {path} cannot be run; nothing was started.\n{shown}{rest}";
    }
}

/// <summary>A question of a batch.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Record">The whole line, with what an evaluation knows of it (claims, kind, whether it can be answered). Never shown to a policy.</param>
public sealed record RunQuestion(Question Question, JsonObject Record);

/// <summary>A file of questions that cannot be run; the message names the lines.</summary>
public sealed class QuestionFileException(string message) : Exception(message);
