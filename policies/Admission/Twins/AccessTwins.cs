namespace Clawdbot.Policies.Admission.Twins;

/// <summary>Rights in the API: each rule once for the namespaces of the system, and once for the cluster, where it only audits.</summary>
internal static class AccessTwins
{
    private const string Group = "rbac.authorization.k8s.io";

    // What Kubernetes gives to everybody itself.
    private static readonly string[] PublicRoles = ["system:public-info-viewer", "system:discovery", "system:basic-user", "system:service-account-issuer-discovery"];

    private static readonly string[] Everybody = ["system:anonymous", "system:unauthenticated", "system:authenticated"];

    private static readonly string[] Lists = ["apiGroups", "resources", "verbs"];

    /// <summary>The twins.</summary>
    public static IReadOnlyList<AdmissionTwin> All { get; } =
    [
        Of("rbac-wildcards", new AdmissionTarget(Group, "v1", "roles"), "rules", NoStars),
        // The roles that Kubernetes makes itself are marked.
        Of("rbac-wildcards", new AdmissionTarget(Group, "v1", "clusterroles") { IsOfCluster = true }, "rules", $"{Cel.Text("kubernetes.io/bootstrapping")} in {Cel.Or("variables.root.metadata", "labels", "{}")} || {NoStars}"),
        Of("rbac-cluster-admin", new AdmissionTarget(Group, "v1", "rolebindings"), "subjects", NoAdministrator, NotEverybody),
        Of("rbac-cluster-admin", new AdmissionTarget(Group, "v1", "clusterrolebindings") { IsOfCluster = true }, "subjects", NoAdministrator, NotEverybody),
    ];

    private static string NoStars => $"{Cel.Or("variables.root", "rules", "[]")}.all(r, {string.Join(" && ", Lists.Select(list => $"!{Cel.Or("r", list, "[]")}.exists(x, x in ['*', '*/*'])"))})";

    // The binding of the group of administrators is Kubernetes' own.
    private static string NoAdministrator => $"!(variables.root.roleRef.kind == 'ClusterRole' && variables.root.roleRef.name == 'cluster-admin')"
        + $" || {Cel.Or("variables.root", "metadata.name", "''")} == 'cluster-admin' && {Subjects}.all(s, s.name == 'system:masters')";

    private static string NotEverybody => $"variables.root.roleRef.name in {Cel.Texts(PublicRoles)} || !{Subjects}.exists(s, s.name in {Cel.Texts(Everybody)} && s.kind != 'ServiceAccount')";

    private static string Subjects => Cel.Or("variables.root", "subjects", "[]");

    private static AdmissionTwin Of(string rule, AdmissionTarget target, string content, params IEnumerable<string> holds) => new(rule)
    {
        Suffix = target.IsOfCluster ? "-cluster" : "",
        Targets = [target],
        Condition = $"request.operation != 'UPDATE' || {Cel.Or("object", content, "[]")} != {Cel.Or("oldObject", content, "[]")}",
        Variables = [AdmissionVariable.Root],
        Validations = [.. holds.Select(expression => new AdmissionValidation(expression))],
    };
}
