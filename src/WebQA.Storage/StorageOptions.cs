using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace WebQA.Storage;

/// <summary>Limits of the store.</summary>
public sealed class StorageOptions
{
    /// <summary>How long a lease holds without being renewed. The default is 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often other processes' changes are looked for while somebody watches. The default is 250 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Free bytes below which no new episode begins. The default is 500 MB.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 500_000_000;

    /// <summary>How long a locked database is waited for. The default is 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan LockWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Characters of page text kept in memory, for pages read lately; with what is derived from it each takes about 20 bytes. The default is 4 million.</summary>
    [Range(0, 1_000_000_000)]
    public int PageCacheCharacters { get; set; } = 4_000_000;
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
