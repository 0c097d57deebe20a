using WebQA.TextBrowser.Doctor;
using WebQA.TextBrowser.Pages;
using WebQA.TextBrowser.Pdf;

namespace WebQA.TextBrowser.Tests.Pdf;

public sealed class PdfReaderProcessTests
{
    private static readonly byte[] Pdf = MinimalPdf.Of("Some words.");

    [Fact]
    public async Task Where_the_reader_is_absent_the_message_and_the_doctor_say_what_to_do()
    {
        var options = new PdfReaderOptions { Folder = Path.Combine(Path.GetTempPath(), "no-such-reader") };
        using var extractor = new PdfTextExtractor(options);
        var path = Path.Combine(options.Folder, "WebQA.PdfReader.dll");

        var failed = Assert.IsType<PdfText.Failed>(await extractor.ExtractAsync(Pdf));

        Assert.Equal("no_reader", failed.Kind);
        Assert.Equal($"PDFs cannot be read here: the reader is not at '{path}'. {PdfReaderProgram.Remedy}", failed.Message);
        Assert.Equal(DoctorStatus.Missing, PdfReaderDoctor.Examine(options).Status);
        Assert.Equal(DoctorStatus.Ok, PdfReaderDoctor.Examine(new PdfReaderOptions()).Status);
    }

    [Fact]
    public async Task A_reading_without_end_is_ended_and_leaves_no_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Children are counted in /proc.");
        using var folder = new LinkedReader();
        using var extractor = new PdfTextExtractor(new PdfReaderOptions { ProcessorTime = TimeSpan.FromSeconds(2), Folder = folder.Path });

        var failed = await extractor.ExtractAsync(MinimalPdf.WithoutEnd());

        Assert.Equal(new PdfText.Failed("timeout", "Reading the PDF took longer than 2 seconds."), failed);
        Assert.Equal(0, folder.Processes());
    }

    [Fact]
    public async Task A_reader_that_takes_too_much_memory_is_ended()
    {
        using var extractor = new PdfTextExtractor(new PdfReaderOptions { ResidentBytes = 1 });

        var failed = Assert.IsType<PdfText.Failed>(await extractor.ExtractAsync(Pdf));

        Assert.Equal("too_large", failed.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_the_child_and_leaves_no_zombie()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Children are counted in /proc.");
        using var folder = new LinkedReader();
        using var extractor = new PdfTextExtractor(new PdfReaderOptions { Folder = folder.Path });
        using var cancel = new CancellationTokenSource();
        var reading = extractor.ExtractAsync(MinimalPdf.WithoutEnd(), cancel.Token);
        while (folder.Processes() == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(0, folder.Processes());
    }

    /// <summary>The reader by a path of its own, so that the processes of one test can be told from those of others.</summary>
    private sealed class LinkedReader : IDisposable
    {
        public LinkedReader() => Directory.CreateSymbolicLink(Path, System.IO.Path.Combine(AppContext.BaseDirectory, "pdf-reader"));

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"webqa-pdf-reader-{Guid.NewGuid():N}");

        public int Processes() => Directory.EnumerateDirectories("/proc").Count(folder => CommandLine(folder).Contains(Path, StringComparison.Ordinal));

        public void Dispose() => Directory.Delete(Path);

        private static string CommandLine(string folder)
        {
            try
            {
                return File.ReadAllText(System.IO.Path.Combine(folder, "cmdline"));
            }
            catch (IOException)
            {
                return string.Empty; // not a process, or one that has just ended
            }
            catch (UnauthorizedAccessException)
            {
                return string.Empty;
            }
        }
    }
}
