using System.Text.Json;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>
/// Finds the keys: in the environment, or at the agent of EKS Pod Identity, as the AWS SDKs do. The instance's own role is not asked: pods
/// must not have it. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
/// </summary>
internal sealed class AwsCredentialProvider : IDisposable
{
    /// <summary>Hosts that may be asked without https, as in the SDKs: loopback and the agents' link-local addresses.</summary>
    private static readonly string[] Agents = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly SemaphoreSlim _one = new(1, 1);
    private AwsCredentials? _known;

    internal async Task<AwsCredentials> GetAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_known is null || _known.Expires < TimeProvider.System.GetUtcNow() + Margin)
                _known = FromEnvironment() ?? await FromAgentAsync(cancellation);
            return _known;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _one.Dispose();
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static AwsCredentials? FromEnvironment() =>
        Variable("AWS_ACCESS_KEY_ID") is { } access && Variable("AWS_SECRET_ACCESS_KEY") is { } secret
            ? new AwsCredentials(access, secret, Variable("AWS_SESSION_TOKEN"), null)
            : null;

    private async Task<AwsCredentials> FromAgentAsync(CancellationToken cancellation)
    {
        if (Variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not { } text)
            throw new LoaderException(ExitCodes.Usage, "no AWS credentials: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set; associate the service account by EKS Pod Identity");
        var address = new Uri(text);
        if (address.Scheme != "https" && !address.IsLoopback && !Agents.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
            throw new LoaderException(ExitCodes.Usage, $"AWS_CONTAINER_CREDENTIALS_FULL_URI names {address.Host}; allowed without https: loopback and {string.Join(", ", Agents)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // The file is read each time: the kubelet renews it.
        var token = Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is { } file ? (await File.ReadAllTextAsync(file, cancellation)).Trim() : Variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
                throw new TransientException($"the credentials agent answers {(int)response.StatusCode}");
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
            var root = document.RootElement;
            return new AwsCredentials(
                root.GetProperty("AccessKeyId").GetString()!,
                root.GetProperty("SecretAccessKey").GetString()!,
                root.GetProperty("Token").GetString(),
                root.TryGetProperty("Expiration", out var end) ? end.GetDateTimeOffset() : null);
        }
        catch (Exception exception) when (HttpReader.IsTransient(exception, cancellation) || exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TransientException("the credentials agent gives no credentials");
        }
    }
}
