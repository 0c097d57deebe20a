using System.Text.Json;
using System.Text.Json.Serialization;
using WebQA.Policies.Ranking.Features;

namespace WebQA.Policies.Ranking;

/// <summary>All numbers of the ranking policy: one file with a version, set by hand for now.</summary>
internal sealed record RankingWeights
{
    public required string Version { get; init; }

    /// <summary>Weight of each feature; a sentence's score is their sum.</summary>
    public required IReadOnlyDictionary<SentenceFeature, double> Sentence { get; init; }

    public required WeakPageWeights WeakPage { get; init; }

    public required BrowsingWeights Browsing { get; init; }

    public required SelectionWeights Selection { get; init; }

    public required SamplingWeights Sampling { get; init; }

    public required AnswerWeights Answer { get; init; }
}

/// <summary>Log-odds that a page is a weak source, by rates per 100 words.</summary>
internal sealed record WeakPageWeights(double Forum, double Exclamations, double FirstPerson, double Contractions, double Capitals, double Bias);

/// <summary>How many pages are opened, in which order, how far they are read.</summary>
/// <param name="ResultsFirst">Results opened before the first link of a page is followed.</param>
/// <param name="RankCost">Times ln(1 + rank): what a place further down costs a result.</param>
/// <param name="LinksFollowed">Links of pages followed.</param>
/// <param name="Pages">Pages read in all.</param>
/// <param name="LinkPages">Pages, from the first, whose links are considered.</param>
/// <param name="MinimumLinkScore">Links below are not worth an action, −1 to 1.</param>
/// <param name="WindowsAPage">Windows read of a page at most.</param>
/// <param name="Queries">Queries tried while none finds anything.</param>
internal sealed record BrowsingWeights(
    int ResultsFirst, double RankCost, int LinksFollowed, int Pages, int LinkPages, double MinimumLinkScore, int WindowsAPage, int Queries);

/// <summary>How quotes are packed into the budget of words.</summary>
/// <param name="LengthPenalty">Times ln(words): a sentence must be worth its words.</param>
/// <param name="NeighbourBonus">For a sentence next to a taken one: evidence often runs over two.</param>
/// <param name="RedundancyFrom">Cosine to a taken sentence from which repetition costs.</param>
/// <param name="RedundancyPenalty">Cost per unit of cosine above it.</param>
/// <param name="MinimumWords">Shorter sentences are not quoted by themselves.</param>
/// <param name="FirstShare">Share of the budget that is quoted before the rest, so that the best evidence is at hand early.</param>
internal sealed record SelectionWeights(
    double LengthPenalty, double NeighbourBonus, double RedundancyFrom, double RedundancyPenalty, int MinimumWords, double FirstShare);

/// <summary>Scale of the Gumbel noise of each head at temperature 1.</summary>
internal sealed record SamplingWeights(double Query, double Page, double Link, double QuotedPage, double Section, double Block, double Sentence, double ClauseEmphasis);

/// <summary>When and how the answer is put together.</summary>
/// <param name="AbstainBelow">Mean of the ten highest sentence scores below which there is no answer.</param>
/// <param name="MaximumWords">Words an answer may have.</param>
/// <param name="DuplicateCosine">Sentences closer than this say the same.</param>
/// <param name="ConflictCosine">Sentences of two sites that are at least this close and differ in sense are set side by side.</param>
internal sealed record AnswerWeights(double AbstainBelow, int MaximumWords, double DuplicateCosine, double ConflictCosine);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(SentenceFeatureConverter)])]
[JsonSerializable(typeof(RankingWeights))]
internal sealed partial class WeightsJson : JsonSerializerContext;

internal sealed class SentenceFeatureConverter() : JsonStringEnumConverter<SentenceFeature>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
