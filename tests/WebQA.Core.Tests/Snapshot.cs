using System.Runtime.CompilerServices;

namespace WebQA.Core.Tests;

/// <summary>Compares a text with a golden file, byte for byte. With <c>WEBQA_UPDATE_GOLDEN=1</c> the file is written instead, to be reviewed like code.</summary>
internal static class Snapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Directory.GetParent(caller)!.FullName, "..", "Golden", name);
        if (Environment.GetEnvironmentVariable("WEBQA_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
