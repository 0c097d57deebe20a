namespace WebQA.LabelingUi.Keys;

/// <summary>Something that a key does.</summary>
/// <param name="Scope">Where.</param>
/// <param name="Name">What, in small letters and hyphens.</param>
/// <param name="Usual">The key unless a person chose another.</param>
/// <param name="Label">What it does, in the reader's language.</param>
public sealed record KeyAction(KeyScope Scope, string Name, KeyChord Usual, Func<string> Label)
{
    /// <summary>How a control, a script and the database name it: <c>compare.next-claim</c>.</summary>
    public string Id { get; } = $"{Scope.ToString().ToLowerInvariant()}.{Name}";

    /// <summary>Keys of a row, from digit 1; 1 where it is a key alone. Actions of a row are named <c>id.1</c> and so on.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether it stays as it is: the browser's own use of a key, or one with a meaning of its own in a text field.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether text fields have a meaning of their own for it.</summary>
    public bool IsTextsOwn { get; init; }

    /// <summary>The name of one of a row, from 1.</summary>
    public string At(int number) => $"{Id}.{number}";

    /// <summary>The chords that it takes when its key is the given one, each with the name of what it does.</summary>
    public IEnumerable<(string Id, KeyChord Chord)> Takes(KeyChord chord) =>
        Count == 1 ? [(Id, chord)] : Enumerable.Range(1, Count).Select(number => (At(number), chord.WithDigit(number)));

    /// <summary>Whether both can be asked for on the same screen.</summary>
    public bool Meets(KeyAction other) => Scope == other.Scope || Scope == KeyScope.Everywhere || other.Scope == KeyScope.Everywhere;

    /// <summary>Its <see cref="Id"/>, so that a component can write <c>data-action="@KeyMap.Quote"</c>.</summary>
    public override string ToString() => Id;
}

/// <summary>Screens with keys of their own.</summary>
public enum KeyScope
{
    Everywhere,
    Demonstrate,
    Compare,
    Review,
    Running,
}
