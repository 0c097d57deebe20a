using WebQA.Storage.Exchange.Formats;

namespace WebQA.Storage.Exchange;

/// <summary>The forms in which comparisons are read and written.</summary>
public static class ComparisonFormats
{
    /// <summary>All of them, our own first.</summary>
    public static IReadOnlyList<IComparisonFormat> All { get; } =
    [
        new WebQaFormat(),
        new WebGptFormat(isFlat: false),
        new WebGptFormat(isFlat: true),
        new TrlFormat(isImplicit: false),
        new TrlFormat(isImplicit: true),
        new OpenAIPreferenceFormat(),
        new HhRlhfFormat(),
        new LabelStudioFormat(),
        new ArgillaFormat(),
        new ParquetFormat(),
    ];

    /// <summary>The form of a name, or null.</summary>
    public static IComparisonFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
