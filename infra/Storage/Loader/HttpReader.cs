using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Reads over HTTP. Credentials go to the origin of the first address only, whatever redirects say.</summary>
/// <param name="authorize">Adds credentials to a request to the source itself.</param>
internal sealed class HttpReader(Func<HttpRequestMessage, CancellationToken, Task> authorize) : IDisposable
{
    private const int MaximumRedirects = 5;
    private const string Product = "clawdbot-model-loader";

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The answer to a GET; its body is not read yet.</summary>
    /// <param name="address">What to read.</param>
    /// <param name="offset">First byte wanted.</param>
    /// <param name="prepare">Adds headers to requests to the source itself.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <returns>200 or 206.</returns>
    /// <exception cref="TransientException">The source may answer later.</exception>
    /// <exception cref="LoaderException">The source refuses.</exception>
    internal async Task<HttpResponseMessage> GetAsync(Uri address, long offset, Action<HttpRequestMessage>? prepare, CancellationToken cancellation)
    {
        var current = address;
        for (var redirects = 0; redirects <= MaximumRedirects; redirects++)
        {
            var isSource = SameOrigin(current, address);
            var response = await SendAsync(current, offset, isSource, prepare, cancellation);
            if (!IsRedirect(response.StatusCode))
                return Accept(response, current, isSource);
            using (response)
                current = Follow(current, response.Headers.Location);
        }
        throw new LoaderException(ExitCodes.SourceRefused, $"{Log.Show(address)} redirects more than {MaximumRedirects} times");
    }

    /// <summary>The whole body of a small answer.</summary>
    internal async Task<(string Body, HttpResponseHeaders Headers)> TextAsync(Uri address, CancellationToken cancellation)
    {
        using var response = await GetAsync(address, 0, null, cancellation);
        try
        {
            return (await response.Content.ReadAsStringAsync(cancellation), response.Headers);
        }
        catch (Exception exception) when (IsTransient(exception, cancellation))
        {
            throw new TransientException($"{Log.Show(address)} broke off");
        }
    }

    internal static bool SameOrigin(Uri left, Uri right) =>
        left.GetLeftPart(UriPartial.Authority).Equals(right.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    internal static bool IsTransient(Exception exception, CancellationToken cancellation) =>
        exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address, long offset, bool isSource, Action<HttpRequestMessage>? prepare, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Product, null));
        if (offset > 0)
            request.Headers.Range = new RangeHeaderValue(offset, null);
        if (isSource)
        {
            prepare?.Invoke(request);
            await authorize(request, cancellation);
        }
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (Exception exception) when (IsTransient(exception, cancellation))
        {
            throw new TransientException($"{Log.Show(address)} does not answer: {exception.Message}");
        }
    }

    private static Uri Follow(Uri from, Uri? location)
    {
        var to = location is null ? null : new Uri(from, location);
        if (to is null || to.Scheme is not ("http" or "https") || (from.Scheme == "https" && to.Scheme != "https"))
            throw new LoaderException(ExitCodes.SourceRefused, $"{Log.Show(from)} redirects to {(to is null ? "nowhere" : Log.Show(to))}, which is refused");
        return to;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static HttpResponseMessage Accept(HttpResponseMessage response, Uri address, bool isSource)
    {
        var status = (int)response.StatusCode;
        if (status is 200 or 206)
            return response;
        using (response)
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{Log.Show(address)} answers {status}");
            // A signed address of a content network expires; the source gives a new one at the next attempt.
            if (status is 408 or 416 or 425 or 429 or >= 500 || (!isSource && (status is 401 or 403)))
                throw new TransientException(shown, RetryAfter(response));
            throw new LoaderException(ExitCodes.SourceRefused, status switch
            {
                401 or 403 => $"{shown}: the credentials may not read it, or it does not exist (gated models need an accepted licence)",
                404 => $"{shown}: no such model, revision or file",
                _ => shown,
            });
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > TimeProvider.System.GetUtcNow() => date - TimeProvider.System.GetUtcNow(),
        _ => null,
    };
}
