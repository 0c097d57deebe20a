using WebQA.TextBrowser.Doctor;

namespace WebQA.TextBrowser.Pdf;

/// <summary>What <c>webqa doctor</c> says about the PDF reader. Starts nothing.</summary>
public static class PdfReaderDoctor
{
    /// <summary>Whether PDFs can be read.</summary>
    public static DoctorFinding Examine(PdfReaderOptions options)
    {
        var program = PdfReaderProgram.Find(options);
        return program.Exists
            ? new DoctorFinding("PDF reader", DoctorStatus.Ok, program.AssemblyPath)
            : new DoctorFinding("PDF reader", DoctorStatus.Missing, $"Not found at '{program.AssemblyPath}'; PDFs cannot be read, all other pages can.", PdfReaderProgram.Remedy);
    }
}
