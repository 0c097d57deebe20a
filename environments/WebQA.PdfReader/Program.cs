// Reads a PDF from standard input (or the file named by the first argument) and writes its text as JSON lines to standard output.
// It runs as a child process: a hostile file costs this process and nothing else. The caller sets DOTNET_GCHeapHardLimit and ends it
// when time is up; --seconds ends it even if the caller was killed.
using System.Diagnostics;
using System.Globalization;
using WebQA.PdfReader;
using WebQA.PdfReader.Limits;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var secondsAt = Array.IndexOf(args, "--seconds");
var seconds = secondsAt >= 0 && secondsAt + 1 < args.Length && int.TryParse(args[secondsAt + 1], out var given) ? given : 60;
using var deadline = new Timer(_ => Process.GetCurrentProcess().Kill(), state: null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);

var output = new ReaderOutput(Console.OpenStandardOutput());
using var input = args.Length > 0 && secondsAt != 0 ? File.OpenRead(args[0]) : Console.OpenStandardInput();
if (ReadAll(input) is not { } file)
{
    output.Fail("too_large", $"The PDF is larger than {PdfLimits.FileBytes >> 20} MiB.");
    return 0;
}
// Nested objects are parsed by recursion; the parser counts its depth, and this stack has room for what it allows on every system.
var reader = new Thread(() => PdfFileReader.Read(file, output), maxStackSize: 32 << 20);
reader.Start();
reader.Join();
return 0;

static byte[]? ReadAll(Stream input)
{
    using var bytes = new MemoryStream();
    var buffer = new byte[81_920];
    for (int read; (read = input.Read(buffer)) > 0;)
    {
        bytes.Write(buffer, 0, read);
        if (bytes.Length > PdfLimits.FileBytes)
        {
            return null;
        }
    }
    return bytes.ToArray();
}
