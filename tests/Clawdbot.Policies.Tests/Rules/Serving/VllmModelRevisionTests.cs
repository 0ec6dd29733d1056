using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmModelRevisionTests
{
    private static readonly VllmModelRevision Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_a_commit() => RuleCheck.Accepts(Rule, VllmSamples.Deployment.With(VllmSamples.Arguments, "[Qwen/Qwen3-32B, --revision=0123456789abcdef0123456789abcdef01234567]"));

    [Fact]
    public void Accepts_a_bucket() => RuleCheck.Accepts(Rule, VllmSamples.Model("s3://models/qwen"));

    [Fact]
    public void Rejects_a_name_alone() => RuleCheck.Rejects(
        Rule,
        "--revision in spec.template.spec.containers[0].args of container 'vllm' is not set; allowed: a commit of 40 hexadecimal digits, because the model is downloaded. Set --revision to the commit, or serve the model from a directory that a loader filled.",
        VllmSamples.Model("Qwen/Qwen3-32B"));

    [Fact]
    public void Rejects_a_branch() => RuleCheck.Rejects(
        Rule,
        "--revision in spec.template.spec.containers[0].args[1] of container 'vllm' is 'main'; allowed: a commit of 40 hexadecimal digits, because the model is downloaded. Set --revision to the commit, or serve the model from a directory that a loader filled.",
        VllmSamples.Deployment.With(VllmSamples.Arguments, "[--model=Qwen/Qwen3-32B, --revision=main]"));
}
