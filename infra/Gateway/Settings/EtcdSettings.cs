using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Where the live configuration is. It wins over this document; without etcd the last known state stays in force.</summary>
public sealed record EtcdSettings
{
    /// <summary>Client addresses.</summary>
    public required ImmutableArray<string> Endpoints { get; init; }

    /// <summary>Beginning of every key.</summary>
    public required string KeyPrefix { get; init; }

    /// <summary>Directory with <c>tls.crt</c>, <c>tls.key</c> and <c>ca.crt</c>.</summary>
    public required string CertificateDirectory { get; init; }

    /// <summary>Directory with <c>username</c> and <c>password</c>.</summary>
    public required string CredentialsDirectory { get; init; }

    /// <summary>Seconds that a read of the watch may block; shutdown waits for it.</summary>
    public required int WatchReadSeconds { get; init; }
}
