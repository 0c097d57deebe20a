using System.Text.Json;

namespace WebQA.TextBrowser.Checks.Injection;

/// <summary>One attack: the case, the stage it is played on, and what went wrong.</summary>
internal sealed class Attack(JsonElement testCase, ProductDoors doors) : IDisposable
{
    private readonly List<string> _faults = [];

    /// <summary>What the attacker has prepared, in the case's words.</summary>
    public string Setup => CaseFile.Text(testCase, "setup") ?? string.Empty;

    /// <summary>What the policy is made to do, in the case's words.</summary>
    public string Action => CaseFile.Text(testCase, "compromised_policy_action") ?? string.Empty;

    /// <summary>The folder of the case file, for cases about other files beside it.</summary>
    public required string Folder { get; init; }

    public ProductDoors Doors => doors;

    public AttackStage Stage { get; } = new();

    public IReadOnlyList<string> Faults => [.. _faults, .. Walls.Breaches(Stage)];

    /// <summary>Notes a fault where something does not hold.</summary>
    public void Require(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }

    public void Dispose() => Stage.Dispose();
}
