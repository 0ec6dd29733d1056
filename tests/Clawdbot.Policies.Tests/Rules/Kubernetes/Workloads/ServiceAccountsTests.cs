using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class ServiceAccountsTests
{
    private const string Name = "spec.template.spec.serviceAccountName";
    private const string Remedy = "allowed: the name of a service account other than default. Create a ServiceAccount for the application and name it in serviceAccountName.";

    private static readonly ServiceAccounts Rule = new();

    [Fact]
    public void Accepts_an_account_of_its_own() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_the_old_name_of_the_field() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Name).With("spec.template.spec.serviceAccount", "web"));

    [Fact]
    public void Rejects_no_account() => RuleCheck.Rejects(Rule, $"spec.template.spec.serviceAccountName is not set; {Remedy}", Workloads.Deployment.Without(Name));

    [Fact]
    public void Rejects_the_default_account() => RuleCheck.Rejects(Rule, $"spec.template.spec.serviceAccountName is 'default'; {Remedy}", Workloads.Deployment.With(Name, "default"));

    [Fact]
    public void Cannot_decide_an_unknown_name() => RuleCheck.CannotDecide(Rule, "spec.template.spec.serviceAccountName is known only after the deployment", Workloads.Deployment.WithUnknown(Name));
}
