using System.Globalization;

namespace WebQA.LabelingUi.Resources;

/// <summary>Fills the texts of the resource files, numbers and dates as the reader's language writes them.</summary>
internal static class Say
{
    public static string With(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentUICulture, text, values);

    /// <summary>One or many, with the number in place of <c>{0}</c>.</summary>
    public static string Count(int n, string one, string many) => With(n == 1 ? one : many, n);

    public static string Quotes(int n) => Count(n, Strings.OneQuote, Strings.ManyQuotes);

    /// <summary>Minutes and seconds, as a stop watch shows them.</summary>
    public static string StopWatch(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>A duration in words: <c>2.4 s</c>, <c>3 min 12 s</c>.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? With(Strings.Seconds, time.TotalSeconds < 10 ? Math.Round(time.TotalSeconds, 1) : Math.Round(time.TotalSeconds))
        : With(Strings.MinutesSeconds, (int)time.TotalMinutes, time.Seconds);

    /// <summary>A date and time in this machine's zone.</summary>
    public static string When(DateTimeOffset at, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString(Strings.DateTimePattern, CultureInfo.CurrentUICulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString(Strings.DayPattern, CultureInfo.CurrentUICulture);
}
