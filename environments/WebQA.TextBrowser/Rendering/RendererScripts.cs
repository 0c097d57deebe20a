namespace WebQA.TextBrowser.Rendering;

/// <summary>The scripts that the renderer runs in a page, from the files in <c>Scripts/</c>.</summary>
internal static class RendererScripts
{
    private static readonly string SettleFunction = Read("settle.js");
    private static readonly string SerializeFunction = Read("serialize.js");

    /// <summary>Waits for a DOM that no longer changes; the value is the height of the page in CSS pixels, or -1 where it still changed at the limit.</summary>
    public static string Settle(TimeSpan quiet, TimeSpan limit) => $"({SettleFunction})({(int)quiet.TotalMilliseconds}, {(int)limit.TotalMilliseconds})";

    /// <summary>Serialises the page; the value holds <c>html</c> and <c>url</c>.</summary>
    public static string Serialize(int maxCharacters) => $"({SerializeFunction})({maxCharacters})";

    // The comment at the head of a file stands before the function and would end the expression's first line.
    private static string Read(string name)
    {
        using var stream = typeof(RendererScripts).Assembly.GetManifestResourceStream($"WebQA.TextBrowser.Rendering.Scripts.{name}")
            ?? throw new InvalidOperationException($"The script {name} is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return "\n" + reader.ReadToEnd();
    }
}
