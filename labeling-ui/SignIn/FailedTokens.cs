using System.Collections.Concurrent;

namespace WebQA.LabelingUi.SignIn;

/// <summary>Counts wrong tokens by the address they come from, so that nobody tries many. Right ones are never counted. Thread-safe.</summary>
internal sealed class FailedTokens(TimeProvider clock)
{
    /// <summary>Wrong tokens that an address may show in <see cref="Window"/>.</summary>
    public const int Most = 20;

    /// <summary>Addresses kept; a flood from more forgets the oldest windows.</summary>
    private const int MaxAddresses = 10_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _failures = new(StringComparer.Ordinal);

    /// <summary>How long failures count.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an address has to wait; null where it need not.</summary>
    public TimeSpan? WaitOf(string address) =>
        _failures.TryGetValue(address, out var failed) && failed.Count >= Most && failed.Since + Window - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null;

    /// <summary>One more wrong token.</summary>
    public void Count(string address)
    {
        var now = clock.GetUtcNow();
        if (_failures.Count >= MaxAddresses)
        {
            foreach (var (ended, _) in _failures.Where(f => f.Value.Since + Window <= now || _failures.Count >= MaxAddresses))
            {
                _failures.TryRemove(ended, out _);
            }
        }
        _failures.AddOrUpdate(address, static (_, at) => (at, 1), static (_, failed, at) => failed.Since + Window <= at ? (at, 1) : (failed.Since, failed.Count + 1), now);
    }
}
