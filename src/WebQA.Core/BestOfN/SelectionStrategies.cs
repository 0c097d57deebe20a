namespace WebQA.Core.BestOfN;

/// <summary>Names of the strategies, as people type them and documents hold them.</summary>
public static class SelectionStrategies
{
    private static readonly (string Name, SelectionStrategy Strategy)[] Named =
    [
        ("reward", SelectionStrategy.Reward), ("reward-min", SelectionStrategy.RewardMin), ("citation", SelectionStrategy.Citation), ("gate+reward", SelectionStrategy.GateReward),
    ];

    /// <summary>All names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Named.Select(static n => n.Name)];

    /// <summary>A strategy's name.</summary>
    public static string NameOf(SelectionStrategy strategy) => Named.First(n => n.Strategy == strategy).Name;

    /// <summary>The strategy of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those there are.</exception>
    public static SelectionStrategy Parse(string name) => Named.FirstOrDefault(n => n.Name == name) is { Name: not null } found
        ? found.Strategy
        : throw new ArgumentException($"There is no way to choose named '{name}'. There is: {string.Join(", ", Names)}.", nameof(name));
}
