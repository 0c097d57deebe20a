using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace WebQA.Models.Inference;

/// <summary>A loaded ONNX model and what runs it. Running is thread-safe.</summary>
internal sealed partial class OnnxSession : IDisposable
{
    private OnnxSession(InferenceSession session, ExecutionProvider provider)
    {
        Session = session;
        Provider = provider;
    }

    public InferenceSession Session { get; }

    public ExecutionProvider Provider { get; }

    /// <summary>Loads a model on CUDA where the build has it and a device answers, else on the CPU, with one log line that says which and why.</summary>
    public static OnnxSession Open(string path, int threads, bool preferGpu, ILogger logger)
    {
        var session = OpenFirst(path, threads, preferGpu);
        LogLoaded(logger, path, session.Provider.Name, session.Provider.Reason);
        return session;
    }

    public void Dispose() => Session.Dispose();

    private static OnnxSession OpenFirst(string path, int threads, bool preferGpu)
    {
        if (!preferGpu)
        {
            return OnCpu(path, threads, "the settings ask for the CPU");
        }
        if (!OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider", StringComparer.Ordinal))
        {
            return OnCpu(path, threads, "this build has no CUDA; build with -p:UseGpu=true for it");
        }
        using var options = new SessionOptions();
        try
        {
            options.AppendExecutionProvider_CUDA(0);
            return new OnnxSession(new InferenceSession(path, options), new ExecutionProvider("CUDA", "a CUDA device answered"));
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            return OnCpu(path, threads, $"CUDA is in this build but did not start ({e.Message.Split('\n')[0]})");
        }
    }

    private static OnnxSession OnCpu(string path, int threads, string reason)
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
        };
        return new OnnxSession(new InferenceSession(path, options), new ExecutionProvider("CPU", reason));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Model {Model} runs on {Provider}: {Reason}.")]
    private static partial void LogLoaded(ILogger logger, string model, string provider, string reason);
}
