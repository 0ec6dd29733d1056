using Clawdbot.Policies.Rules.Kubernetes.Workloads;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.WorkloadRules;

public sealed class JobDeadlinesTests
{
    private const string Remedy = "Set activeDeadlineSeconds, or at least backoffLimit.";

    private static readonly JobDeadlines Rule = new();

    [Fact]
    public void Accepts_a_deadline() => RuleCheck.Accepts(Rule, KubernetesSamples.Job, KubernetesSamples.CronJob);

    [Fact]
    public void Accepts_a_number_of_attempts() => RuleCheck.Accepts(Rule, KubernetesSamples.Job.Without("spec.activeDeadlineSeconds"));

    [Fact]
    public void Rejects_a_job_that_says_nothing() => RuleCheck.Rejects(
        Rule,
        $"spec.activeDeadlineSeconds is not set; allowed: a number of seconds, or a backoffLimit. {Remedy}",
        KubernetesSamples.Job.Without("spec.activeDeadlineSeconds").Without("spec.backoffLimit"));

    [Fact]
    public void Rejects_a_cron_job_that_says_nothing() => RuleCheck.Rejects(
        Rule,
        $"spec.jobTemplate.spec.activeDeadlineSeconds is not set; allowed: a number of seconds, or a backoffLimit. {Remedy}",
        KubernetesSamples.CronJob.Without("spec.jobTemplate.spec.activeDeadlineSeconds"));

    [Fact]
    public void Cannot_decide_an_unknown_deadline() => RuleCheck.CannotDecide(
        Rule, "spec.activeDeadlineSeconds is known only after the deployment", KubernetesSamples.Job.WithUnknown("spec.activeDeadlineSeconds"));

    [Fact]
    public void Accepts_jobs_of_other_groups() => RuleCheck.Accepts(
        Rule, Sample.Manifest("{ apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: { name: train, namespace: shop }, spec: { minAvailable: 1 } }"));
}
