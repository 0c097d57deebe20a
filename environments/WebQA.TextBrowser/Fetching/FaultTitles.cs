namespace WebQA.TextBrowser.Fetching;

/// <summary>The titles of error pages, by the kind of the fault.</summary>
internal static class FaultTitles
{
    /// <summary>One line that stands for the page, also where a step says why it failed.</summary>
    public static string Of(string kind) => kind switch
    {
        "not_found" => "Page not found",
        "timeout" => "The page took too long",
        "too_large" or "decompression_bomb" or "headers_too_large" => "The page is too large",
        "needs_browser" => "This page needs a browser",
        "dns" or "no_such_host" => "The site was not found",
        "connect" => "The site cannot be reached",
        "tls" or "downgrade" => "The connection is not secure",
        "forbidden" or "sign_in" => "The site does not show this page",
        "throttled" => "The site asks for a pause",
        "server_error" => "The site has a fault",
        "unsupported_type" => "This page cannot be shown",
        "blocked" or "blocked_port" or "blocked_scheme" or "credentials" or "invalid_url" or "url_too_long" => "The address cannot be opened",
        _ => "The page cannot be read",
    };

    /// <summary>Whether asking again would bring the same.</summary>
    public static bool IsLasting(string kind) => kind is "not_found" or "too_large" or "decompression_bomb" or "unsupported_type";
}
