using System.Text.Json.Serialization;

namespace WebQA.LabelingUi.Status;

/// <summary>What the app needs to answer questions, and how far each part is. Thread-safe.</summary>
internal interface ISetupStatus
{
    IReadOnlyList<SetupPart> Parts { get; }
}

/// <summary>One part: the index, the vectors, the browser.</summary>
/// <param name="Name">For code: <c>index</c>, <c>browser</c>.</param>
/// <param name="State">How far it is.</param>
/// <param name="Text">For a person: what there is, or what is missing and what that means.</param>
/// <param name="Remedy">What to do, where something is missing.</param>
internal sealed record SetupPart(string Name, SetupState State, string Text, string? Remedy = null);

[JsonConverter(typeof(JsonStringEnumConverter<SetupState>))]
internal enum SetupState
{
    /// <summary>All there.</summary>
    Ready,

    /// <summary>Usable, and getting better in the background.</summary>
    Improving,

    /// <summary>Being made; what needs it waits.</summary>
    Working,

    /// <summary>Not there; what needs it fails with the remedy, the rest works.</summary>
    Missing,
}
