using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WebQA.Core.Feedback;
using WebQA.Storage.Feedback;

namespace WebQA.Storage.Exchange.Formats;

/// <summary>All that was said beside the final rating, as our own form holds it. Places of claims are given in UTF-16 units, and in code points for readers that count those.</summary>
internal static class AnnotationJson
{
    public static void Write(Utf8JsonWriter json, ComparisonAnnotation annotation, Comparison comparison)
    {
        var node = JsonNode.Parse(FeedbackJson.Write(annotation))!;
        foreach (var (claim, i) in annotation.Claims.Select(static (claim, i) => (claim, i)))
        {
            var text = claim.Side == AnswerSide.A ? comparison.A.Text : comparison.B.Text;
            if (claim.Start >= 0 && claim.Length >= 0 && claim.Start <= text.Length - claim.Length)
            {
                node["claims"]![i]!["start_code_points"] = CodePoints(text.AsSpan(0, claim.Start));
                node["claims"]![i]!["length_code_points"] = CodePoints(text.AsSpan(claim.Start, claim.Length));
            }
        }
        node.WriteTo(json);
    }

    /// <exception cref="ExchangeFormatException">It has another shape.</exception>
    public static ComparisonAnnotation Read(ExchangeRecord annotation)
    {
        try
        {
            return FeedbackJson.Read<ComparisonAnnotation>(annotation.Value.GetRawText());
        }
        catch (JsonException fault)
        {
            throw annotation.Wrong(string.Create(CultureInfo.InvariantCulture, $"'annotation' is not what this form holds there ({fault.Message.TrimEnd('.')})"));
        }
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }
        return count;
    }
}
