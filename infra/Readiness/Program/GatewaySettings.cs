namespace Clawdbot.Infra.Readiness.Program;

/// <summary>How to reach the access tier.</summary>
/// <param name="BaseUrl">Base URL of the API, ending with <c>/v1</c>.</param>
/// <param name="CaFile">Authority that its certificate must come from.</param>
/// <param name="TokenFile">Token that it must accept.</param>
/// <param name="CertificateHours">Hours that its certificate must still be valid.</param>
internal sealed record GatewaySettings(string BaseUrl, string CaFile, string TokenFile, int CertificateHours);
