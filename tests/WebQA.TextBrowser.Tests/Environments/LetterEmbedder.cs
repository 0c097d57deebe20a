using WebQA.Core.Browsing;

namespace WebQA.TextBrowser.Tests.Environments;

/// <summary>Counts letters: no meaning, but the same vector for the same text, at no cost.</summary>
internal sealed class LetterEmbedder(Func<Exception?>? fault = null) : IEmbedder
{
    public string Name => "letters";

    public int Dimensions => 26;

    public int Texts { get; private set; }

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        if (fault?.Invoke() is { } exception)
        {
            return Task.FromException<IReadOnlyList<float[]>>(exception);
        }
        Texts += texts.Count;
        return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Vector)]);
    }

    private static float[] Vector(string text)
    {
        var vector = new float[26];
        foreach (var c in text.ToLowerInvariant().Where(char.IsAsciiLetterLower))
        {
            vector[c - 'a']++;
        }
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? [1, .. new float[25]] : [.. vector.Select(v => v / length)];
    }
}
