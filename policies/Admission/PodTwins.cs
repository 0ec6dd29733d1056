namespace Clawdbot.Policies.Admission;

/// <summary>Makes the twins of rules about pods, wherever these are described.</summary>
internal static class PodTwins
{
    /// <summary>
    /// Everything that describes pods. ReplicaSets are left out: a person writes Deployments, and the pods themselves are seen in any case,
    /// also when something else made them, or a debugging container is added to them.
    /// </summary>
    public static IReadOnlyList<AdmissionTarget> Everywhere { get; } = [Pods, Applications, new("batch", "v1", "cronjobs", "jobs")];

    /// <summary>What describes pods that run until they are stopped; pods that end by themselves are among them.</summary>
    public static IReadOnlyList<AdmissionTarget> Services { get; } = [Pods, Applications];

    private static AdmissionTarget Pods => new("", "v1", "pods", "pods/ephemeralcontainers");

    private static AdmissionTarget Applications => new("apps", "v1", "daemonsets", "deployments", "statefulsets");

    /// <summary>Metadata and specification of the pods.</summary>
    private static readonly AdmissionVariable Template = new(
        "template",
        "has(variables.root.spec.jobTemplate) ? variables.root.spec.jobTemplate.spec.template : has(variables.root.spec.template) ? variables.root.spec.template : variables.root");

    private static readonly AdmissionVariable Spec = new("spec", "variables.template.spec");

    /// <summary>Every container.</summary>
    public static AdmissionVariable Containers { get; } = new("containers", Lists("initContainers", "containers", "ephemeralContainers"));

    /// <summary>Those that the pod was made with: not what a person adds to a running one to look at it.</summary>
    public static AdmissionVariable Planned { get; } = new("planned", Lists("initContainers", "containers"));

    /// <summary>Those that do the work of the pod.</summary>
    public static AdmissionVariable Main { get; } = new("main", Lists("containers"));

    /// <summary>Those that run as long as the pod: the main ones, and init containers that are restarted always.</summary>
    public static AdmissionVariable LongRunning { get; } = new(
        "longRunning",
        $"{Lists("containers")} + {Lists("initContainers")}.filter(c, {Cel.Has("c", "restartPolicy")} && c.restartPolicy == 'Always')");

    /// <summary>Whether the pods are for Windows.</summary>
    public static string AreForWindows => $"({Cel.Has("variables.spec", "os.name")} && variables.spec.os.name == 'windows')";

    /// <summary>Annotations of the pods.</summary>
    public static string Annotations => Cel.Or("variables.template", "metadata.annotations", "{}");

    /// <summary>A twin about the pods as a whole.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="holds">Whether the pods with the specification <c>variables.spec</c> keep it.</param>
    public static AdmissionTwin Of(string rule, string holds) => Empty(rule).And(holds);

    /// <summary>A twin about the parts of the pods, one by one.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="list">The parts.</param>
    /// <param name="item">What a part is called in the expression.</param>
    /// <param name="wrong">Whether the part breaks the rule.</param>
    /// <param name="noun">What a part is called in messages.</param>
    public static AdmissionTwin OfItems(string rule, string list, string item, string wrong, string noun) => Empty(rule) with
    {
        Variables = [AdmissionVariable.Root, Template, Spec, new AdmissionVariable("wrong", $"{list}.filter({item}, {wrong})")],
        Validations = [new AdmissionValidation("variables.wrong.size() == 0", $"'{noun} \"' + variables.wrong[0].name + '\"'")],
    };

    /// <summary>A twin about containers.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="wrong">Whether the container <c>c</c> breaks it.</param>
    /// <param name="list">Which containers; null for all.</param>
    /// <param name="variables">Named parts of the expression.</param>
    public static AdmissionTwin OfContainers(string rule, string wrong, AdmissionVariable? list = null, params IEnumerable<AdmissionVariable> variables)
    {
        var containers = list ?? Containers;
        var twin = OfItems(rule, $"variables.{containers.Name}", "c", wrong, "container");
        return twin with { Variables = [AdmissionVariable.Root, Template, Spec, containers, .. variables, twin.Variables[^1]] };
    }

    /// <summary>A twin about a setting that pods and containers have, judged alike in both.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="wrong">Whether the security context of what it is given has a wrong setting.</param>
    public static AdmissionTwin OfContexts(string rule, Func<string, string> wrong) =>
        OfContainers(rule, wrong("c")).And($"!({wrong("variables.spec")})");

    /// <summary>A twin about a setting that every container must have, its own or the pod's.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="setting">The setting in the security context, as a path.</param>
    /// <param name="good">Whether its value, which is an expression, is allowed.</param>
    /// <param name="unless">When nothing is required.</param>
    public static AdmissionTwin OfInherited(string rule, string setting, Func<string, string> good, string? unless = null)
    {
        var path = $"securityContext.{setting}";
        var wrong = $"({Cel.Has("c", path)} ? !({good($"c.{path}")}) : !({Cel.Has("variables.spec", path)}))";
        var holds = $"!({Cel.Has("variables.spec", path)}) || {good($"variables.spec.{path}")}";
        return unless is null ? OfContainers(rule, wrong).And(holds) : OfContainers(rule, $"!{unless} && {wrong}").And($"{unless} || {holds}");
    }

    /// <summary>The same twin with one more thing that must hold for the pods as a whole.</summary>
    public static AdmissionTwin And(this AdmissionTwin twin, string holds) => twin with { Validations = [.. twin.Validations, new AdmissionValidation(holds)] };

    private static AdmissionTwin Empty(string rule) => new(rule)
    {
        Targets = Everywhere,
        Condition = AdmissionTwin.SpecChanges,
        Variables = [AdmissionVariable.Root, Template, Spec],
        Validations = [],
    };

    private static string Lists(params string[] lists) => string.Join(" + ", lists.Select(list => Cel.Or("variables.spec", list, "[]")));
}
