using System.Text.Json;
using WebQA.Core.Browsing;

namespace WebQA.Evaluation.Contrast;

/// <summary>Reads grounded answers: of a web's questions with claims and evidence, and of CLAP NQ.</summary>
public static class GroundedAnswers
{
    /// <summary>Answers made of the claims of questions: one half of a question's claims is said and quoted, the other half is what else its pages say.</summary>
    /// <param name="path">A file as the mini web's <c>questions.jsonl</c>.</param>
    /// <exception cref="InvalidDataException">A line has another form; names it.</exception>
    public static IReadOnlyList<GroundedAnswer> OfClaims(string path) => [.. Lines(path).SelectMany(line => Read(path, line.Number, line.Text, static question =>
    {
        var text = question.GetProperty("question").GetString()!;
        var claims = question.GetProperty("claims").EnumerateArray().Select(static c => (Claim: c.GetProperty("claim").GetString()!, Evidence: c.GetProperty("evidence").GetString()!)).ToList();
        string[] myths = [.. question.GetProperty("myths").EnumerateArray().Select(static m => m.GetProperty("claim").GetString()!)];
        return Enumerable.Range(0, 2).Select(half =>
        {
            var said = claims.Where((_, i) => i % 2 == half).ToList();
            var other = claims.Where((_, i) => i % 2 != half).ToList();
            return new GroundedAnswer("claims", text, [.. said.Select(static (c, i) => new CitedSentence(c.Claim, [i]))], [.. said.Select(static c => c.Evidence)])
            {
                OtherPassages = [.. other.Select(static c => c.Evidence).Except(said.Select(static c => c.Evidence))],
                OtherSentences = [.. other.Select(static c => c.Claim)],
                Myths = myths,
            };
        }).Where(static a => a.Sentences.Count > 0);
    }))];

    /// <summary>Answers by people to questions of CLAP NQ, each resting on the sentences they selected from a passage of Wikipedia.</summary>
    /// <param name="path">A file of its annotated data.</param>
    /// <exception cref="InvalidDataException">A line has another form; names it.</exception>
    public static IReadOnlyList<GroundedAnswer> OfClapNq(string path) => [.. Lines(path).SelectMany(line => Read(path, line.Number, line.Text, static record =>
    {
        string[] sentences = [.. record.GetProperty("passages")[0].GetProperty("sentences").EnumerateArray().Select(static s => s.GetString()!)];
        return record.GetProperty("output").EnumerateArray().Select(output =>
        {
            string[] selected = [.. output.GetProperty("selected_sentences").EnumerateArray().Select(static s => s.GetString()!)];
            string[] others = [.. sentences.Except(selected, StringComparer.Ordinal).Where(static s => s.Split(' ').Length >= 6)];
            var answer = output.GetProperty("answer").GetString()!;
            int[] all = [.. Enumerable.Range(0, selected.Length)];
            return new GroundedAnswer(
                "clapnq", record.GetProperty("input").GetString()!,
                [.. SentenceSplitter.Split(answer).Select(span => new CitedSentence(answer.Substring(span.Start, span.Length), all))], selected)
            {
                OtherPassages = others,
                OtherSentences = others,
            };
        }).Where(static a => a.Sentences.Count > 0 && a.Quotes.Count > 0);
    }))];

    private static IEnumerable<(int Number, string Text)> Lines(string path) => File.ReadLines(path).Select(static (text, i) => (Number: i + 1, Text: text)).Where(static line => line.Text.Length > 0);

    private static IEnumerable<GroundedAnswer> Read(string path, int number, string line, Func<JsonElement, IEnumerable<GroundedAnswer>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return [.. read(document.RootElement)];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"Line {number} of '{path}' has another form: {e.Message}", e);
        }
    }
}
