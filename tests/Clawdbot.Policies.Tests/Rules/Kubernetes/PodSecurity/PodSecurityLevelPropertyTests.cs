using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

/// <summary>The levels are cumulative: what a control refuses at baseline, its counterpart refuses at restricted.</summary>
public sealed class PodSecurityLevelPropertyTests
{
    private static readonly string[] Places = ["spec.securityContext", "spec.initContainers[0].securityContext", "spec.containers[0].securityContext", "spec.ephemeralContainers[0].securityContext"];

    private static readonly string[] Capabilities = ["[]", "[ALL]", "[NET_BIND_SERVICE]", "[CHOWN]", "[SYS_ADMIN]", "[NET_RAW, ALL]", "nonsense"];

    private static readonly string[] Profiles = ["null", "{}", "{ type: RuntimeDefault }", "{ type: Localhost }", "{ type: Unconfined }", "{ type: 1 }"];

    private static Gen<string> Context { get; } =
        from add in Gen.Elements(Capabilities)
        from drop in Gen.Elements(Capabilities)
        from seccomp in Gen.Elements(Profiles)
        from procMount in Gen.Elements("null", "Default", "Unmasked", "''")
        select $"{{ capabilities: {{ add: {add}, drop: {drop} }}, seccompProfile: {seccomp}, procMount: {procMount} }}";

    private static Gen<string> Volumes { get; } =
        from source in Gen.Elements("emptyDir: {}", "hostPath: { path: / }", "hostPath: {}", "nfs: {}", "secret: null")
        select $"[{{ name: a, {source} }}]";

    private static Gen<Sample> Pods { get; } =
        from contexts in Gen.ArrayOf(Context, Places.Length)
        from volumes in Volumes
        from hostUsers in Gen.Elements("null", "true", "false")
        select contexts.Zip(Places)
            .Aggregate(PodSamples.All[0].Compliant, (pod, context) => pod.With(context.Second, context.First))
            .With("spec.volumes", volumes)
            .With("spec.hostUsers", hostUsers);

    [Theory]
    [InlineData("pod-capabilities-baseline", "pod-capabilities-restricted")]
    [InlineData("pod-seccomp-baseline", "pod-seccomp-restricted")]
    [InlineData("pod-proc-mount", "pod-proc-mount-restricted")]
    [InlineData("pod-host-path", "pod-volume-types")]
    public void Restricted_never_accepts_what_baseline_rejects(string baseline, string restricted) =>
        Prop.ForAll(Pods.ToArbitrary(), pod => Accepts(baseline, pod) || !Accepts(restricted, pod)).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20261129, 7));

    private static bool Accepts(string id, Sample pod) => RuleCheck.Run(PolicyCatalogue.Find(id)!, pod).Violations.Count == 0;
}
