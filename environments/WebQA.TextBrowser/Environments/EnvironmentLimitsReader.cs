namespace WebQA.TextBrowser.Environments;

/// <summary>Reads the bounds of a definition.</summary>
internal static class EnvironmentLimitsReader
{
    private static readonly EnvironmentLimits Usual = new();

    /// <summary>The bounds; what is not said is as usual.</summary>
    public static EnvironmentLimits Read(JsonFields? fields)
    {
        if (fields is null)
        {
            return Usual;
        }
        var limits = new EnvironmentLimits
        {
            Results = fields.Number("results", Usual.Results, 1, 20),
            Fetch = Seconds(fields, "fetchSeconds", Usual.Fetch, 120),
            Connect = Seconds(fields, "connectSeconds", Usual.Connect, 60),
            Headers = Seconds(fields, "headersSeconds", Usual.Headers, 120),
            Redirects = fields.Number("redirects", Usual.Redirects, 0, 20),
            Render = Seconds(fields, "renderSeconds", Usual.Render, 120),
            PageBytes = fields.Number("pageBytes", Usual.PageBytes, 1_000, 100_000_000),
            ArchiveAge = TimeSpan.FromHours(fields.Number("archiveHours", (int)Usual.ArchiveAge.TotalHours, 0, 8_760)),
        };
        fields.RefuseOthers();
        return limits;
    }

    private static TimeSpan Seconds(JsonFields fields, string key, TimeSpan usual, int max) =>
        TimeSpan.FromSeconds(fields.Number(key, (int)usual.TotalSeconds, 1, max));
}
