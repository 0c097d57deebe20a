namespace WebQA.Storage.Schema;

/// <summary>A setting that a person made.</summary>
public sealed class SettingRow
{
    /// <summary>Whose it is; empty until sign-in is configured.</summary>
    public required string OwnerId { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }
}
