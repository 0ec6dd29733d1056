using Clawdbot.Policies.Rules.Etcd;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Etcd;

public sealed class EtcdTlsTests
{
    private const string Container = "spec.template.spec.containers[0]";

    private const string Remedy = "Serve https, and give certificate, key and authority for clients and for members, with client-cert-auth and peer-client-cert-auth on.";

    private static readonly EtcdTls Rule = new();

    [Fact]
    public void Accepts_certificates_on_both_ports() => RuleCheck.Accepts(Rule, EtcdSamples.Members);

    [Fact]
    public void Accepts_them_in_a_script() => RuleCheck.Accepts(Rule, EtcdSamples.Members
        .With($"{Container}.command", "[sh, -c]")
        .With($"{Container}.args", """
            - |
              exec etcd -name ${HOSTNAME} --listen-client-urls https://0.0.0.0:2379 \
                --cert-file=/a --key-file=/b --trusted-ca-file /c --client-cert-auth \
                --peer-cert-file=/a --peer-key-file=/b --peer-trusted-ca-file "/c" --peer-client-cert-auth=true
            """));

    [Fact]
    public void Accepts_them_as_variables() => RuleCheck.Accepts(Rule, EtcdSamples.Members.Without($"{Container}.args").With($"{Container}.env", """
        - { name: ETCD_CERT_FILE, value: /a }
        - { name: ETCD_KEY_FILE, value: /b }
        - { name: ETCD_TRUSTED_CA_FILE, value: /c }
        - { name: ETCD_CLIENT_CERT_AUTH, value: "true" }
        - { name: ETCD_PEER_CERT_FILE, value: /a }
        - { name: ETCD_PEER_KEY_FILE, value: /b }
        - { name: ETCD_PEER_TRUSTED_CA_FILE, valueFrom: { configMapKeyRef: { name: x, key: y } } }
        - { name: ETCD_PEER_CLIENT_CERT_AUTH, value: "true" }
        """));

    [Fact]
    public void Accepts_one_member_that_only_its_pod_reaches() => RuleCheck.Accepts(
        Rule, EtcdSamples.Members.With("spec.replicas", "1").With($"{Container}.args", "['--listen-client-urls=http://127.0.0.1:2379', '--listen-peer-urls=http://localhost:2380']"));

    [Theory]
    [InlineData(1, "--listen-client-urls=http://0.0.0.0:2379", "--listen-client-urls of container 'etcd' is 'http://0.0.0.0:2379'; allowed: addresses that begin with https. ")]
    [InlineData(2, "--listen-peer-urls=http://0.0.0.0:2380", "--listen-peer-urls of container 'etcd' is 'http://0.0.0.0:2380'; allowed: addresses that begin with https. ")]
    [InlineData(3, "--auto-tls", "--auto-tls of container 'etcd' is 'true'; allowed: false. ")]
    [InlineData(3, "--debug", "--cert-file of container 'etcd' is not set; allowed: the certificate for clients. ")]
    [InlineData(4, "--debug", "--key-file of container 'etcd' is not set; allowed: the key of it. ")]
    [InlineData(5, "--debug", "--trusted-ca-file of container 'etcd' is not set; allowed: the authority whose certificates are accepted. ")]
    [InlineData(6, "--client-cert-auth=false", "--client-cert-auth of container 'etcd' is 'false'; allowed: true. ")]
    [InlineData(6, "--debug", "--client-cert-auth of container 'etcd' is not set; allowed: true. ")]
    [InlineData(7, "--debug", "--peer-cert-file of container 'etcd' is not set; allowed: the certificate for members. ")]
    [InlineData(7, "--peer-auto-tls=true", "--peer-auto-tls of container 'etcd' is 'true'; allowed: false. ")]
    [InlineData(10, "--peer-client-cert-auth=false", "--peer-client-cert-auth of container 'etcd' is 'false'; allowed: true. ")]
    [InlineData(11, "--tls-min-version=TLS1.0", "--tls-min-version of container 'etcd' is 'TLS1.0'; allowed: TLS1.2 or TLS1.3. ")]
    public void Rejects_a_port_without_them(int index, string argument, string message) => RuleCheck.Rejects(Rule, message + Remedy, EtcdSamples.WithArgument(index, argument));

    [Fact]
    public void Cannot_decide_what_a_file_sets()
    {
        var findings = RuleCheck.Run(Rule, EtcdSamples.Members.With($"{Container}.args", "[--config-file=/etc/etcd.yaml]"));
        Assert.Equal([], findings.Violations.Select(v => v.Message));
        Assert.Equal("--cert-file of container 'etcd' may be set elsewhere", findings.NotApplicable[0].Reason);
    }
}
