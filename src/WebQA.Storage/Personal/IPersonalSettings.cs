namespace WebQA.Storage.Personal;

/// <summary>Settings that people make. A write has reached the disk when its task ends. Thread-safe.</summary>
public interface IPersonalSettings
{
    /// <summary>The value of a setting, or null.</summary>
    /// <param name="ownerId">Whose; null until sign-in is configured.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<string?> GetAsync(string? ownerId, string name, CancellationToken cancellationToken = default);

    /// <summary>Sets it; null removes it.</summary>
    Task SetAsync(string? ownerId, string name, string? value, CancellationToken cancellationToken = default);
}
