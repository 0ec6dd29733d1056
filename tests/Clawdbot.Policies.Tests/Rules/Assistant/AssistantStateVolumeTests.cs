using Clawdbot.Policies.Rules.Assistant;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Assistant;

public sealed class AssistantStateVolumeTests
{
    private const string Mounts = "spec.template.spec.containers[0].volumeMounts";

    private const string Remedy = "Mount a PersistentVolumeClaim at the state folder, /home/node/.openclaw by default.";

    private static readonly AssistantStateVolume Rule = new();

    [Fact]
    public void Accepts_a_claim() => RuleCheck.Accepts(Rule, AssistantSamples.Deployment, AssistantSamples.Docker);

    [Theory]
    [InlineData("{ name: OPENCLAW_STATE_DIR, value: /data/state }")]
    [InlineData("{ name: HOME, value: /data }")]
    public void Accepts_a_claim_where_the_state_was_put(string variable) => RuleCheck.Accepts(
        Rule, AssistantSamples.Deployment.With(Mounts, "[{ name: state, mountPath: /data }]").With("spec.template.spec.containers[0].env", $"[{variable}]"));

    [Fact]
    public void Rejects_no_volume() => RuleCheck.Rejects(
        Rule, $"The volume at /home/node/.openclaw of container 'openclaw' is not there; allowed: a persistent volume. {Remedy}", AssistantSamples.Deployment.Without(Mounts));

    [Fact]
    public void Rejects_a_volume_of_the_pod() => RuleCheck.Rejects(
        Rule,
        $"{Mounts}[0].name of container 'openclaw' is 'state'; allowed: a volume with a PersistentVolumeClaim. It is mounted at /home/node/.openclaw. {Remedy}",
        AssistantSamples.Deployment.With("spec.template.spec.volumes[1]", "{ name: state, emptyDir: {} }"));

    [Fact]
    public void Rejects_none_in_docker() => RuleCheck.Rejects(Rule, $"volumes is not set; allowed: a volume at the state folder. {Remedy}", AssistantSamples.Docker.Without("volumes"));
}
