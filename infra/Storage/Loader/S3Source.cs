using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>
/// A bucket of S3 or of a store that speaks its API. Every wanted object needs a SHA-256: from the object <c>SHA256SUMS</c> below the prefix,
/// or from the checksum that it was uploaded with.
/// </summary>
internal sealed class S3Source : IModelSource, IDisposable
{
    private readonly LoaderSettings _settings;
    private readonly Uri _bucket;
    private readonly string _prefix;
    private readonly AwsCredentialProvider _credentials = new();
    private readonly HttpReader _http;

    internal S3Source(LoaderSettings settings)
    {
        _settings = settings;
        var source = settings.Source;
        var text = source.Endpoint.Length == 0 ? $"https://{source.Bucket}.s3.{source.Region}.amazonaws.com/" : $"{source.Endpoint.TrimEnd('/')}/{source.Bucket}/";
        if (source.Bucket.Length == 0 || source.Region.Length == 0 || !Uri.TryCreate(text, UriKind.Absolute, out var bucket) || bucket.Scheme is not ("http" or "https"))
            throw new LoaderException(ExitCodes.Usage, $"source.bucket, source.region and source.endpoint give '{text}', which is no address");
        _bucket = bucket;
        _prefix = source.Prefix.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "";
        _http = new HttpReader(async (request, cancellation) =>
            SignatureV4.Sign(request, await _credentials.GetAsync(cancellation), source.Region, TimeProvider.System.GetUtcNow()));
    }

    public void Dispose()
    {
        _http.Dispose();
        _credentials.Dispose();
    }

    /// <summary>A bucket has no commits: the revision is what its owner calls the prefix.</summary>
    public Task<string> ResolveAsync(CancellationToken cancellation) => Task.FromResult(_settings.Revision);

    public async Task<IReadOnlyList<RemoteFile>> ListAsync(string resolved, CancellationToken cancellation)
    {
        var sizes = await SizesAsync(cancellation);
        var sums = sizes.ContainsKey(FileNames.Sums)
            ? Checksums.Parse((await _http.TextAsync(Address(FileNames.Sums), cancellation)).Body, FileNames.Sums)
            : null;
        var files = new List<RemoteFile>();
        foreach (var (path, size) in sizes)
        {
            var sum = !FileNames.IsWanted(path, _settings) ? null
                : sums is not null ? sums.GetValueOrDefault(path)
                : await UploadedSumAsync(path, cancellation);
            if (sum is null && FileNames.IsWanted(path, _settings))
                throw new LoaderException(ExitCodes.UnusableListing, $"refused: '{path}' has no SHA-256; put {FileNames.Sums} below the prefix, or upload with --checksum-algorithm SHA256 in one part");
            files.Add(new RemoteFile(path, size, sum, null));
        }
        return files;
    }

    public Task<Stream?> OpenAsync(RemoteFile file, string resolved, long offset, CancellationToken cancellation) =>
        RangedStream.OpenAsync(_http, Address(file.Path), file, offset, null, cancellation);

    private Uri Address(string path) => new(_bucket, SignatureV4.EncodeKey(_prefix + path));

    private async Task<Dictionary<string, long>> SizesAsync(CancellationToken cancellation)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        var next = "";
        do
        {
            var query = $"?list-type=2&prefix={Uri.EscapeDataString(_prefix)}{(next.Length == 0 ? "" : $"&continuation-token={Uri.EscapeDataString(next)}")}";
            var (body, _) = await _http.TextAsync(new Uri(_bucket, query), cancellation);
            try
            {
                var root = XDocument.Parse(body).Root!;
                var space = root.Name.Namespace;
                foreach (var entry in root.Elements(space + "Contents"))
                {
                    var key = Value(entry, space + "Key");
                    // "Folders" of the console are empty objects whose key ends with a slash.
                    if (key.StartsWith(_prefix, StringComparison.Ordinal) && !key.EndsWith('/'))
                        sizes[key[_prefix.Length..]] = long.Parse(Value(entry, space + "Size"), CultureInfo.InvariantCulture);
                }
                next = root.Element(space + "NextContinuationToken")?.Value ?? "";
            }
            catch (Exception exception) when (exception is XmlException or FormatException)
            {
                throw new TransientException($"{Log.Show(_bucket)} answers something other than a list of objects");
            }
        }
        while (next.Length > 0);
        return sizes;
    }

    private static string Value(XElement entry, XName name) => entry.Element(name)?.Value ?? throw new FormatException();

    /// <summary>The checksum that S3 keeps; that of an upload in parts is one of the parts' checksums and says nothing here.</summary>
    private async Task<string?> UploadedSumAsync(string path, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(Address(path), 0, request => request.Headers.TryAddWithoutValidation("x-amz-checksum-mode", "ENABLED"), cancellation);
        if (!response.Headers.TryGetValues("x-amz-checksum-sha256", out var values) || values.First() is var value && value.Contains('-', StringComparison.Ordinal))
            return null;
        var buffer = new byte[32];
        return Convert.TryFromBase64String(values.First(), buffer, out var length) && length == 32 ? Convert.ToHexStringLower(buffer) : null;
    }
}
