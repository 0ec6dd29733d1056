namespace Clawdbot.Policies.Admission.Twins;

/// <summary>Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline</summary>
internal static class PodSecurityBaselineTwins
{
    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        PodTwins.OfContainers("pod-privileged", Cel.Or("c", "securityContext.privileged", "false")),

        PodTwins.OfContainers("pod-capabilities-baseline", $"{Cel.Or("c", "securityContext.capabilities.add", "[]")}.exists(k, !(k in {Cel.Texts(DefaultCapabilities)}))"),

        PodTwins.Of("pod-host-namespaces", string.Join(" && ", new[] { "hostNetwork", "hostPID", "hostIPC" }.Select(flag => $"!{Cel.Or("variables.spec", flag, "false")}"))),

        PodTwins.OfItems("pod-host-path", Cel.Or("variables.spec", "volumes", "[]"), "v", "has(v.hostPath)", "volume"),

        PodTwins.OfContainers("pod-host-ports", $"{Cel.Or("c", "ports", "[]")}.exists(p, {Cel.Or("p", "hostPort", "0")} != 0)"),

        // In a user namespace the masks may go: then the API server takes the pod, otherwise it does not.
        PodTwins.OfContainers("pod-proc-mount", $"{Cel.Or("c", "securityContext.procMount", "'Default'")} != 'Default' && {Cel.Or("variables.spec", "hostUsers", "true")}"),

        PodTwins.OfContexts("pod-seccomp-baseline", root => $"{Cel.Has(root, "securityContext.seccompProfile")} && !({Confines(root, "seccompProfile")})")
            .And(Profiles(["seccomp.security.alpha.kubernetes.io/pod"], "container.seccomp.security.alpha.kubernetes.io/", ["runtime/default", "docker/default"])),

        PodTwins.OfItems("pod-sysctls", Cel.Or("variables.spec", "securityContext.sysctls", "[]"), "s", $"!(s.name in {Cel.Texts(SafeParameters)})", "parameter"),

        PodTwins.OfContexts("pod-windows-host-process", root => Cel.Or(root, "securityContext.windowsOptions.hostProcess", "false")),

        PodTwins.OfContexts("pod-selinux-options", root => $"!({SeLinux(root, "type")} in ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'])"
            + $" || {SeLinux(root, "user")} != '' || {SeLinux(root, "role")} != ''"),

        PodTwins.OfContexts("pod-apparmor-profile", root => $"{Cel.Has(root, "securityContext.appArmorProfile")} && !({Confines(root, "appArmorProfile")})")
            .And(Profiles([], "container.apparmor.security.beta.kubernetes.io/", ["", "runtime/default"])),

        PodTwins.OfContainers("pod-probe-host", string.Join(" || ", Handlers.SelectMany(handler => new[] { "httpGet", "tcpSocket" }.Select(action => $"{Cel.Or("c", $"{handler}.{action}.host", "''")} != ''")))),
    ];

    // What the runtime gives anyway, without NET_RAW.
    private static IEnumerable<string> DefaultCapabilities =>
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    // As in Kubernetes 1.32 to 1.36.
    private static IEnumerable<string> SafeParameters =>
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem",
    ];

    private static IEnumerable<string> Handlers => ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];

    private static string Confines(string root, string profile) => $"{Cel.Or(root, $"securityContext.{profile}.type", "''")} in ['RuntimeDefault', 'Localhost']";

    private static string SeLinux(string root, string option) => Cel.Or(root, $"securityContext.seLinuxOptions.{option}", "''");

    /// <summary>Whether the annotations that set profiles before there were fields name one that confines.</summary>
    private static string Profiles(IEnumerable<string> keys, string prefix, IEnumerable<string> good) =>
        $"{PodTwins.Annotations}.all(k, !({string.Join("", keys.Select(key => $"k == {Cel.Text(key)} || "))}k.startsWith({Cel.Text(prefix)}))"
        + $" || {PodTwins.Annotations}[k] in {Cel.Texts(good)} || {PodTwins.Annotations}[k].startsWith('localhost/'))";
}
