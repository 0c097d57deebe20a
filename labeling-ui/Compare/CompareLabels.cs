using WebQA.Core.Feedback;

namespace WebQA.LabelingUi.Compare;

/// <summary>The labels that labelers choose from (configuration section <c>Compare</c>); the first ones have keys. Stored as they are written here.</summary>
public sealed class CompareLabels
{
    /// <summary>How well a claim is supported, the best first.</summary>
    public IReadOnlyList<string> Support { get; init; } = ["strong", "weak", "none", "citation_error"];

    /// <summary>How much a claim is to the point, the most first.</summary>
    public IReadOnlyList<string> Relevance { get; init; } = ["core", "side", "irrelevant"];

    /// <summary>How far a reference is trusted, the most first.</summary>
    public IReadOnlyList<string> Trust { get; init; } = ["trustworthy", "neutral", "suspicious"];

    /// <summary>Reads the section; what it does not name is as usual.</summary>
    /// <exception cref="InvalidOperationException">A list is empty, or a label too long.</exception>
    public static CompareLabels From(IConfigurationSection section)
    {
        var usual = new CompareLabels();
        return new CompareLabels { Support = Read(section, nameof(Support), usual.Support), Relevance = Read(section, nameof(Relevance), usual.Relevance), Trust = Read(section, nameof(Trust), usual.Trust) };
    }

    private static string[] Read(IConfigurationSection section, string name, IReadOnlyList<string> usual)
    {
        var labels = section.GetSection(name).Get<string[]>() ?? [.. usual];
        return labels.Length > 0 && Array.TrueForAll(labels, static label => label.Trim().Length is > 0 and <= AnnotationRules.MaxLabel) && labels.Distinct(StringComparer.Ordinal).Count() == labels.Length
            ? labels
            : throw new InvalidOperationException($"The setting '{section.Path}:{name}' is a list of different labels, each of 1 to {AnnotationRules.MaxLabel} characters.");
    }
}
