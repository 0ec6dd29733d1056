using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Good and bad pods for each twin about pods; each differs from the compliant one in what it is about.</summary>
internal static class PodCases
{
    private const string Pod = "spec.template.spec";
    private const string Container = $"{Pod}.containers[0]";
    private const string Context = $"{Container}.securityContext";
    private const string Annotations = "spec.template.metadata.annotations";

    private static readonly Sample Good = Workloads.Deployment;
    private static readonly Sample Windows = Good.With($"{Pod}.os", "{ name: windows }");

    /// <summary>The cases.</summary>
    public static IEnumerable<AdmissionCase> All => [.. Baseline, .. Restricted, .. Containers];

    private static AdmissionCase[] Baseline =>
    [
        Bad("pod-privileged", "a privileged container", $"{Context}.privileged", "true"),
        Bad("pod-privileged", "a privileged init container", $"{Pod}.initContainers", "[{ name: init, image: a:1, securityContext: { privileged: true } }]"),
        Bad("pod-privileged", "a privileged debugging container", $"{Pod}.ephemeralContainers", "[{ name: debug, image: a:1, securityContext: { privileged: true } }]"),
        Fine("pod-privileged", "no security context at all", Good.Without(Context)),
        Bad("pod-capabilities-baseline", "NET_ADMIN", $"{Context}.capabilities.add", "[CHOWN, NET_ADMIN]"),
        Fine("pod-capabilities-baseline", "CHOWN", Good.With($"{Context}.capabilities.add", "[CHOWN]")),
        Bad("pod-host-namespaces", "the node's network", $"{Pod}.hostNetwork", "true"),
        Bad("pod-host-namespaces", "the node's processes", $"{Pod}.hostPID", "true"),
        Bad("pod-host-namespaces", "the node's IPC", $"{Pod}.hostIPC", "true"),
        Fine("pod-host-namespaces", "an explicit no", Good.With($"{Pod}.hostIPC", "false")),
        Bad("pod-host-path", "a directory of the node", $"{Pod}.volumes", "[{ name: tmp, emptyDir: {} }, { name: root, hostPath: { path: / } }]"),
        Bad("pod-host-ports", "a port of the node", $"{Container}.ports[0].hostPort", "80"),
        Fine("pod-host-ports", "the port 0", Good.With($"{Container}.ports[0].hostPort", "0")),
        Bad("pod-proc-mount", "an open /proc", $"{Context}.procMount", "Unmasked"),
        Fine("pod-proc-mount", "an open /proc in a user namespace", Good.With($"{Context}.procMount", "Unmasked").With($"{Pod}.hostUsers", "false")),
        Bad("pod-seccomp-baseline", "an unconfined container", $"{Context}.seccompProfile.type", "Unconfined"),
        Bad("pod-seccomp-baseline", "an unconfined pod", $"{Pod}.securityContext.seccompProfile.type", "Unconfined"),
        Bad("pod-seccomp-baseline", "an annotation of old", Annotations, "{ container.seccomp.security.alpha.kubernetes.io/web: unconfined }"),
        Fine("pod-seccomp-baseline", "other annotations", Good.With(Annotations, "{ a: unconfined, seccomp.security.alpha.kubernetes.io/pod: localhost/a }")),
        Bad("pod-sysctls", "a parameter of the node", $"{Pod}.securityContext.sysctls", "[{ name: net.ipv4.tcp_syncookies, value: '1' }, { name: kernel.msgmax, value: '1' }]"),
        Fine("pod-sysctls", "a safe parameter", Good.With($"{Pod}.securityContext.sysctls", "[{ name: net.ipv4.tcp_syncookies, value: '1' }]")),
        Bad("pod-windows-host-process", "a process of the node", $"{Context}.windowsOptions", "{ hostProcess: true }"),
        Bad("pod-windows-host-process", "a pod of such", $"{Pod}.securityContext.windowsOptions", "{ hostProcess: true }"),
        Bad("pod-selinux-options", "a type outside", $"{Context}.seLinuxOptions", "{ type: spc_t }"),
        Bad("pod-selinux-options", "a user", $"{Pod}.securityContext.seLinuxOptions", "{ user: system_u }"),
        Bad("pod-selinux-options", "a role", $"{Context}.seLinuxOptions", "{ type: container_t, role: system_r }"),
        Fine("pod-selinux-options", "a level", Good.With($"{Context}.seLinuxOptions", "{ level: 's0:c1,c2', type: container_t }")),
        Bad("pod-apparmor-profile", "an unconfined container", $"{Context}.appArmorProfile", "{ type: Unconfined }"),
        Bad("pod-apparmor-profile", "an unconfined pod", $"{Pod}.securityContext.appArmorProfile", "{ type: Unconfined }"),
        Bad("pod-apparmor-profile", "an annotation of old", Annotations, "{ container.apparmor.security.beta.kubernetes.io/web: unconfined }"),
        Fine("pod-apparmor-profile", "a profile of the node", Good.With($"{Context}.appArmorProfile", "{ type: Localhost, localhostProfile: a }")),
        Bad("pod-probe-host", "a probe of another host", $"{Container}.livenessProbe.httpGet.host", "169.254.169.254"),
        Bad("pod-probe-host", "a hook to another host", $"{Container}.lifecycle", "{ preStop: { httpGet: { host: example.com, port: 80 } } }"),
        Bad("pod-probe-host", "a socket of another host", $"{Container}.startupProbe", "{ tcpSocket: { host: example.com, port: 80 } }"),
    ];

