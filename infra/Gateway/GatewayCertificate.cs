namespace Clawdbot.Infra.Gateway;

/// <summary>
/// Who signs the certificate for the public host: one of the nested records, nothing else. The name inside the cluster is always signed by an
/// authority of the system's own, because public authorities refuse such names.
/// </summary>
public abstract record GatewayCertificate
{
    private GatewayCertificate()
    {
    }

    /// <summary>The system's own authority signs the public host too; clients have to trust it.</summary>
    public sealed record OwnAuthority : GatewayCertificate;

    /// <summary>An issuer that the cluster already has.</summary>
    /// <param name="Name">Name of the ClusterIssuer.</param>
    public sealed record ClusterIssuer(string Name) : GatewayCertificate;
}
