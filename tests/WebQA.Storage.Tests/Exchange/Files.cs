using System.Text;
using WebQA.Core.Feedback;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>Files in memory.</summary>
internal static class Files
{
    public static string Write(IComparisonFormat format, IEnumerable<Comparison> comparisons)
    {
        using var stream = new MemoryStream();
        format.WriteAsync(stream, comparisons.ToAsyncEnumerable()).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static IReadOnlyList<Comparison> Read(IComparisonFormat format, string text) =>
        format.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text))).ToListAsync().AsTask().GetAwaiter().GetResult();

    public static IReadOnlyList<Comparison> Read(string format, string text) => Read(ComparisonFormats.Find(format)!, text);
}