    private static AdmissionCase[] Restricted =>
    [
        Bad("pod-privilege-escalation", "what is not said", Good.Without($"{Context}.allowPrivilegeEscalation")),
        Bad("pod-privilege-escalation", "an explicit yes", $"{Context}.allowPrivilegeEscalation", "true"),
        Fine("pod-privilege-escalation", "Windows", Windows.Without($"{Context}.allowPrivilegeEscalation")),
        Bad("pod-capabilities-restricted", "nothing dropped", Good.Without($"{Context}.capabilities")),
        Bad("pod-capabilities-restricted", "some dropped", $"{Context}.capabilities.drop", "[NET_RAW]"),
        Bad("pod-capabilities-restricted", "CHOWN", $"{Context}.capabilities.add", "[CHOWN]"),
        Fine("pod-capabilities-restricted", "low ports", Good.With($"{Context}.capabilities.add", "[NET_BIND_SERVICE]")),
        Fine("pod-capabilities-restricted", "Windows", Windows.Without($"{Context}.capabilities")),
        Bad("pod-volume-types", "an address in the pod", $"{Pod}.volumes", "[{ name: a, nfs: { server: s, path: / } }]"),
        Fine("pod-volume-types", "no source, which is an emptyDir", Good.With($"{Pod}.volumes", "[{ name: a }, { name: b, persistentVolumeClaim: { claimName: b } }, { name: c, image: { reference: a } }]")),
        Bad("pod-run-as-non-root", "nobody who says it", Good.Without($"{Context}.runAsNonRoot").Without($"{Pod}.securityContext.runAsNonRoot")),
        Bad("pod-run-as-non-root", "a container that says no", $"{Context}.runAsNonRoot", "false"),
        Bad("pod-run-as-non-root", "a pod that says no", $"{Pod}.securityContext.runAsNonRoot", "false"),
        Fine("pod-run-as-non-root", "the word of the pod", Good.Without($"{Context}.runAsNonRoot")),
        Fine("pod-run-as-non-root", "the word of the container", Good.Without($"{Pod}.securityContext.runAsNonRoot")),
        Bad("pod-run-as-user", "root for the pod", $"{Pod}.securityContext.runAsUser", "0"),
        Bad("pod-run-as-user", "root for a container", $"{Context}.runAsUser", "0"),
        Bad("pod-seccomp-restricted", "no profile", Good.Without($"{Context}.seccompProfile").Without($"{Pod}.securityContext.seccompProfile")),
        Bad("pod-seccomp-restricted", "an unconfined pod", $"{Pod}.securityContext.seccompProfile", "{ type: Unconfined }"),
        Fine("pod-seccomp-restricted", "the profile of the pod", Good.Without($"{Context}.seccompProfile")),
        Fine("pod-seccomp-restricted", "Windows", Windows.Without($"{Context}.seccompProfile").Without($"{Pod}.securityContext.seccompProfile")),
        Bad("pod-proc-mount-restricted", "an open /proc in a user namespace", Good.With($"{Context}.procMount", "Unmasked").With($"{Pod}.hostUsers", "false")),
    ];

