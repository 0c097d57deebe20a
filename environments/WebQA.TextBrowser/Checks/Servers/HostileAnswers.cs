using System.Text;
using static WebQA.TextBrowser.Checks.Servers.HostileConnection;

namespace WebQA.TextBrowser.Checks.Servers;

/// <summary>How the servers of <c>fetch.json</c> behave.</summary>
internal static class HostileAnswers
{
    private const string Html = "<!DOCTYPE html><html><title>A page</title><body><p>A page of words.</p></body></html>";

    private static readonly byte[] Mebibyte = new byte[1 << 20];

    /// <summary>The behaviour of a case; null where the case is not known.</summary>
    public static Func<HostileConnection, Task>? Of(string id) => id switch
    {
        "FETCH-001" => c => c.WaitForEverAsync(),
        "FETCH-002" => c => LettersAsync(c, "HTTP/1.1 200 OK\r\n", Second),
        "FETCH-003" => c => EndlessHeadersAsync(c, c.Path == "/slow" ? Second : TimeSpan.Zero),
        "FETCH-005" => c => c.SendAsync("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X-{i}: y\r\n")) + "\r\n"),
        "FETCH-006" => c => LettersAsync(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Html, Second / 2, atOnce: "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".Length),
        "FETCH-007" => async c =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
            await c.RepeatAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<p>Words.</p>", 5_000))), TimeSpan.Zero);
        },
        "FETCH-009" => async c =>
        {
            // One write: what comes after the next request went out is an answer to it for any client.
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n0123456789"
                + "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nsmuggled!");
            await c.SendAsync(Mebibyte);
        },
        "FETCH-010" => c => c.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n" + Html),
        "FETCH-011" => c => c.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5;{new string('x', 1 << 20)}\r\nwords\r\n0\r\n\r\n"),
        "FETCH-013" => async c =>
        {
            var (start, piece) = PackedBodies.EndlessGzip();
            await c.SendLastAsync("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", start);
            await c.RepeatAsync(piece, TimeSpan.Zero, 160);
        },
        "FETCH-014" => c => c.SendLastAsync("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", PackedBodies.BrotliBomb()),
        "FETCH-015" => c => c.SendLastAsync("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip, gzip, gzip", Mebibyte),
        "FETCH-017" => c => HalfGzipAsync(c),
        "FETCH-018" => c => c.SendLastAsync("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: x-unknown", Encoding.ASCII.GetBytes(Html)),
        "FETCH-019" => async c =>
        {
            // The body never comes, so whoever waits for it is found out.
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 5242880\r\n\r\n");
            await c.WaitForEverAsync();
        },
        "FETCH-021" => c => c.SendPageAsync(Html, "200 OK\r\nContent-Type: application/pdf"),
        "FETCH-022" => c => c.SendPageAsync(Html, "200 OK"),
        "FETCH-023" => async c =>
        {
            await c.SendAsync(Html);
            c.Close();
        },
        "FETCH-025" => async c =>
        {
            await c.RepeatAsync("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), TimeSpan.Zero, 500);
            await c.SendPageAsync(Html);
        },
        "FETCH-026" => c => c.SendLastAsync(c.Path == "/304" ? "304 Not Modified" : "204 No Content", Encoding.ASCII.GetBytes(Html)),
        "FETCH-027" => c => c.SendPageAsync(Html, "429 Too Many Requests\r\nRetry-After: 999999"),
        "FETCH-029" => c => c.SendPageAsync(Html, "401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"x\""),
        "FETCH-030" => async c =>
        {
            var cookie = Encoding.ASCII.GetBytes($"\r\nSet-Cookie: c={new string('c', 4_096)}");
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html");
            await c.RepeatAsync(cookie, TimeSpan.Zero, c.Path == "/few" ? 5 : 5_000);
            await c.SendAsync($"\r\nContent-Length: {Html.Length}\r\n\r\n{Html}");
        },
        "FETCH-031" => c => c.SendPageAsync(Html),
        "FETCH-033" => c => RobotsAsync(c, "500 Internal Server Error", "503 Service Unavailable"),
        "FETCH-034" => c => RobotsAsync(c, "404 Not Found", "403 Forbidden"),
        "FETCH-035" => c => RedirectedRobotsAsync(c),
        _ => null,
    };

    private static async Task LettersAsync(HostileConnection connection, string text, TimeSpan pause, int atOnce = 0)
    {
        await connection.SendAsync(text[..atOnce]);
        foreach (var letter in text[atOnce..])
        {
            await connection.SendAsync(letter.ToString());
            await connection.WaitAsync(pause);
        }
        await connection.RepeatAsync("."u8.ToArray(), pause);
    }

    private static async Task EndlessHeadersAsync(HostileConnection connection, TimeSpan pause)
    {
        await connection.SendAsync("HTTP/1.1 200 OK\r\n");
        await connection.RepeatAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-n: y\r\n", 128))), pause);
    }

    private static async Task HalfGzipAsync(HostileConnection connection)
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<p>Paragraph {i * 7_919 % 10_007} of a long page.</p>"));
        var packed = PackedBodies.Gzip(Encoding.ASCII.GetBytes(text));
        await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length / 2}\r\n\r\n");
        await connection.SendAsync(packed.AsMemory(0, packed.Length / 2));
    }

    /// <summary>The first host gets one status, the second another, the third no answer.</summary>
    private static Task RobotsAsync(HostileConnection connection, string first, string second) => connection.Host switch
    {
        "first.example" => connection.SendPageAsync("no", first),
        "second.example" => connection.SendPageAsync("no", second),
        _ => connection.WaitForEverAsync(),
    };

    /// <summary>The first host redirects five times before its file comes, the second six times.</summary>
    private static Task RedirectedRobotsAsync(HostileConnection connection)
    {
        var hop = int.TryParse(connection.Path.AsSpan(1), out var number) ? number : 0;
        return hop == (connection.Host == "first.example" ? 5 : 6)
            ? connection.SendPageAsync("User-agent: *\nDisallow: /", "200 OK\r\nContent-Type: text/plain")
            : connection.SendPageAsync("on", $"302 Found\r\nLocation: /{hop + 1}");
    }
}
