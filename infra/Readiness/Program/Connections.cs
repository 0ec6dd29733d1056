using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>HTTP clients that trust one authority and no other, and follow no redirect, which could lead a token elsewhere.</summary>
internal static class Connections
{
    /// <summary>Plain HTTP inside the cluster.</summary>
    internal static HttpClient Plain() => new(Handler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>TLS whose server comes from the authority in <paramref name="caFile"/>.</summary>
    internal static HttpClient Secure(string caFile, int connections = 0, string? certificateDirectory = null)
    {
        var handler = Handler();
        handler.SslOptions.CertificateChainPolicy = Trust(caFile);
        if (connections > 0)
            handler.MaxConnectionsPerServer = connections;
        if (certificateDirectory is not null)
        {
            var certificate = Certificate(certificateDirectory);
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Trusts the authorities in a file of PEM blocks.</summary>
    internal static X509ChainPolicy Trust(string caFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(caFile);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{caFile} cannot be read as certificates");
        }
        return policy.CustomTrustStore.Count > 0 ? policy : throw new UsageException($"{caFile} holds no certificate");
    }

    private static X509Certificate2 Certificate(string directory)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(Path.Combine(directory, "tls.crt"), Path.Combine(directory, "tls.key"));
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{directory} holds no usable tls.crt and tls.key");
        }
    }

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
}