    private static AdmissionCase[] Containers =>
    [
        Bad("container-resource-requests", "no amounts at all", Good.Without($"{Container}.resources")),
        Bad("container-resource-requests", "no memory", Good.Without($"{Container}.resources.requests.memory").Without($"{Container}.resources.limits.memory")),
        Bad("container-resource-requests", "nothing of the processor", $"{Container}.resources.requests.cpu", "'0'"),
        Bad("container-resource-requests", "nothing with a unit", $"{Container}.resources.requests.memory", "0.0Mi"),
        Bad("container-resource-requests", "an init container without amounts", $"{Pod}.initContainers", "[{ name: init, image: a:1 }]"),
        Fine("container-resource-requests", "limits alone", Good.Without($"{Container}.resources.requests")),
        Fine("container-resource-requests", "the amounts of the pod", Good.Without($"{Container}.resources").With($"{Pod}.resources", "{ requests: { cpu: '1', memory: 1Gi } }")),
        Fine("container-resource-requests", "a debugging container", Good.With($"{Pod}.ephemeralContainers", "[{ name: debug, image: a:1 }]")),
        Bad("container-resource-limits", "no limit of memory", Good.Without($"{Container}.resources.limits.memory")),
        Bad("container-resource-limits", "a limit of nothing", $"{Container}.resources", "{ limits: { memory: '0' } }"),
        Fine("container-resource-limits", "the limit of the pod", Good.Without($"{Container}.resources").With($"{Pod}.resources", "{ limits: { memory: 1Gi } }")),
        Fine("container-resource-limits", "no limit of the processor", Good.Without($"{Container}.resources.limits.cpu")),
        Bad("container-image-tag", "no tag", $"{Container}.image", "registry.example.com:5000/web"),
        Bad("container-image-tag", "the latest", $"{Container}.image", "web:latest"),
        Bad("container-image-tag", "the latest of a flavour", $"{Container}.image", "web:1.2-Latest"),
        Fine("container-image-tag", "a version", Good.With($"{Container}.image", "registry.example.com:5000/web:1.2.3-alpine")),
        Bad("container-image-tag", "no tag after a host with capitals", $"{Container}.image", "Registry.example.com/web"),
        Fine("container-image-tag", "what is no image at all", Good.With($"{Container}.image", "repo/App")),
        Fine("container-image-tag", "a digest without a tag", Good.With($"{Container}.image", $"web@sha256:{new string('a', 64)}")),
        Bad("container-image-digest", "a version", $"{Container}.image", "web:1.2.3"),
        Fine("container-image-digest", "no tag, which is for another rule", Good.With($"{Container}.image", "web")),
        Bad("container-read-only-root", "what is not said", Good.Without($"{Context}.readOnlyRootFilesystem")),
        Bad("container-read-only-root", "an explicit no", $"{Context}.readOnlyRootFilesystem", "false"),
        Fine("container-read-only-root", "Windows", Windows.Without($"{Context}.readOnlyRootFilesystem")),
        Fine("container-read-only-root", "a debugging container", Good.With($"{Pod}.ephemeralContainers", "[{ name: debug, image: a:1 }]")),
        Bad("container-liveness-probe", "no probe", Good.Without($"{Container}.livenessProbe")),
        Bad("container-readiness-probe", "no probe", Good.Without($"{Container}.readinessProbe")),
        Fine("container-readiness-probe", "an init container without one", Good.With($"{Pod}.initContainers", "[{ name: init, image: a:1 }]")),
    ];

    private static AdmissionCase Bad(string twin, string what, string path, string value) => Bad(twin, what, Good.With(path, value));

    private static AdmissionCase Bad(string twin, string what, Sample sample) => new(twin, what, Breaks: true, sample);

    private static AdmissionCase Fine(string twin, string what, Sample sample) => new(twin, what, Breaks: false, sample);
}
