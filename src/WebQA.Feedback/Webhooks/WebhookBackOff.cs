namespace WebQA.Feedback.Webhooks;

/// <summary>When a message that was not taken is tried again.</summary>
public static class WebhookBackOff
{
    /// <summary>Failed attempts in a row after which a webhook is switched off.</summary>
    public const int SwitchOffAt = 30;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <summary>The wait after so many failed attempts; null where it is given up.</summary>
    public static TimeSpan? After(int attempts) => attempts >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
