namespace Clawdbot.Policies.Admission.Twins;

/// <summary>Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted</summary>
internal static class PodSecurityRestrictedTwins
{
    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        PodTwins.OfContainers("pod-privilege-escalation", $"!{PodTwins.AreForWindows} && {Cel.Or("c", "securityContext.allowPrivilegeEscalation", "true")}"),

        PodTwins.OfContainers(
            "pod-capabilities-restricted",
            $"!{PodTwins.AreForWindows} && (!('ALL' in {Cel.Or("c", "securityContext.capabilities.drop", "[]")}) || {Cel.Or("c", "securityContext.capabilities.add", "[]")}.exists(k, k != 'NET_BIND_SERVICE'))"),

        PodTwins.OfItems("pod-volume-types", Cel.Or("variables.spec", "volumes", "[]"), "v", $"!v.all(k, k in {Cel.Texts(VolumeTypes)})", "volume"),

        PodTwins.OfInherited("pod-run-as-non-root", "runAsNonRoot", value => value),

        PodTwins.OfContexts("pod-run-as-user", root => $"{Cel.Or(root, "securityContext.runAsUser", "1")} == 0"),

        PodTwins.OfInherited("pod-seccomp-restricted", "seccompProfile", value => $"{Cel.Or(value, "type", "''")} in ['RuntimeDefault', 'Localhost']", PodTwins.AreForWindows),

        PodTwins.OfContainers("pod-proc-mount-restricted", $"{Cel.Or("c", "securityContext.procMount", "'Default'")} != 'Default'"),
    ];

    // The members of a volume: its name and one source.
    private static IEnumerable<string> VolumeTypes => ["name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];
}
