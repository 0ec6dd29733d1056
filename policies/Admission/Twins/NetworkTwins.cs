namespace Clawdbot.Policies.Admission.Twins;

/// <summary>What is reached from outside.</summary>
internal static class NetworkTwins
{
    private const string AwsScheme = "service.beta.kubernetes.io/aws-load-balancer-scheme";
    private const string SourceRanges = "service.beta.kubernetes.io/load-balancer-source-ranges";

    // What clouds call a load balancer without a public address.
    private static readonly (string Annotation, string Value)[] Internal =
    [
        ("service.beta.kubernetes.io/aws-load-balancer-internal", "true|0[.]0[.]0[.]0/0"),
        (AwsScheme, "internal"),
        ("networking.gke.io/load-balancer-type", "internal"),
        ("cloud.google.com/load-balancer-type", "internal"),
        ("service.beta.kubernetes.io/azure-load-balancer-internal", "true"),
        ("service.beta.kubernetes.io/openstack-internal-load-balancer", "true"),
        ("service.beta.kubernetes.io/oci-load-balancer-internal", "true"),
        ("service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private"),
    ];

    // Controllers whose load balancers are internal unless the Service says otherwise.
    private static readonly string[] InternalClasses = ["service.k8s.aws/nlb", "eks.amazonaws.com/nlb", "tailscale"];

    // Controllers of clouds take the certificate from elsewhere.
    private static readonly string[] CertificateAnnotations =
    [
        "alb.ingress.kubernetes.io/certificate-arn", "networking.gke.io/managed-certificates", "ingress.gcp.kubernetes.io/pre-shared-cert", "networking.gke.io/certmap",
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate", "route.openshift.io/termination",
    ];

    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        // A node port that keeps the addresses of clients may be guarded by network policies, which the Service does not show.
        Of(
            "service-exposure",
            new AdmissionTarget("", "v1", "services"),
            $"{Cel.Or("variables.root.spec", "type", "''")} != 'NodePort' || {Cel.Or("variables.root.spec", "externalTrafficPolicy", "''")} == 'Local'",
            $"{Cel.Or("variables.root.spec", "type", "''")} != 'LoadBalancer' || {IsInternal} || {HasSources}",
            $"{Cel.Or("variables.root.spec", "externalIPs", "[]")}.size() == 0"),

        // An entry without hosts stands for all of them. A star stands for one label: '^[^.]' before '*.example.com' makes it a pattern.
        Of(
            "ingress-tls",
            new AdmissionTarget("networking.k8s.io", "v1", "ingresses"),
            $"{HasCertificateElsewhere} || {Tls}.exists(t, {Cel.Or("t", "hosts", "[]")}.size() == 0)"
            + $" || {Tls}.size() > 0 && {Cel.Or("variables.root.spec", "rules", "[]")}.all(r, {Cel.Or("r", "host", "''")} == ''"
            + $" || {Tls}.exists(t, {Cel.Or("t", "hosts", "[]")}.exists(h, h == r.host || h.startsWith('*.') && r.host.matches('^[^.]' + h + '$'))))"),
    ];

    private static string Tls => Cel.Or("variables.root.spec", "tls", "[]");

    private static string IsInternal =>
        $"({string.Join(" || ", Internal.Select(known => Says(known.Annotation, $"^(?i:{known.Value})$")))}"
        + $" || ({Cel.Or("variables.root.spec", "loadBalancerClass", "''")} in {Cel.Texts(InternalClasses)} || {Says("service.beta.kubernetes.io/aws-load-balancer-type", "^(external|nlb-ip)$")})"
        + $" && !({Says(AwsScheme, "^internet-facing$")}))";

    private static string HasSources =>
        $"({Ranges}.size() > 0 || {Says(SourceRanges, ".")}) && !{Ranges}.exists(r, r.endsWith('/0')) && !({Says(SourceRanges, "/0 *(,|$)")})";

    private static string Ranges => Cel.Or("variables.root.spec", "loadBalancerSourceRanges", "[]");

    private static string HasCertificateElsewhere =>
        $"{Cel.Texts(CertificateAnnotations)}.exists(k, k in variables.annotations) || {Says("alb.ingress.kubernetes.io/listen-ports", "(?i:HTTPS)")}"
        + $" || {Says("nginx.ingress.kubernetes.io/ssl-passthrough", "^true$")} || {Says("traefik.ingress.kubernetes.io/router.tls", "^true$")}";

    private static string Says(string annotation, string pattern) => $"{Cel.Text(annotation)} in variables.annotations && variables.annotations[{Cel.Text(annotation)}].matches({Cel.Text(pattern)})";

    /// <summary>Annotations decide as well, so a change of them is a change.</summary>
    private static AdmissionTwin Of(string rule, AdmissionTarget target, params IEnumerable<string> holds) => new(rule)
    {
        Targets = [target],
        Condition = $"{AdmissionTwin.SpecChanges} || {Cel.Or("object", "metadata.annotations", "{}")} != {Cel.Or("oldObject", "metadata.annotations", "{}")}",
        Variables = [AdmissionVariable.Root, new AdmissionVariable("annotations", Cel.Or("variables.root", "metadata.annotations", "{}"))],
        Validations = [.. holds.Select(expression => new AdmissionValidation(expression))],
    };
}
