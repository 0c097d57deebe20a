namespace WebQA.Storage.Engines;

/// <summary>What operators set for search engines, kept for the app and the command line alike. Keys go in and are used, never shown. Thread-safe.</summary>
public interface IEngineStore
{
    /// <summary>What is set for a kind of engine; null where nothing is.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    EngineSetting? Find(string engine);

    /// <summary>The key, for a request to the engine and for nothing else; null where none is kept or it can no longer be read.</summary>
    /// <exception cref="StorageException">The database cannot be read.</exception>
    string? ReadKey(string engine);

    /// <summary>Changes what is set, and notes who did; on the disk when it returns. Does nothing where nothing differs.</summary>
    /// <param name="engine">The kind of engine.</param>
    /// <param name="change">What to set.</param>
    /// <param name="by">Who; null without sign-in.</param>
    /// <exception cref="SettingRefusedException">A value cannot be used, or the key that is kept would go to another place; the message says which and why.</exception>
    /// <exception cref="StorageException">It could not be stored.</exception>
    EngineSetting? Save(string engine, EngineChange change, string? by);
}

/// <summary>What is set for a kind of engine, its key aside.</summary>
/// <param name="Engine">The kind, for example <c>brave</c>.</param>
/// <param name="Endpoint">Where it answers; null for the engine's own address.</param>
/// <param name="Contact">The address it may write to.</param>
/// <param name="Key">Whether a key is kept.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="UpdatedBy">Who changed it; null without sign-in.</param>
public sealed record EngineSetting(string Engine, Uri? Endpoint, string? Contact, KeyState Key, DateTimeOffset UpdatedAt, string? UpdatedBy);

/// <summary>Whether a key is kept.</summary>
public enum KeyState
{
    /// <summary>None.</summary>
    None,

    /// <summary>One is kept and can be used.</summary>
    Kept,

    /// <summary>One is kept, but the keys it was encrypted with are gone. It must be entered again.</summary>
    Unreadable,
}

/// <summary>A value of a setting cannot be used; the message says which and why. Nothing was changed.</summary>
public sealed class SettingRefusedException(string message) : Exception(message);
