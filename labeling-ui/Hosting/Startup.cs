using Microsoft.AspNetCore.Connections;
using WebQA.Storage;

namespace WebQA.LabelingUi.Hosting;

/// <summary>Runs the app and turns what a person can mend at start into one clear message.</summary>
internal static class Startup
{
    /// <summary>0 after a normal end, 1 where the app could not start, 4 where it refused to.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using var app = build();
            await app.RunAsync();
            return 0;
        }
        catch (ListenRefusedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 4;
        }
        catch (StorageException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{e.Message} Another program, perhaps another WebQA, listens there. Close it, or choose another port, for example --urls http://127.0.0.1:5081.");
            return 1;
        }
    }
}
