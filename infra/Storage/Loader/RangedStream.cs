using System.Globalization;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>Asks a server for the rest of a file, and believes it only when it says that it is the rest.</summary>
internal static class RangedStream
{
    /// <summary>The content from <paramref name="offset"/> on, or null when the server sends another part.</summary>
    internal static async Task<Stream?> OpenAsync(HttpReader http, Uri address, RemoteFile file, long offset, Action<HttpRequestMessage>? prepare, CancellationToken cancellation)
    {
        var response = await http.GetAsync(address, offset, prepare, cancellation);
        var range = response.Content.Headers.ContentRange;
        if ((int)response.StatusCode == 206 && (range?.From != offset || (range.Length is { } total && total != file.Size)))
        {
            response.Dispose();
            throw new TransientException(string.Create(CultureInfo.InvariantCulture, $"{Log.Show(address)} sends another part than the one from byte {offset} of {file.Size}"));
        }
        if ((int)response.StatusCode == 200 && offset > 0)
        {
            response.Dispose();
            return null;
        }
        return new ResponseStream(response, await response.Content.ReadAsStreamAsync(cancellation));
    }
}
