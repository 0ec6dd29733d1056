using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>How the access tier speaks TLS.</summary>
public sealed record TlsSettings
{
    /// <summary>Oldest version: <c>TLSv1.2</c> or <c>TLSv1.3</c>.</summary>
    public required string MinimumVersion { get; init; }

    /// <summary>Ciphers of TLS 1.2, in OpenSSL's names; those of TLS 1.3 are all sound.</summary>
    public required ImmutableArray<string> Ciphers { get; init; }

    /// <summary>Certificates by server name; the first one also serves clients that name no server.</summary>
    public required ImmutableArray<ServerCertificate> Certificates { get; init; }

    /// <summary>Seconds between two looks at the files; a renewed certificate is taken without a restart.</summary>
    public required int ReloadSeconds { get; init; }
}
