using System.Runtime.InteropServices;

namespace WebQA.Trainer;

/// <summary>Stops the process in order when its standard input closes, as it does when its parent ends, or when a signal asks for it.</summary>
internal sealed class StandardInputSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public StandardInputSignal()
    {
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            _stop.Cancel();
        }))];
        // A background thread, so that a read that never returns does not keep the process.
        new Thread(WaitForTheEnd) { IsBackground = true }.Start();
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    private void WaitForTheEnd()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (input.Read(buffer) > 0)
        {
            // Nothing is said to the trainer; only the end counts.
        }
        _stop.Cancel();
    }
}
