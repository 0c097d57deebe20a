using System.Text.Json;

namespace WebQA.Evaluation.MiniWeb;

/// <summary>Reads files of mini-web questions, one JSON object a line.</summary>
public static class QuestionFile
{
    /// <summary>By reflection: generated code would overwrite the defaults of absent properties with null.</summary>
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">A line is not a question; the message says which and why.</exception>
    public static async Task<IReadOnlyList<MiniWebQuestion>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var questions = new List<MiniWebQuestion>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(Parse(line, path, number));
            }
        }
        return questions;
    }

    private static MiniWebQuestion Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<MiniWebQuestion>(line, Json)
                ?? throw new InvalidDataException($"Line {number} of {path} is empty where a question should stand.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Line {number} of {path} is not a question: {e.Message}", e);
        }
    }
}
