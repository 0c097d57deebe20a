using System.Text.Json;

namespace WebQA.LabelingUi.Demonstrate;

/// <summary>What a person has written of a demonstration and not handed in: the content of its draft.</summary>
/// <param name="Answer">The answer so far.</param>
/// <param name="Notes">Notes to themselves; never part of the demonstration.</param>
public sealed record DemonstrationDraft(string Answer, string Notes)
{
    /// <summary>Nothing yet.</summary>
    public static readonly DemonstrationDraft Empty = new(string.Empty, string.Empty);

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a draft's body; nothing where it has another form, since whoever may save drafts may save any JSON.</summary>
    public static DemonstrationDraft FromJson(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<DemonstrationDraft>(body, Names) is { } read ? new(read.Answer ?? string.Empty, read.Notes ?? string.Empty) : Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }
}
