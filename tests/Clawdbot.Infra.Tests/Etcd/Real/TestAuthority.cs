using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>Makes certificates as cert-manager would: ECDSA P-256, one folder each with tls.crt, tls.key and ca.crt.</summary>
public sealed class TestAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private static long _serial;

    public TestAuthority(string name)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _certificate = request.CreateSelfSigned(Start, Start.AddDays(2));
    }

    private static DateTimeOffset Start { get; } = DateTimeOffset.UtcNow.AddHours(-1);

    public X509Certificate2 Certificate => _certificate;

    /// <summary>For loopback, as both server and client.</summary>
    public void WriteServer(string folder, string subject = "") => Write(folder, subject, [ServerAuthentication, ClientAuthentication], builder =>
    {
        builder.AddDnsName("localhost");
        builder.AddIpAddress(IPAddress.Loopback);
    });

    /// <summary>A client with this subject: <c>O=gateway</c>, or <c>CN=root</c>.</summary>
    public void WriteClient(string folder, string subject) =>
        Write(folder, subject, [ClientAuthentication], builder => builder.AddUri(new Uri("spiffe://clawdbot/etcd-client/test")));

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private void Write(string folder, string subject, string[] usages, Action<SubjectAlternativeNameBuilder> addNames)
    {
        Directory.CreateDirectory(folder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. usages.Select(usage => new Oid(usage))], false));
        var names = new SubjectAlternativeNameBuilder();
        addNames(names);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_certificate, Start, Start.AddDays(1), BitConverter.GetBytes(Interlocked.Increment(ref _serial)));
        File.WriteAllText(Path.Combine(folder, "tls.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "tls.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "ca.crt"), _certificate.ExportCertificatePem());
    }
}
