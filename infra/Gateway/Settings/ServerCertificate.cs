using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>A certificate and the names it is for.</summary>
/// <param name="ServerNames">Host names.</param>
/// <param name="Directory">Directory with <c>tls.crt</c> and <c>tls.key</c>.</param>
public sealed record ServerCertificate(ImmutableArray<string> ServerNames, string Directory);
