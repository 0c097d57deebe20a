using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace WebQA.Cli.Hosting;

/// <summary>What one run of <c>webqa</c> works with. Services are made when a command first asks for one, so that help stays instant.</summary>
internal sealed class CliSession : IAsyncDisposable
{
    private readonly Stream _output;
    private readonly Action<IServiceCollection> _addServices;
    private ServiceProvider? _services;

    /// <summary>A session.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes progress and messages.</param>
    /// <param name="addServices">Adds what the commands need.</param>
    public CliSession(Stream output, TextWriter error, Action<IServiceCollection> addServices)
    {
        _output = output;
        _addServices = addServices;
        Out = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        Error = error;
    }

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress and messages.</summary>
    public TextWriter Error { get; }

    /// <summary>Writes a result that is not text.</summary>
    public async Task WriteBytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await Out.FlushAsync(cancellationToken);
        await _output.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>A service of the application.</summary>
    public T Get<T>()
        where T : notnull
    {
        if (_services is null)
        {
            var services = new ServiceCollection();
            _addServices(services);
            _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        }
        return _services.GetRequiredService<T>();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
        await Out.FlushAsync();
    }
}
