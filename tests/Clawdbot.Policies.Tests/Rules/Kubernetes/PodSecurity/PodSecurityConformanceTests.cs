using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

/// <summary>
/// Every control of the standard, with values that it accepts and values that it does not, in every kind of object and in every list of containers. A path that begins
/// with <c>container.</c> stands for each container, any other for the pod's metadata or spec.
/// </summary>
public sealed class PodSecurityConformanceTests
{
    private const string OfContainer = "container.";

    private static readonly string[] Containers = ["spec.initContainers[0].", "spec.containers[0].", "spec.ephemeralContainers[0]."];

    public static TheoryData<string, string, string[], string[]> Baseline { get; } = new()
    {
        { "pod-windows-host-process", "spec.securityContext.windowsOptions.hostProcess", ["null", "false"], ["true"] },
        { "pod-windows-host-process", "container.securityContext.windowsOptions.hostProcess", ["null", "false"], ["true"] },
        { "pod-host-namespaces", "spec.hostNetwork", ["null", "false"], ["true"] },
        { "pod-host-namespaces", "spec.hostPID", ["null", "false"], ["true"] },
        { "pod-host-namespaces", "spec.hostIPC", ["null", "false"], ["true"] },
        { "pod-privileged", "container.securityContext.privileged", ["null", "false"], ["true"] },
        { "pod-capabilities-baseline", "container.securityContext.capabilities.add", ["null", "[]", "[CHOWN, SYS_CHROOT]"], ["[SYS_TIME]", "[NET_RAW]", "[chown]"] },
        { "pod-host-path", "spec.volumes", ["null", "[]", "[{ name: a, emptyDir: {} }]"], ["[{ name: a, hostPath: { path: /dev } }]", "[{ name: a, hostPath: {} }]"] },
        { "pod-host-ports", "container.ports", ["null", "[{ containerPort: 80 }]", "[{ containerPort: 80, hostPort: 0 }]"], ["[{ containerPort: 80, hostPort: 80 }]"] },
        { "pod-probe-host", "container.livenessProbe", ["{ httpGet: { port: 80 } }", "{ httpGet: { port: 80, host: '' } }", "{ grpc: { port: 80 } }"], ["{ httpGet: { port: 80, host: localhost } }"] },
        { "pod-probe-host", "container.readinessProbe", ["{ tcpSocket: { port: 80 } }"], ["{ tcpSocket: { port: 80, host: 169.254.169.254 } }"] },
        { "pod-probe-host", "container.lifecycle", ["{ preStop: { httpGet: { port: 80 } } }"], ["{ preStop: { httpGet: { port: 80, host: a } } }", "{ postStart: { tcpSocket: { port: 80, host: a } } }"] },
        { "pod-apparmor-profile", "spec.securityContext.appArmorProfile", ["null", "{ type: RuntimeDefault }", "{ type: Localhost }"], ["{ type: Unconfined }", "{}"] },
        { "pod-apparmor-profile", "container.securityContext.appArmorProfile", ["null", "{ type: RuntimeDefault }", "{ type: Localhost }"], ["{ type: Unconfined }", "{ type: runtime/default }"] },
        { "pod-apparmor-profile", "metadata.annotations", ["{ container.apparmor.security.beta.kubernetes.io/main: localhost/a }"], ["{ container.apparmor.security.beta.kubernetes.io/main: unconfined }"] },
        { "pod-selinux-options", "spec.securityContext.seLinuxOptions", ["{ type: container_engine_t }", "{ level: s0 }"], ["{ type: spc_t }", "{ user: root }", "{ role: object_r }"] },
        { "pod-selinux-options", "container.securityContext.seLinuxOptions", ["{ type: container_kvm_t }", "{}"], ["{ type: unconfined_t }", "{ user: root }", "{ role: object_r }"] },
        { "pod-proc-mount", "container.securityContext.procMount", ["null", "Default"], ["Unmasked"] },
        { "pod-seccomp-baseline", "spec.securityContext.seccompProfile", ["null", "{ type: Localhost }"], ["{ type: Unconfined }", "{}"] },
        { "pod-seccomp-baseline", "container.securityContext.seccompProfile", ["null", "{ type: RuntimeDefault }"], ["{ type: Unconfined }"] },
        { "pod-seccomp-baseline", "metadata.annotations", ["{ seccomp.security.alpha.kubernetes.io/pod: runtime/default }"], ["{ seccomp.security.alpha.kubernetes.io/pod: unconfined }", "{ container.seccomp.security.alpha.kubernetes.io/main: unconfined }"] },
        { "pod-sysctls", "spec.securityContext.sysctls", ["[]", "[{ name: kernel.shm_rmid_forced, value: '0' }]"], ["[{ name: kernel.msgmax, value: '1' }]"] },
    };

