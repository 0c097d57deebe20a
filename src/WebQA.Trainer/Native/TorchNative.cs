using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WebQA.Trainer.Native;

/// <summary>Settings of native libraries that have to stand before libtorch loads.</summary>
/// <remarks>libgomp reads OMP_WAIT_POLICY once, when it loads; with its default, threads that wait for work burn the cores of a busy machine
/// (measured: 400 small steps in 27 s against .85 s). .NET's own environment does not reach native <c>getenv</c> on Linux, so libc is called.</remarks>
internal static partial class TorchNative
{
#pragma warning disable CA2255 // It must run before any TorchSharp type is touched.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetEnvironmentVariable("OMP_WAIT_POLICY", "passive", overwrite: 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
