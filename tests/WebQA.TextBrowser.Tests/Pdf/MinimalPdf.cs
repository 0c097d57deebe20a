using System.Text;

namespace WebQA.TextBrowser.Tests.Pdf;

/// <summary>Small PDFs, written by hand.</summary>
internal static class MinimalPdf
{
    /// <summary>A page that shows some lines of text.</summary>
    public static byte[] Of(params string[] lines)
    {
        var content = new StringBuilder("BT /F1 12 Tf 72 700 Td 14 TL");
        foreach (var line in lines)
        {
            content.Append($" ({line}) Tj T*");
        }
        content.Append(" ET");
        return Of("5 0 R", "/Font<</F1 4 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", Stream(string.Empty, content.ToString()));
    }

    /// <summary>A file of 30 forms, each of which draws the next one twice: two to the power of 30 draws, which no reader ever ends.</summary>
    public static byte[] WithoutEnd()
    {
        var objects = new List<string> { Stream(string.Empty, "/X Do") };
        for (var i = 0; i < 30; i++)
        {
            objects.Add(Stream($"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {objects.Count + 5} 0 R>>>>", "/X Do /X Do"));
        }
        objects.Add(Stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f"));
        return Of("4 0 R", "/XObject<</X 5 0 R>>", [.. objects]);
    }

    private static string Stream(string entries, string content) => $"<<{entries}/Length {content.Length}>>\nstream\n{content}\nendstream";

    private static byte[] Of(string contents, string resources, params string[] others)
    {
        var pdf = new StringBuilder("%PDF-1.7\n");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids [3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {contents}/Resources<<{resources}>>>>",
            .. others,
        ];
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append($"{offset:D10} 00000 n \n");
        }
        pdf.Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
