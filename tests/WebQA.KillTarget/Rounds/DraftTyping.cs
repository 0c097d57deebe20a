using Microsoft.Extensions.DependencyInjection;
using WebQA.Core.Feedback;
using WebQA.Storage;

namespace WebQA.KillTarget.Rounds;

/// <summary>A few people who type without end, each change saved and then reported; there to be killed.</summary>
internal static class DraftTyping
{
    /// <summary>Drafts typed at once.</summary>
    public const int Drafts = 4;

    private static readonly TimeSpan Keystroke = TimeSpan.FromMilliseconds(2);

    public static async Task RunAsync(string data)
    {
        await using var provider = Store(data);
        var drafts = provider.GetRequiredService<IDraftStore>();
        Console.WriteLine("ready");
        await Task.WhenAll(Enumerable.Range(0, Drafts).Select(draft => TypeAsync(drafts, draft)));
    }

    public static ServiceProvider Store(string data)
    {
        var services = new ServiceCollection();
        services.AddStorage(new DataFolder(data), options => options.MinFreeBytes = 0);
        return services.BuildServiceProvider();
    }

    /// <summary>Whose draft it is, and of what.</summary>
    public static (string PersonId, DraftKey Key) Names(int draft) => ($"person-{draft}", new DraftKey(DraftKey.Comparison, $"task-{draft}"));

    /// <summary>What a draft holds after so many changes.</summary>
    public static string Text(int draft, long changes) => $"{draft}:{changes}:" + new string((char)('a' + (changes % 26)), (int)(changes % 2_000));

    private static async Task TypeAsync(IDraftStore drafts, int draft)
    {
        var (person, key) = Names(draft);
        var version = (await drafts.FindAsync(person, key))?.Version ?? 0;
        var client = $"tab-{Environment.ProcessId}";
        while (true)
        {
            var outcome = await drafts.SaveAsync(person, key, new DraftChange(version, client, version + 1, Text(draft, version + 1)));
            version = outcome.Current.Version;
            Console.WriteLine($"saved {draft} {version}");
            await Task.Delay(Keystroke, TimeProvider.System);
        }
    }
}
