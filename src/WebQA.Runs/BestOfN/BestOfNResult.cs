using WebQA.Core.Answers;
using WebQA.Core.BestOfN;
using WebQA.Core.Episodes;
using WebQA.Runs.Answers;

namespace WebQA.Runs.BestOfN;

/// <summary>The best of n.</summary>
/// <param name="State">The episode whose answer was chosen.</param>
/// <param name="Document">Its answer document, with all samples.</param>
/// <param name="Selection">Why that one.</param>
public sealed record BestOfNResult(EpisodeState State, AnswerDocument Document, Selection Selection);

/// <summary>A sample has ended.</summary>
/// <param name="Sample">Its number, from 0.</param>
/// <param name="EpisodeId">Its episode.</param>
/// <param name="Outcome">How it ended.</param>
public readonly record struct SampleEnded(int Sample, string EpisodeId, Outcome Outcome);
