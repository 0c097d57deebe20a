using WebQA.Policies.Ranking.Passages;

namespace WebQA.Policies.Ranking.Features;

/// <summary>Measures the sentences of a page against the question.</summary>
internal static class SentenceScorer
{
    private const int ShortWords = 8;
    private const int TopWords = 60;

    private static readonly int FeatureCount = Enum.GetValues<SentenceFeature>().Length;

    public static IEnumerable<ScoredSentence> Score(ReadPage page, QuestionFocus question, RankingModel model)
    {
        var blocks = page.BlockVectors.ToDictionary(b => b.Key, b => Vectors.Dot(b.Value, question.Vector));
        var sections = page.SectionVectors.ToDictionary(s => s.Key, s => Vectors.Dot(s.Value, question.Vector));
        var headings = page.Headings.ToDictionary(h => h.Key, h => Vectors.Dot(page.VectorOf(h.Value), question.Vector));
        var passage = page.Passages.Select(p => Vectors.Dot(p, question.Vector)).DefaultIfEmpty().Max();
        var weak = page.Quality.WeakProbability(model.Weights.WeakPage);
        var title = Vectors.Dot(page.VectorOf(page.Title), question.Vector);
        foreach (var sentence in page.Sentences)
        {
            var features = new double[FeatureCount];
            var vector = page.VectorOf(sentence.Text);
            features[(int)SentenceFeature.QuestionCosine] = Vectors.Dot(vector, question.Vector);
            features[(int)SentenceFeature.BlockCosine] = blocks[sentence.Block.Index];
            features[(int)SentenceFeature.SectionCosine] = sections[sentence.Block.Section];
            features[(int)SentenceFeature.HeadingCosine] = headings.GetValueOrDefault(sentence.Block.Section);
            features[(int)SentenceFeature.PassageCosine] = passage;
            features[(int)SentenceFeature.TitleCosine] = title;
            features[(int)SentenceFeature.PageForum] = page.Quality.Forum;
            features[(int)SentenceFeature.PageExclamations] = page.Quality.Exclamations;
            features[(int)SentenceFeature.PageFirstPerson] = page.Quality.FirstPerson;
            features[(int)SentenceFeature.PageWeak] = weak;
            AddForm(features, sentence, page.Words);
            AddCues(features, sentence);
            yield return new ScoredSentence(sentence, vector, model.Score(features), features);
        }
    }

    private static void AddForm(double[] features, Sentence sentence, int pageWords)
    {
        features[(int)SentenceFeature.LogWords] = Math.Log(Math.Max(1, sentence.Words));
        features[(int)SentenceFeature.IsShort] = Flag(sentence.Words < ShortWords);
        features[(int)SentenceFeature.IsNearTop] = Flag(sentence.Block.WordsBefore < TopWords);
        features[(int)SentenceFeature.RelativePosition] = Math.Min(1, (double)sentence.Block.WordsBefore / pageWords);
        features[(int)SentenceFeature.IsLastOfBlock] = Flag(sentence.IsLastOfBlock);
        features[(int)SentenceFeature.HoldsLink] = Flag(sentence.HoldsLink);
        features[(int)SentenceFeature.IsAside] = Flag(sentence.Block.Kind == BlockKind.Caption || IsBracketed(sentence.Text));
        features[(int)SentenceFeature.IsListItem] = Flag(sentence.Block.Kind == BlockKind.ListItem);
        features[(int)SentenceFeature.IsQuestion] = Flag(sentence.Text.Contains('?', StringComparison.Ordinal));
    }

    private static void AddCues(double[] features, Sentence sentence)
    {
        var words = Words.Of(sentence.Text);
        features[(int)SentenceFeature.PointsElsewhere] = Flag(Cues.PointsElsewhere(sentence.Text));
        features[(int)SentenceFeature.IsFirstPerson] = Flag(Cues.HasFirstPerson(words));
        features[(int)SentenceFeature.HasEvidenceWord] = Flag(Cues.HasEvidence(words));
        features[(int)SentenceFeature.HasNegation] = Flag(Cues.HasNegation(words));
        features[(int)SentenceFeature.HasCause] = Flag(Cues.HasCause(words));
        features[(int)SentenceFeature.HasDigit] = Flag(sentence.Text.AsSpan().ContainsAnyInRange('0', '9'));
        features[(int)SentenceFeature.HasMythWord] = Flag(Cues.HasMyth(words));
    }

    private static bool IsBracketed(string text) => text is ['(', .., ')'] or ['(', .., ')', '.'] or ['[', .., ']'];

    private static double Flag(bool value) => value ? 1 : 0;
}
