using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class JobRetentionTests
{
    private const string Remedy = "Set ttlSecondsAfterFinished, long enough to read the logs.";

    private static readonly JobRetention Rule = new();

    [Fact]
    public void Accepts_a_time_to_live() => RuleCheck.Accepts(Rule, KubernetesSamples.Job, KubernetesSamples.CronJob);

    [Fact]
    public void Accepts_the_default_history() => RuleCheck.Accepts(Rule, KubernetesSamples.CronJob.Without("spec.successfulJobsHistoryLimit").Without("spec.failedJobsHistoryLimit"));

    [Fact]
    public void Accepts_a_hook_of_a_chart() => RuleCheck.Accepts(Rule, KubernetesSamples.Job.Without("spec.ttlSecondsAfterFinished").With("metadata.annotations", "helm.sh/hook: pre-install"));

    [Fact]
    public void Rejects_a_job_that_stays() => RuleCheck.Rejects(
        Rule, $"spec.ttlSecondsAfterFinished is not set; allowed: a number of seconds. {Remedy}", KubernetesSamples.Job.Without("spec.ttlSecondsAfterFinished"));

    [Fact]
    public void Rejects_a_long_history() => RuleCheck.Rejects(
        Rule, $"spec.failedJobsHistoryLimit is 1000; allowed: at most 25 without a ttlSecondsAfterFinished. {Remedy}", KubernetesSamples.CronJob.With("spec.failedJobsHistoryLimit", "1000"));

    [Fact]
    public void Cannot_decide_an_unknown_time() => RuleCheck.CannotDecide(
        Rule, "spec.ttlSecondsAfterFinished is known only after the deployment", KubernetesSamples.Job.WithUnknown("spec.ttlSecondsAfterFinished"));

    [Fact]
    public void Accepts_jobs_of_other_groups() => RuleCheck.Accepts(
        Rule, Sample.Manifest("{ apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: { name: train, namespace: shop }, spec: { minAvailable: 1 } }"));
}
