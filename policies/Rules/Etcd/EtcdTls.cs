using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>Certificates on both ports, asked of both sides.</summary>
internal sealed class EtcdTls() : EtcdRule(new PolicyMetadata("etcd-tls")
{
    Title = "etcd asks clients and members for certificates",
    Description = "Whoever reaches a port without them reads and writes everything, or joins as a member. Certificates that etcd makes for itself encrypt, but prove nothing.",
    Severity = PolicySeverity.Critical,
    Frameworks =
    [
        FrameworkReference.CisKubernetes("2.1"), FrameworkReference.CisKubernetes("2.2"), FrameworkReference.CisKubernetes("2.4"), FrameworkReference.CisKubernetes("2.5"),
        FrameworkReference.Clawdbot("C9.9"),
    ],
    Remedy = "Serve https, and give certificate, key and authority for clients and for members, with client-cert-auth and peer-client-cert-auth on.",
    Url = "https://etcd.io/docs/v3.6/op-guide/security/",
})
{
    private static readonly string[] Loopback = ["http://127.", "http://localhost:", "http://[::1]:"];

    /// <inheritdoc/>
    protected override void Check(EtcdMember member, RuleReport report)
    {
        CheckPort(member, report, "listen-client-urls", "", "the certificate for clients");
        if (member.HasOthers || member.Find("listen-peer-urls") is not null)
        {
            CheckPort(member, report, "listen-peer-urls", "peer-", "the certificate for members");
        }

        if (member.Find("tls-min-version") is { Value: { Length: > 0 } version } oldest && version is not ("TLS1.2" or "TLS1.3"))
        {
            Reject(member, report, "tls-min-version", oldest, "TLS1.2 or TLS1.3");
        }
    }

    // One finding for a port: what is missing first is mended first.
    private static void CheckPort(EtcdMember member, RuleReport report, string listen, string prefix, string certificate)
    {
        var urls = (member.Find(listen)?.Text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length > 0 && urls.All(IsLoopback))
        {
            return;
        }

        if (urls.Any(url => url.StartsWith("http://", StringComparison.Ordinal) && !IsLoopback(url)))
        {
            Reject(member, report, listen, member.Find(listen), "addresses that begin with https");
        }
        else if (member.Find(prefix + "auto-tls") is { IsOn: true, Value: not null } automatic)
        {
            Reject(member, report, prefix + "auto-tls", automatic, "false");
        }
        else if (Require(member, report, prefix + "cert-file", value => value.Length > 0, certificate)
            && Require(member, report, prefix + "key-file", value => value.Length > 0, "the key of it"))
        {
            _ = Require(member, report, prefix + "client-cert-auth", value => value is "true" or "1", "true")
                && Require(member, report, prefix + "trusted-ca-file", value => value.Length > 0, "the authority whose certificates are accepted");
        }
    }

    private static bool IsLoopback(string url) => Loopback.Any(start => url.StartsWith(start, StringComparison.Ordinal));
}
