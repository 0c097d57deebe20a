using WebQA.Storage.Personal;

namespace WebQA.LabelingUi.Keys;

/// <summary>The keys of the person at a page; one for each circuit. Kept in the database, so that a person has them in every browser.</summary>
internal sealed class KeysInUse(IPersonalSettings settings)
{
    private const string Setting = "keys";

    private string? _person;

    /// <summary>The keys were read or changed.</summary>
    public event EventHandler? Changed;

    public KeyChoices Choices { get; private set; } = KeyChoices.Usual;

    /// <summary>Reads a person's keys.</summary>
    public async Task LoadAsync(string person, CancellationToken cancellationToken = default)
    {
        _person = person;
        Choices = KeyChoices.FromJson(await settings.GetAsync(person, Setting, cancellationToken));
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Keeps a change; it is on the disk when this ends.</summary>
    public async Task SaveAsync(KeyChoices choices, CancellationToken cancellationToken = default)
    {
        await settings.SetAsync(_person, Setting, choices is { SingleKeysAct: true, HasOwn: false } ? null : choices.ToJson(), cancellationToken);
        Choices = choices;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
