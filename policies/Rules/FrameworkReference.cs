namespace Clawdbot.Policies.Rules;

/// <summary>The counterpart of a rule in a public catalogue.</summary>
/// <param name="Framework">The catalogue.</param>
/// <param name="Control">The control's name or number there.</param>
internal sealed record FrameworkReference(string Framework, string Control)
{
    /// <summary>A control of the Pod Security Standards: https://kubernetes.io/docs/concepts/security/pod-security-standards/</summary>
    public static FrameworkReference PodSecurity(string control) => new("Pod Security Standards", control);

    /// <summary>A check of kube-linter: https://github.com/stackrox/kube-linter/blob/main/docs/generated/checks.md</summary>
    public static FrameworkReference KubeLinter(string check) => new("kube-linter", check);

    /// <summary>A check of kube-score: https://github.com/zegl/kube-score/blob/master/README_CHECKS.md</summary>
    public static FrameworkReference KubeScore(string check) => new("kube-score", check);

    /// <summary>A check of Polaris: https://polaris.docs.fairwinds.com/</summary>
    public static FrameworkReference Polaris(string check) => new("Polaris", check);

    /// <summary>A control of Kubescape, whose NSA/CISA set these belong to: https://hub.armosec.io/docs/controls</summary>
    public static FrameworkReference Nsa(string control) => new("NSA/CISA (Kubescape)", control);

    /// <summary>A section of the CIS Kubernetes Benchmark.</summary>
    public static FrameworkReference CisKubernetes(string section) => new("CIS Kubernetes Benchmark", section);

    /// <summary>A section of the CIS Amazon EKS Benchmark.</summary>
    public static FrameworkReference CisEks(string section) => new("CIS Amazon EKS Benchmark", section);

    /// <summary>A control of AWS Foundational Security Best Practices: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html</summary>
    public static FrameworkReference AwsFsbp(string control) => new("AWS FSBP", control);

    /// <summary>A requirement of this project: docs/requirements.md.</summary>
    public static FrameworkReference Clawdbot(string requirement) => new("Clawdbot", requirement);
}
