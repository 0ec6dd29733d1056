using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class EtcdQuorumTests
{
    private static readonly EtcdQuorum Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Accepts_a_budget_of_what_may_be_missing() => RuleCheck.Accepts(Rule, Complete.With("etcd-budget", "spec", "{ maxUnavailable: 1, selector: { matchLabels: { app.kubernetes.io/name: etcd } } }").All);

    [Fact]
    public void Accepts_options_as_variables() => RuleCheck.Accepts(Rule, Complete.With("etcd", "spec.template.spec.containers[0].args[5]", "--quota=1").With("etcd", "spec.template.spec.containers[0].env", "[{ name: ETCD_CLIENT_CERT_AUTH, value: 'true' }]").All);

    [Fact]
    public void Rejects_a_system_without_etcd() => RuleCheck.Rejects(
        Rule,
        "etcd (a workload with the component etcd) is missing; allowed: three members. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.Lacking("etcd").All);

    [Fact]
    public void Rejects_an_even_number_of_members() => RuleCheck.Rejects(
        Rule,
        "spec.replicas is 4; allowed: an odd number, 3 or more. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.replicas", "4").With("etcd-budget", "spec.minAvailable", "3").All);

    [Fact]
    public void Rejects_a_single_member() => RuleCheck.Rejects(
        Rule,
        "spec.replicas is 1; allowed: an odd number, 3 or more. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.replicas", "1").All);

    [Fact]
    public void Rejects_members_without_a_budget() => RuleCheck.Rejects(
        Rule,
        "A PodDisruptionBudget for etcd is missing; allowed: one that keeps the majority. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.Lacking("etcd-budget").All);

    [Fact]
    public void Rejects_a_budget_below_the_majority() => RuleCheck.Rejects(
        Rule,
        "spec.minAvailable is 1; allowed: at least 2 members, the majority of 3. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd-budget", "spec.minAvailable", "1").All);

    [Fact]
    public void Rejects_a_budget_that_lets_the_majority_go() => RuleCheck.Rejects(
        Rule,
        "spec.maxUnavailable is '50%'; allowed: at most 1, which leaves 2 members, the majority of 3. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd-budget", "spec", "{ maxUnavailable: 50%, selector: { matchLabels: { app.kubernetes.io/name: etcd } } }").All);

    [Fact]
    public void Rejects_members_that_may_share_a_host() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution is not set; allowed: a term for the members themselves with topologyKey kubernetes.io/hostname. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.Without("etcd", "spec.template.spec.affinity").All);

    [Fact]
    public void Rejects_members_that_are_apart_by_zone_only() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution is a list of 1; allowed: a term for the members themselves with topologyKey kubernetes.io/hostname. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey", "topology.kubernetes.io/zone").All);

    [Fact]
    public void Rejects_members_without_a_certificate() => RuleCheck.Rejects(
        Rule,
        "--cert-file of container 'etcd' is not set; allowed: the path of a mounted file. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.containers[0].args[2]", "--quota=1").All);

    [Fact]
    public void Rejects_peers_without_an_authority() => RuleCheck.Rejects(
        Rule,
        "--peer-trusted-ca-file of container 'etcd' is not set; allowed: the path of a mounted file. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.containers[0].args[8]", "--quota=1").All);

    [Fact]
    public void Rejects_clients_without_a_certificate() => RuleCheck.Rejects(
        Rule,
        "--client-cert-auth of container 'etcd' is 'false'; allowed: true. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.containers[0].args[5]", "--client-cert-auth=false").All);

    [Fact]
    public void Rejects_peers_without_a_certificate() => RuleCheck.Rejects(
        Rule,
        "--peer-client-cert-auth of container 'etcd' is not set; allowed: true. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.containers[0].args[9]", "--quota=1").All);

    [Fact]
    public void Rejects_addresses_without_TLS() => RuleCheck.Rejects(
        Rule,
        "--listen-client-urls of container 'etcd' is 'http://0.0.0.0:2379'; allowed: https addresses. Run three members with required anti-affinity by host, a PodDisruptionBudget for the majority, and certificates for clients and peers.",
        Complete.With("etcd", "spec.template.spec.containers[0].args[0]", "--listen-client-urls=http://0.0.0.0:2379").All);

    [Fact]
    public void Cannot_decide_an_unknown_number_of_members() => RuleCheck.CannotDecide(Rule, "spec.replicas is known only after the deployment", Complete.WithUnknown("etcd", "spec.replicas").All);
}
