using System.Text;
using WebQA.Core.Feedback;
using WebQA.Storage.Exchange;

namespace WebQA.Storage.Tests.Exchange;

/// <summary>Files in memory.</summary>
internal static class Files
{
    public static byte[] WriteBytes(IComparisonFormat format, IEnumerable<Comparison> comparisons)
    {
        using var stream = new MemoryStream();
        format.WriteAsync(stream, comparisons.ToAsyncEnumerable()).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    public static string Write(IComparisonFormat format, IEnumerable<Comparison> comparisons) => Encoding.UTF8.GetString(WriteBytes(format, comparisons));

    public static IReadOnlyList<Comparison> Read(IComparisonFormat format, byte[] bytes) =>
        format.ReadAsync(new MemoryStream(bytes)).ToListAsync().AsTask().GetAwaiter().GetResult();

    public static IReadOnlyList<Comparison> Read(IComparisonFormat format, string text) => Read(format, Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<Comparison> Read(string format, string text) => Read(ComparisonFormats.Find(format)!, text);
}
