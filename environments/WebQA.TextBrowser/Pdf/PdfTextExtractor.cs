using System.ComponentModel;
using System.Diagnostics;
using WebQA.TextBrowser.Pages;

namespace WebQA.TextBrowser.Pdf;

/// <summary>Reads PDFs in child processes that are bounded in memory and time, so that a hostile file costs a child and nothing else.</summary>
/// <param name="options">The bounds.</param>
/// <param name="time">Measures the time limit.</param>
public sealed class PdfTextExtractor(PdfReaderOptions options, TimeProvider? time = null) : IPdfTextExtractor, IDisposable
{
    // The text of the largest file in JSON, where a character may take six bytes.
    private const int MaxOutputBytes = 48 << 20;
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly PdfReaderProgram _program = PdfReaderProgram.Find(options);
    private readonly SemaphoreSlim _slots = new(options.Concurrency, options.Concurrency);

    /// <inheritdoc/>
    public async Task<PdfText> ExtractAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken = default)
    {
        if (!_program.Exists)
        {
            return new PdfText.Failed("no_reader", $"PDFs cannot be read here: the reader is not at '{_program.AssemblyPath}'. {PdfReaderProgram.Remedy}");
        }
        await _slots.WaitAsync(cancellationToken);
        try
        {
            using var process = new Process { StartInfo = _program.StartInfo(options) };
            try
            {
                process.Start();
            }
            catch (Win32Exception error)
            {
                return new PdfText.Failed("no_reader", $"The PDF reader could not be started: {error.Message}");
            }
            return await ReadAsync(process, pdf, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    private async Task<PdfText> ReadAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var output = new MemoryStream();
        PdfText.Failed? interruption = null;
        var streams = Task.WhenAll(
            SendAsync(process, pdf, stop.Token),
            ReceiveAsync(process.StandardOutput.BaseStream, output, stop.Token),
            process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token));
        try
        {
            interruption = await WatchAsync(process, streams, stop.Token);
        }
        catch (OperationCanceledException)
        {
            interruption = TookTooLong(options.Timeout);
        }
        finally
        {
            await EndAsync(process, streams, stop);
        }
        cancellationToken.ThrowIfCancellationRequested();
        interruption ??= new PdfText.Failed("broken", $"The PDF made its reader fail (exit code {process.ExitCode}).");
        return PdfReaderLines.Parse(output.ToArray()).Result(interruption);
    }

    // The heap limit binds objects; this binds all memory of the process, whatever holds it, and its processor time.
    private async Task<PdfText.Failed?> WatchAsync(Process process, Task streams, CancellationToken cancellationToken)
    {
        var exit = Task.WhenAll(streams, process.WaitForExitAsync(cancellationToken));
        while (await Task.WhenAny(exit, Task.Delay(WatchInterval, _time, cancellationToken)) != exit)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Excess(process) is { } excess)
            {
                return excess;
            }
        }
        await exit;
        return null;
    }

    private PdfText.Failed? Excess(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64 > options.ResidentBytes
                ? new PdfText.Failed("too_large", "The PDF is too large to read: it needs more memory than a PDF may use.")
                : process.TotalProcessorTime > options.ProcessorTime ? TookTooLong(options.ProcessorTime) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // it has just ended
        }
    }

    private static PdfText.Failed TookTooLong(TimeSpan limit) => new("timeout", $"Reading the PDF took longer than {limit.TotalSeconds:0.#} seconds.");

    private static async Task EndAsync(Process process, Task streams, CancellationTokenSource stop)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        await stop.CancelAsync();
        await streams.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static async Task SendAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The reader has ended before it read everything; its output, or its exit code, says why.
        }
    }

    private static async Task ReceiveAsync(Stream source, MemoryStream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (output.Length + read > MaxOutputBytes)
            {
                return;
            }
            output.Write(buffer, 0, read);
        }
    }
}
