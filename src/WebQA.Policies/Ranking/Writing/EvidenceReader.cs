using System.Text.RegularExpressions;
using WebQA.Core.Answers;
using WebQA.Policies.Ranking.Features;
using WebQA.Policies.Ranking.Notebooks;
using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Writing;

/// <summary>Takes the quotes apart into the sentences that an answer can be made of.</summary>
internal static partial class EvidenceReader
{
    private const int MinimumWords = 3;

    public static async Task<IReadOnlyList<Evidence>> ReadAsync(
        IReadOnlyList<Reference> references, IReadOnlyList<ScoredSentence> read, QuestionFocus question, EmbeddingBook embeddings, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<(string, string), ScoredSentence>();
        foreach (var sentence in read)
        {
            scores.TryAdd((sentence.Sentence.PageKey, sentence.Sentence.Text), sentence);
        }
        var split = references.Select(r => (Reference: r, Sentences: Sentences(r))).ToList();
        await embeddings.LearnAsync(split.SelectMany(s => s.Sentences), cancellationToken);
        var evidence = new List<Evidence>();
        foreach (var (reference, sentences) in split)
        {
            Evidence? previous = null;
            for (var i = 0; i < sentences.Count; i++)
            {
                var vector = embeddings[sentences[i]];
                // A quote that was at hand from the start was not read in this episode: its closeness is all that is known of it.
                var score = scores.TryGetValue((reference.PageSha256, sentences[i]), out var known)
                    ? known.Score
                    : UnreadScale * Vectors.Dot(vector, question.Vector);
                var text = RaisedMark().Replace(FootnoteMark().Replace(sentences[i], string.Empty), "${stop}");
                var sentence = new Evidence(reference, i, text, vector, score, question.Closest(vector), previous);
                if (previous is not null)
                {
                    previous.Next = sentence;
                }
                previous = sentence;
                if (previous.Words >= MinimumWords && !text.AsSpan().ContainsAny('【', '】'))
                {
                    evidence.Add(previous);
                }
            }
        }
        return evidence;
    }

    /// <summary>The sum of the cosine weights, so that a close sentence scores like a read one.</summary>
    private const double UnreadScale = 6.5;

    private static List<string> Sentences(Reference reference)
    {
        var blocks = BlockReader.Blocks(reference.Extract);
        return [.. BlockReader.Sentences(reference.PageSha256, blocks, []).Select(s => s.Text)];
    }

    /// <summary>A page's own footnote mark would read as a citation of the answer.</summary>
    [GeneratedRegex(@"\s?\^?\[\d+(?:\s*,\s*\d+)*\]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FootnoteMark();

    /// <summary>A raised number behind a full stop is a footnote's; behind a digit or a letter it is an exponent.</summary>
    [GeneratedRegex(@"(?<stop>[.!?,;”])\^\d+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RaisedMark();
}
