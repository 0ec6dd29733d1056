using Clawdbot.Cli.Diffs;
using static Clawdbot.Cli.Tests.Diffs.DiffPlans;

namespace Clawdbot.Cli.Tests.Diffs;

/// <summary>A change of a ConfigMap or a Secret means what its users make of it.</summary>
public sealed class ConfigurationDiffTests
{
    private const string Mounted = """,  "volumes":[{"name":"c","configMap":{"name":"settings"}}]""";

    [Fact]
    public void Without_users_nothing_restarts() => Check(Effect.InPlace, 0, "no pod of the plan uses it; operators and side-cars re-read it", Program("Deployment", "router", ""));

    [Fact]
    public void Mounted_files_are_read_at_the_next_start() =>
        Check(Effect.ManualRestart, 2, "pod (after manual restart): it is read when a pod starts, and nothing restarts the pods", Program("Deployment", "router", Mounted));

    [Fact]
    public void A_program_that_re_reads_its_files_needs_no_restart() => Check(
        Effect.InPlace, 0, "the mounted files follow within about a minute, and the program re-reads them",
        Program("StatefulSet", "etcd", Mounted, "\"replicas\":3", program: "etcd"));

    [Fact]
    public void Even_such_a_program_reads_variables_only_at_its_start() => Check(
        Effect.ManualRestart, 3, "pod (after manual restart): it is read when a pod starts, and nothing restarts the pods",
        Program("StatefulSet", "etcd", """,  "initContainers":[{"name":"i","envFrom":[{"configMapRef":{"name":"settings"}}]}]""", "\"replicas\":3", program: "etcd"));

    [Fact]
    public void Even_such_a_program_keeps_a_single_mounted_file() => Check(
        Effect.ManualRestart, 3, "pod (after manual restart): it is read when a pod starts, and nothing restarts the pods",
        Program("StatefulSet", "etcd", Mounted + """, "initContainers":[{"name":"i","volumeMounts":[{"name":"c","mountPath":"/f","subPath":"f"}]}]""", "\"replicas\":3", program: "etcd"));

    [Fact]
    public void A_checksum_in_the_template_restarts_the_pods()
    {
        var report = Compare(
            Of(ConfigMap("settings", """{"a":"1"}"""), Program("Deployment", "router", Mounted, annotations: """{"clawdbot.dev/settings-checksum":"1"}""")),
            Of(ConfigMap("settings", """{"a":"2"}"""), Program("Deployment", "router", Mounted, annotations: """{"clawdbot.dev/settings-checksum":"2"}""")));
        Assert.Equal(
            ["pod spec.template.metadata.annotations['clawdbot.dev/settings-checksum']: 1 -> 2 | 2 of 2 | 0 / 1.2", "pod data.a: 1 -> 2 | 2 of 2 | 0 / 1.2"],
            Lines(report));
        Assert.Equal("a checksum in the pod template changes with it", report.Changes[1].Consequence.Reason);
        Assert.Single(report.Workloads);
    }

    [Fact]
    public void One_without_a_name_of_its_own_gets_a_new_one_and_restarts_who_depends_on_it()
    {
        var user = Program("Deployment", "router", "") with { Dependencies = [ConfigMap("settings", "{}").Urn] };
        var change = Assert.Single(Compare(Of(ConfigMap("settings", """{"a":"1"}""", named: false), user), Of(ConfigMap("settings", """{"a":"2"}""", named: false), user)).Changes);
        Assert.Equal((Effect.Rollout, 2), (change.Consequence.Effect, change.Pods));
    }

    [Fact]
    public void A_schedule_reads_it_at_its_next_run()
    {
        var job = Resource("kubernetes:batch/v1:CronJob", "backup", """
            {"metadata":{"namespace":"clawdbot"},"spec":{"jobTemplate":{"spec":{"template":{"spec":{"volumes":[{"name":"c","configMap":{"name":"settings"}}]}}}}}}
            """);
        Check(Effect.NextRun, 0, "the next run reads it", job);
    }

    private static void Check(Effect effect, int pods, string reason, Clawdbot.Cli.Plans.PlanResource user)
    {
        var change = Assert.Single(Compare(Of(ConfigMap("settings", """{"a":"1"}"""), user), Of(ConfigMap("settings", """{"a":"2"}"""), user)).Changes);
        Assert.Equal((effect, pods, reason), (change.Consequence.Effect, change.Pods, change.Consequence.Reason));
    }
}
