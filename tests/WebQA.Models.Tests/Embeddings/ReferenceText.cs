using System.Text.Json;

namespace WebQA.Models.Tests.Embeddings;

/// <summary>A text with the ids and vectors that the original library gives it.</summary>
internal sealed record ReferenceText(string Text, int[] Ids, float[] Fp32, float[] Int8)
{
    public static IReadOnlyList<ReferenceText> All()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("models", "all-minilm-l6-v2", "reference.json")));
        return [.. document.RootElement.GetProperty("texts").EnumerateArray().Select(t => new ReferenceText(
            t.GetProperty("text").GetString()!, t.GetProperty("ids").Deserialize<int[]>()!,
            t.GetProperty("fp32").Deserialize<float[]>()!, t.GetProperty("int8").Deserialize<float[]>()!))];
    }
}
