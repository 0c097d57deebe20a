namespace WebQA.TextBrowser.Doctor;

/// <summary>One line of <c>webqa doctor</c>: a part of the machine, whether it is in order, and what to do if not.</summary>
/// <param name="Name">The part, for example <c>Chromium</c>.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="Detail">What was found, with its path or version, or what is missing and what does not work without it.</param>
/// <param name="Remedy">A command or a setting that mends it; null where nothing needs mending.</param>
public sealed record DoctorFinding(string Name, DoctorStatus Status, string Detail, string? Remedy = null);

/// <summary>How a part of the machine is.</summary>
public enum DoctorStatus
{
    /// <summary>Found and usable.</summary>
    Ok,

    /// <summary>Usable with a restriction that the detail names.</summary>
    Warning,

    /// <summary>Not set up, which is nobody's fault; the remedy says how to.</summary>
    Off,

    /// <summary>Not there; what needs it says so and the rest works.</summary>
    Missing,
}
