using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>The Hugging Face Hub, or a mirror that speaks its API. https://huggingface.co/docs/hub/api</summary>
internal sealed partial class HuggingFaceSource : IModelSource, IDisposable
{
    private const int MaximumPages = 1000;

    private readonly string _model;
    private readonly string _revision;
    private readonly Uri _endpoint;
    private readonly HttpReader _http;

    internal HuggingFaceSource(LoaderSettings settings)
    {
        (_model, _revision) = (settings.Model, settings.Revision);
        if (!Uri.TryCreate(settings.Source.Endpoint.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new LoaderException(ExitCodes.Usage, $"source.endpoint is '{settings.Source.Endpoint}'; allowed: an address with https");
        _endpoint = endpoint;
        var token = ReadToken(settings.Source.TokenFile);
        if (token is not null && endpoint.Scheme != "https" && !endpoint.IsLoopback)
            throw new LoaderException(ExitCodes.Usage, $"source.endpoint is '{settings.Source.Endpoint}', but a token must not travel without https");
        _http = new HttpReader((request, _) =>
        {
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return Task.CompletedTask;
        });
    }

    public void Dispose() => _http.Dispose();

    public async Task<string> ResolveAsync(CancellationToken cancellation)
    {
        if (Commit().IsMatch(_revision))
            return _revision;
        var (body, _) = await _http.TextAsync(Address($"api/models/{_model}/revision/{Uri.EscapeDataString(_revision)}"), cancellation);
        var commit = Parse(body, root => root.GetProperty("sha").GetString());
        return commit is not null && Commit().IsMatch(commit)
            ? commit
            : throw new LoaderException(ExitCodes.UnusableListing, $"{_endpoint} names no commit for '{_revision}'");
    }

    public async Task<IReadOnlyList<RemoteFile>> ListAsync(string resolved, CancellationToken cancellation)
    {
        var files = new List<RemoteFile>();
        var page = Address($"api/models/{_model}/tree/{resolved}?recursive=true&expand=false");
        for (var pages = 0; page is not null; pages++)
        {
            if (pages == MaximumPages)
                throw new LoaderException(ExitCodes.UnusableListing, $"the list of files has more than {MaximumPages} pages");
            var (body, headers) = await _http.TextAsync(page, cancellation);
            files.AddRange(Parse(body, root => root.EnumerateArray().Where(entry => entry.GetProperty("type").GetString() == "file").Select(Describe).ToList()));
            page = NextPage(page, headers);
        }
        return files;
    }

    public async Task<Stream?> OpenAsync(RemoteFile file, string resolved, long offset, CancellationToken cancellation)
    {
        var path = string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString));
        return await RangedStream.OpenAsync(_http, Address($"{_model}/resolve/{resolved}/{path}"), file, offset, null, cancellation);
    }

    private Uri Address(string relative) => new(_endpoint, relative);

    /// <summary>Large files are addressed by their SHA-256; small ones lie in git, which knows a SHA-1 only.</summary>
    private static RemoteFile Describe(JsonElement entry)
    {
        var path = entry.GetProperty("path").GetString() ?? "";
        if (entry.TryGetProperty("lfs", out var large) && large.ValueKind == JsonValueKind.Object)
            return new RemoteFile(path, large.GetProperty("size").GetInt64(), Digest(path, large.GetProperty("oid").GetString(), 64), null);
        return new RemoteFile(path, entry.GetProperty("size").GetInt64(), null, Digest(path, entry.GetProperty("oid").GetString(), 40));
    }

    private static string Digest(string path, string? value, int length) =>
        value?.Length == length && value.All(char.IsAsciiHexDigitLower)
            ? value
            : throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{path}' has no usable checksum in the list of files");

    /// <summary>The next page must be where this one was: the request for it carries the token.</summary>
    private static Uri? NextPage(Uri page, HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Link", out var links))
            return null;
        var match = links.Select(link => NextLink().Match(link)).FirstOrDefault(found => found.Success);
        if (match is null)
            return null;
        var next = new Uri(page, match.Groups[1].Value);
        return HttpReader.SameOrigin(page, next)
            ? next
            : throw new LoaderException(ExitCodes.UnusableListing, $"refused: the list of files continues at {next.GetLeftPart(UriPartial.Authority)}");
    }

    private T Parse<T>(string body, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new TransientException($"{_endpoint} answers something other than the Hub's API");
        }
    }

    private static string? ReadToken(string file)
    {
        if (file.Length == 0)
            return null;
        try
        {
            var token = File.ReadAllText(file).Trim();
            return token.Length > 0 && token.All(character => character is > ' ' and < (char)127)
                ? token
                : throw new LoaderException(ExitCodes.Usage, $"the token in {file} is empty or has characters that no token has");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LoaderException(ExitCodes.Usage, $"cannot read the token in {file}");
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex Commit();

    [GeneratedRegex("<([^>]+)>\\s*;[^,]*\\brel=\"?next\"?")]
    private static partial Regex NextLink();
}
