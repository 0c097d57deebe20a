using System.Text.Json;

namespace WebQA.KillTarget.Rounds;

/// <summary>What became of the episodes of a killed host.</summary>
/// <param name="Kills">How often a host was killed while its episodes ran.</param>
/// <param name="Episodes">Episodes started.</param>
/// <param name="Interrupted">Times an episode was not at its end when its host was killed.</param>
/// <param name="Steps">Steps stored.</param>
/// <param name="Unfinished">Episodes that did not end with an answer.</param>
/// <param name="StepsLost">Steps of the script that are missing.</param>
/// <param name="StepsDoubled">Steps that are there twice.</param>
/// <param name="ReplayDifferences">Observations that differ when the episode is replayed.</param>
internal sealed record KillFigures(int Kills, int Episodes, int Interrupted, int Steps, int Unfinished, int StepsLost, int StepsDoubled, int ReplayDifferences)
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>All ended, and every step is there once.</summary>
    public bool IsClean => (Unfinished, StepsLost, StepsDoubled, ReplayDifferences) == (0, 0, 0, 0);
}
