using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class SecretArgumentsTests
{
    private const string Secret = "31415";

    private static readonly string[] Bad =
    [
        $"/mnt/ceph/models/Qwen--Qwen3-32B/{Secret}", $"--api-key={Secret}", $"--max-model-len={Secret}92", $"--max-num-seqs={Secret}", "--max-num-batched-tokens=1",
        $"--dtype={Secret}", $"--quantization=fp{Secret}", $"--gpu-memory-utilization={Secret}", $"--tensor-parallel-size={Secret}", $"--shutdown-timeout={Secret}",
        $"--swap-space={Secret}", $"--max-model-lem={Secret}", $"--unheard-{Secret}", $"--host=127.0.0.{Secret}", $"--revision={Secret}", $"--kv-cache-memory-bytes={Secret}",
    ];

    [Fact]
    public void Stand_in_no_message()
    {
        var rules = PolicyCatalogue.All.Where(rule => rule is VllmRule).ToList();
        var server = VllmSamples.Deployment.With(VllmSamples.Arguments, $"[{string.Join(", ", Bad)}]").WithSecret(VllmSamples.Arguments);
        var findings = new PolicyEvaluator(rules, PolicyConfiguration.Production).CheckAll(new PolicyStack([server.Resource]));

        Assert.True(findings.Violations.Count > 8);
        Assert.DoesNotContain(findings.Violations, violation => violation.Message.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(findings.NotApplicable, undecided => undecided.Reason.Contains(Secret, StringComparison.Ordinal));
    }
}
