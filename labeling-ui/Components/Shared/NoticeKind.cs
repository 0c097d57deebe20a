namespace WebQA.LabelingUi.Components.Shared;

/// <summary>How loud a notice is.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something is off, and the person decides.</summary>
    Warn,

    /// <summary>Something failed.</summary>
    Bad,
}
