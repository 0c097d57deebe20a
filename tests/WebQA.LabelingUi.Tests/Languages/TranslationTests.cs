using System.Text.RegularExpressions;
using System.Xml.Linq;
using WebQA.LabelingUi.Languages;

namespace WebQA.LabelingUi.Tests.Languages;

/// <summary>Every text of the app is there in every language, with the same values to fill in.</summary>
public sealed partial class TranslationTests
{
    private static readonly string Folder = Find();

    public static TheoryData<string, string> Files { get; } = new(
        from file in Directory.EnumerateFiles(Folder, "*Strings.resx")
        from language in Language.All
        where language != Language.English
        select (Path.GetFileNameWithoutExtension(file), language.Code));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_translated_with_the_same_values_and_nothing_is_left_over(string file, string language)
    {
        var english = Read($"{file}.resx");
        var path = $"{file}.{language}.resx";
        var translated = File.Exists(Path.Combine(Folder, path)) ? Read(path) : [];

        Assert.Equal([], english.Keys.Except(translated.Keys).Select(key => $"{path} lacks {key}: {english[key]}"));
        Assert.Equal([], translated.Keys.Except(english.Keys).Select(key => $"{path} has {key}, which {file}.resx has not"));
        Assert.Equal([], english.Where(text => !Values(text.Value).SequenceEqual(Values(translated[text.Key]))).Select(text => $"{path}, {text.Key}: '{translated[text.Key]}' for '{text.Value}'"));
        Assert.Equal([], translated.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));
    }

    [Fact]
    public void Each_language_has_a_file_for_each_part_and_no_other() =>
        Assert.Equal([], from file in Directory.EnumerateFiles(Folder, "*.*.resx").Select(Path.GetFileNameWithoutExtension)
                         let parts = file!.Split('.')
                         where Language.Of(parts[^1]) is not { } language || language == Language.English || !File.Exists(Path.Combine(Folder, $"{parts[0]}.resx"))
                         select file);

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Folder, file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>Which values a text takes and how it formats them; how often and in which order is the language's own.</summary>
    private static IEnumerable<string> Values(string text) => Value().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Find()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "WebQA.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }
        return Path.Combine(root, "labeling-ui", "Resources");
    }

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Value();
}
