using System.Text.Json;

namespace WebQA.Core.Guidelines;

/// <summary>All guidelines, those of <c>data/guidelines</c>.</summary>
public static class GuidelineShelf
{
    private const string Folder = "guidelines/";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Each version of each kind; kinds by name, the newest version first.</summary>
    public static IReadOnlyList<Guideline> All { get; } = Read();

    /// <summary>A version of a kind, or null.</summary>
    public static Guideline? Find(string kind, string version) => All.FirstOrDefault(guideline => guideline.Kind == kind && guideline.Version == version);

    /// <summary>The versions of a kind, the newest first.</summary>
    public static IEnumerable<string> Versions(string kind) => All.Where(guideline => guideline.Kind == kind).Select(static guideline => guideline.Version);

    private static Guideline[] Read()
    {
        var assembly = typeof(GuidelineShelf).Assembly;
        return
        [
            .. from name in assembly.GetManifestResourceNames()
               let parts = name.Replace('\\', '/').Split('/')
               where parts is ["guidelines", _, _, "guidelines.md"]
               let folder = $"{Folder}{parts[1]}/{parts[2]}/"
               let quiz = assembly.GetManifestResourceNames().Single(other => other.Replace('\\', '/') == $"{folder}quiz.json")
               // Versions are numbers so far; shorter ones are older, and letters after them newer.
               orderby parts[1], parts[2].Length descending, parts[2] descending
               select new Guideline(parts[1], parts[2], Text(name), JsonSerializer.Deserialize<GuidelineQuiz>(Text(quiz), Json)!),
        ];
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(GuidelineShelf).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
