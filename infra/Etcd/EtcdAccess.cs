using System.Collections.Immutable;

namespace Clawdbot.Infra.Etcd;

/// <summary>Who may do what with the live configuration.</summary>
public static class EtcdAccess
{
    /// <summary>User of the members' own tools and of backups. etcd fixes the name, and a certificate with this common name has no password.</summary>
    public const string Root = "root";

    /// <summary>User of access tier and Router.</summary>
    public const string Gateway = "gateway";

    /// <summary>User of people and of the readiness check, which switches <c>/clawdbot/mode</c>.</summary>
    public const string Operator = "operator";

    /// <summary>All keys of the system.</summary>
    public const string Everything = "/clawdbot/";

    /// <summary>Model servers that get no new requests; the Router writes it while one is repaired or leaves.</summary>
    public const string Drain = "/clawdbot/drain/";

    /// <summary>Users with passwords who are no administrators.</summary>
    public static ImmutableArray<string> Users { get; } = [Gateway, Operator];

    /// <summary>
    /// What the users may do. The gateway reads all and writes drains only: whoever takes it over cannot change the mode, add a pool or
    /// shift weights.
    /// </summary>
    public static ImmutableArray<EtcdGrant> Grants { get; } =
    [
        new(Gateway, "READ", Everything),
        new(Gateway, "READWRITE", Drain),
        new(Operator, "READWRITE", Everything),
    ];
}
