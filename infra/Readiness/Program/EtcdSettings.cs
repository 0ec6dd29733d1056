namespace Clawdbot.Infra.Readiness.Program;

/// <summary>The live configuration.</summary>
/// <param name="Endpoints">Every member.</param>
/// <param name="CertificateDirectory">Folder of <c>tls.crt</c>, <c>tls.key</c>, <c>ca.crt</c>; the certificate without a common name.</param>
/// <param name="CredentialsDirectory">Folder of <c>username</c> and <c>password</c>.</param>
/// <param name="ModeKey">Key of the mode.</param>
internal sealed record EtcdSettings(string[] Endpoints, string CertificateDirectory, string CredentialsDirectory, string ModeKey);
