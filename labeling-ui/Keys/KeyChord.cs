using WebQA.LabelingUi.Resources;

namespace WebQA.LabelingUi.Keys;

/// <summary>What is pressed: a key and what is held with it, written as <c>ctrl+shift+z</c>, small letters, in this order.</summary>
/// <remarks>keys.js writes the same of what was pressed: letters and signs by the character, digits by the key, so that each keyboard layout has them.</remarks>
public readonly record struct KeyChord
{
    /// <summary>Keys without a character, and how they are shown.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["enter"] = "↵", ["escape"] = "Esc", ["arrowdown"] = "↓", ["arrowup"] = "↑", ["arrowright"] = "→", ["arrowleft"] = "←",
    };

    /// <summary>What browsers do not give to pages, or people need to copy and paste.</summary>
    private static readonly HashSet<string> Kept = new(
        ["a", "c", "v", "x", "w", "t", "n", "q", "l", "r", "shift+w", "shift+t", "shift+n", "shift+q", "shift+i", "shift+j", "shift+c"], StringComparer.Ordinal);

    private KeyChord(bool hasControl, bool hasAlt, bool hasShift, string key) => (HasControl, HasAlt, HasShift, Key) = (hasControl, hasAlt, hasShift, key);

    /// <summary>Whether Ctrl is held, or Command on a Mac.</summary>
    public bool HasControl { get; }

    public bool HasAlt { get; }

    /// <summary>Whether Shift is held; of signs it is part of the character.</summary>
    public bool HasShift { get; }

    /// <summary>The character, small, or the name of a key without one.</summary>
    public string Key { get; }

    /// <summary>Whether it types a character, so that it must not act in text fields and can be switched off.</summary>
    public bool IsSingle => !HasControl && !HasAlt && Key != "escape";

    public bool IsDigit => Key is [>= '1' and <= '9'];

    /// <summary>Whether browsers keep it for themselves or people need it for text.</summary>
    public bool IsKeptByBrowsers => HasControl && !HasAlt && Kept.Contains(HasShift ? $"shift+{Key}" : Key);

    /// <summary>The keys as a person reads them, those that are held first.</summary>
    public IEnumerable<string> Caps
    {
        get
        {
            if (HasControl)
            {
                yield return KeysStrings.CapControl;
            }
            if (HasAlt)
            {
                yield return "Alt";
            }
            if (HasShift)
            {
                yield return KeysStrings.CapShift;
            }
            yield return Named.GetValueOrDefault(Key, Key.ToUpperInvariant());
        }
    }

    /// <summary>Reads a chord; false where it is none that an action can have.</summary>
    public static bool TryParse(string? text, out KeyChord chord)
    {
        chord = default;
        // The plus sign is a character too.
        var parts = text is null or { Length: > 40 } ? [] : text.EndsWith('+') ? [.. text[..^1].Split('+', StringSplitOptions.RemoveEmptyEntries), "+"] : text.Split('+');
        if (parts is not [.. var held, var key] || !(Named.ContainsKey(key) || key is [> ' ' and not (>= '\u007f' and < '\u00a1')] && !char.IsSurrogate(key[0]) && !char.IsUpper(key[0])))
        {
            return false;
        }
        chord = new KeyChord(held.Contains("ctrl"), held.Contains("alt"), held.Contains("shift"), key);
        // Of signs, Shift is what makes the character on some keyboards and not on others.
        return chord.ToString() == text && (!chord.HasShift || char.IsLetterOrDigit(key[0]));
    }

    /// <summary>Reads a chord of the table.</summary>
    public static KeyChord Of(string text) => TryParse(text, out var chord) ? chord : throw new ArgumentException($"'{text}' is no key.", nameof(text));

    /// <summary>The same with another digit.</summary>
    public KeyChord WithDigit(int digit) => new(HasControl, HasAlt, HasShift, $"{digit}");

    public override string ToString() => $"{(HasControl ? "ctrl+" : null)}{(HasAlt ? "alt+" : null)}{(HasShift ? "shift+" : null)}{Key}";
}
