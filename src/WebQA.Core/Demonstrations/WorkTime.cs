namespace WebQA.Core.Demonstrations;

/// <summary>Time that a person spent on something.</summary>
/// <param name="Active">With input less than a minute ago, in a tab that can be seen.</param>
/// <param name="Idle">The rest of the time while it was open.</param>
public readonly record struct WorkTime(TimeSpan Active, TimeSpan Idle);