    public static TheoryData<string, string, string[], string[]> Restricted { get; } = new()
    {
        { "pod-volume-types", "spec.volumes", ["[{ name: a, projected: {} }, { name: b, csi: { driver: a } }]"], ["[{ name: a, nfs: { server: a } }]", "[{ name: a, hostPath: { path: / } }]"] },
        { "pod-privilege-escalation", "container.securityContext.allowPrivilegeEscalation", ["false"], ["null", "true"] },
        { "pod-run-as-non-root", "spec.securityContext.runAsNonRoot", ["true"], ["false"] },
        { "pod-run-as-non-root", "container.securityContext.runAsNonRoot", ["null", "true"], ["false"] },
        { "pod-run-as-user", "spec.securityContext.runAsUser", ["null", "1"], ["0"] },
        { "pod-run-as-user", "container.securityContext.runAsUser", ["null", "1"], ["0"] },
        { "pod-seccomp-restricted", "spec.securityContext.seccompProfile", ["{ type: Localhost }"], ["{ type: Unconfined }"] },
        { "pod-seccomp-restricted", "container.securityContext.seccompProfile", ["null", "{ type: RuntimeDefault }"], ["{ type: Unconfined }"] },
        { "pod-capabilities-restricted", "container.securityContext.capabilities", ["{ drop: [ALL] }", "{ drop: [ALL], add: [NET_BIND_SERVICE] }"], ["null", "{ drop: [NET_RAW] }", "{ drop: [ALL], add: [CHOWN] }"] },
        { "pod-proc-mount-restricted", "container.securityContext.procMount", ["null", "Default"], ["Unmasked"] },
    };

    [Fact]
    public void Every_control_of_the_standard_is_here()
    {
        Assert.Equal(12, Controls(Baseline).Length);
        Assert.Equal(7, Controls(Restricted).Length);
        Assert.All(Controls(Baseline), id => Assert.StartsWith("baseline: ", Standard(id), StringComparison.Ordinal));
        Assert.All(Controls(Restricted), id => Assert.StartsWith("restricted: ", Standard(id), StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_satisfies_every_control() =>
        Assert.All(Controls(Baseline).Concat(Controls(Restricted)), id => Assert.All(PodSamples.All, sample => RuleCheck.Accepts(Rule(id), sample.Compliant)));

    [Theory]
    [MemberData(nameof(Baseline))]
    [MemberData(nameof(Restricted))]
    public void Each_control_tells_good_from_bad_wherever_it_stands(string id, string path, string[] good, string[] bad)
    {
        foreach (var (kind, place, sample) in PodSamples.All.SelectMany(sample => Places(path).Select(place => (sample.Kind, sample.Pod + place, sample.Compliant))))
        {
            Assert.All(good, value => Assert.Equal((kind, place, 0), (kind, place, RuleCheck.Run(Rule(id), sample.With(place, value)).Violations.Count)));
            Assert.All(bad, value => Assert.Equal((kind, place, 1), (kind, place, RuleCheck.Run(Rule(id), sample.With(place, value)).Violations.Count)));
        }
    }

    private static IEnumerable<string> Places(string path) =>
        path.StartsWith(OfContainer, StringComparison.Ordinal) ? Containers.Select(container => container + path[OfContainer.Length..]) : [path];

    private static string[] Controls(TheoryData<string, string, string[], string[]> rows) => [.. rows.Select(row => (string)row[0]).Distinct(StringComparer.Ordinal)];

    private static string Standard(string id) => Assert.Single(Rule(id).Metadata.Frameworks, f => f.Framework == "Pod Security Standards").Control;

    private static PolicyRule Rule(string id) => PolicyCatalogue.Find(id) ?? throw new InvalidOperationException($"There is no rule {id}.");
}
