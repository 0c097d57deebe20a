using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebQA.LabelingUi.Review;

/// <summary>A decision as its draft keeps it (review.js).</summary>
/// <param name="Choice">What was chosen; empty where nothing was.</param>
/// <param name="Rationale">Why.</param>
internal sealed record KeptDecision([property: JsonPropertyName("choice")] string? Choice, [property: JsonPropertyName("rationale")] string? Rationale)
{
    /// <summary>Reads a draft; null for one of another form.</summary>
    public static KeptDecision? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptDecision>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
