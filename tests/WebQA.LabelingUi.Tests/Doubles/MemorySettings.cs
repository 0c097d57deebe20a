using WebQA.Storage.Personal;

namespace WebQA.LabelingUi.Tests.Doubles;

/// <summary>Personal settings in memory.</summary>
internal sealed class MemorySettings : IPersonalSettings
{
    public Dictionary<(string? Owner, string Name), string> Values { get; } = [];

    public Task<string?> GetAsync(string? ownerId, string name, CancellationToken cancellationToken = default) => Task.FromResult(Values.GetValueOrDefault((ownerId, name)));

    public Task SetAsync(string? ownerId, string name, string? value, CancellationToken cancellationToken = default)
    {
        if (value is null)
        {
            Values.Remove((ownerId, name));
        }
        else
        {
            Values[(ownerId, name)] = value;
        }
        return Task.CompletedTask;
    }
}
