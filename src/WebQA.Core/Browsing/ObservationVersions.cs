namespace WebQA.Core.Browsing;

/// <summary>Versions stored with every episode and model; a model refuses data of another version.</summary>
public static class ObservationVersions
{
    /// <summary>The observation's format. A change that a policy could notice makes a new one.</summary>
    public const string Observation = "webgpt-v1";

    /// <summary>The commands and how quotes and finds are matched.</summary>
    public const string Grammar = "webgpt-commands-v1";

    /// <summary>How bytes become page text.</summary>
    public const string Rendering = "text-page-v1";
}
