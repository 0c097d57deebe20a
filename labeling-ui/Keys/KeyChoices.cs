using System.Collections.Immutable;
using System.Text.Json;
using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Keys;

/// <summary>The keys as one person has them: the usual ones but for those they changed, and whether single keys act at all.</summary>
internal sealed record KeyChoices
{
    public static readonly KeyChoices Usual = new();

    private ImmutableDictionary<string, KeyChord> _own = ImmutableDictionary<string, KeyChord>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Whether keys that type a character act. Those held with Ctrl or Alt, and Esc, always do.</summary>
    public bool SingleKeysAct { get; init; } = true;

    /// <summary>Whether a key was changed.</summary>
    public bool HasOwn => _own.Count > 0;

    /// <summary>The key of an action; of a row, the first.</summary>
    public KeyChord Of(KeyAction action) => _own.GetValueOrDefault(action.Id, action.Usual);

    /// <summary>Whether a person changed it.</summary>
    public bool IsOwn(KeyAction action) => _own.ContainsKey(action.Id);

    /// <summary>Each action's key, rows as so many, for keys.js.</summary>
    public IReadOnlyDictionary<string, string> ByAction() =>
        KeyMap.All.SelectMany(action => action.Takes(Of(action))).ToDictionary(static taken => taken.Id, static taken => taken.Chord.ToString(), StringComparer.Ordinal);

    /// <summary>The same with another key for an action.</summary>
    /// <exception cref="KeyRefusedException">The action cannot have it.</exception>
    public KeyChoices With(KeyAction action, string? pressed)
    {
        if (action.IsFixed)
        {
            throw new KeyRefusedException(Say.With(KeysStrings.RefusedFixed, action.Label()));
        }
        if (!KeyChord.TryParse(pressed, out var chord) || chord.Key is "enter" or "escape" && chord.IsSingle || chord.Key.StartsWith("arrow", StringComparison.Ordinal))
        {
            throw new KeyRefusedException(KeysStrings.RefusedKey);
        }
        if (chord.IsKeptByBrowsers)
        {
            throw new KeyRefusedException(Say.With(KeysStrings.RefusedBrowser, string.Join(" + ", chord.Caps)));
        }
        if (action.Count > 1 && !chord.IsDigit)
        {
            throw new KeyRefusedException(Say.With(KeysStrings.RefusedRow, action.Count));
        }
        var wanted = action.Count > 1 ? chord.WithDigit(1) : chord;
        if (Holder(action, wanted) is { } holder)
        {
            throw new KeyRefusedException(Say.With(KeysStrings.RefusedTaken, string.Join(" + ", holder.Chord.Caps), holder.Action.Label()));
        }
        return this with { _own = wanted == action.Usual ? _own.Remove(action.Id) : _own.SetItem(action.Id, wanted) };
    }

    /// <summary>The same with an action's usual key again.</summary>
    /// <exception cref="KeyRefusedException">Another action has it now.</exception>
    public KeyChoices WithUsual(KeyAction action) => With(action, action.Usual.ToString());

    /// <summary>As it is kept in the database.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Kept(SingleKeysAct, _own.ToDictionary(static own => own.Key, static own => own.Value.ToString(), StringComparer.Ordinal)));

    /// <summary>Reads what was kept. What another version kept and this one does not know is left out.</summary>
    public static KeyChoices FromJson(string? json)
    {
        var kept = Read(json);
        var choices = Usual with { SingleKeysAct = kept?.SingleKeysAct ?? true };
        foreach (var (id, pressed) in kept?.Own ?? [])
        {
            if (KeyMap.All.FirstOrDefault(action => action.Id == id) is { } action)
            {
                try
                {
                    choices = choices.With(action, pressed);
                }
                catch (KeyRefusedException)
                {
                    // A later version gave that key to something else; the usual one stays.
                }
            }
        }
        return choices;
    }

    private (KeyAction Action, KeyChord Chord)? Holder(KeyAction wanting, KeyChord wanted)
    {
        var chords = wanting.Takes(wanted).Select(static taken => taken.Chord).ToHashSet();
        return KeyMap.All
            .Where(action => action.Id != wanting.Id && action.Meets(wanting))
            .SelectMany(action => action.Takes(Of(action)).Select(taken => (action, taken.Chord)))
            .Where(taken => chords.Contains(taken.Chord))
            .Select(static taken => ((KeyAction, KeyChord)?)taken)
            .FirstOrDefault();
    }

    private static Kept? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Kept>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Kept(bool SingleKeysAct, Dictionary<string, string>? Own);
}

/// <summary>An action cannot have a key; the message says why, for the person.</summary>
internal sealed class KeyRefusedException(string message) : Exception(message);
