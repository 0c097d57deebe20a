namespace WebQA.TextBrowser.Fetching.Http;

/// <summary>Where a redirect leads.</summary>
internal static class RedirectTarget
{
    /// <summary>The URL, resolved against the page it came from; null where it cannot be read.</summary>
    public static string? Of(Uri from, HttpResponseMessage response)
    {
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.First().Trim() : null;
        if (string.IsNullOrEmpty(location) || location.Any(char.IsControl))
        {
            return null;
        }
        if (location.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{from.Scheme}:{location}";
        }
        var colon = location.IndexOf(':', StringComparison.Ordinal);
        var isAbsolute = colon > 0 && location.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
        return isAbsolute ? location.TrimEnd('/') is "http:" or "https:" ? null : location
            : Uri.TryCreate(from, location, out var target) ? target.AbsoluteUri : null;
    }
}
