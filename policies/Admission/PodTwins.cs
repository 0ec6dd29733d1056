namespace Clawdbot.Policies.Admission;

/// <summary>Makes the twins of rules about pods, wherever these are described.</summary>
internal static class PodTwins
{
    /// <summary>
    /// Everything that describes pods. ReplicaSets are left out: a person writes Deployments, and the pods themselves are seen in any case,
    /// also when something else made them, or a debugging container is added to them.
    /// </summary>
    public static IReadOnlyList<AdmissionTarget> Everywhere { get; } =
    [
        new("", "v1", "pods", "pods/ephemeralcontainers"),
        new("apps", "v1", "daemonsets", "deployments", "statefulsets"),
        new("batch", "v1", "cronjobs", "jobs"),
    ];

    /// <summary>Metadata and specification of the pods. Untyped, because the type checker looks at every kind in turn, and no kind has all the paths.</summary>
    private static readonly AdmissionVariable Template = new(
        "template",
        "has(dyn(object).spec.jobTemplate) ? dyn(object).spec.jobTemplate.spec.template : has(dyn(object).spec.template) ? dyn(object).spec.template : dyn(object)");

    private static readonly AdmissionVariable Spec = new("spec", "variables.template.spec");

    private static readonly AdmissionVariable Containers = new(
        "containers",
        string.Join(" + ", new[] { "initContainers", "containers", "ephemeralContainers" }.Select(list => Cel.Or("variables.spec", list, "[]"))));

    private static readonly AdmissionVariable LongRunning = new(
        "longRunning",
        $"variables.spec.containers + {Cel.Or("variables.spec", "initContainers", "[]")}.filter(c, {Cel.Has("c", "restartPolicy")} && c.restartPolicy == 'Always')");

    /// <summary>Whether the pods are for Windows.</summary>
    public static string IsWindows => $"({Cel.Has("variables.spec", "os.name")} && variables.spec.os.name == 'windows')";

    /// <summary>A twin about all containers of the pods.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="wrong">Whether the container <c>c</c> breaks it.</param>
    /// <param name="variables">Named parts of it.</param>
    public static AdmissionTwin OfContainers(string rule, string wrong, params IEnumerable<AdmissionVariable> variables) => OfContainers(rule, "containers", wrong, variables);

    /// <summary>A twin about the containers that run as long as the pod.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="wrong">Whether the container <c>c</c> breaks it.</param>
    /// <param name="variables">Named parts of it.</param>
    public static AdmissionTwin OfLongRunning(string rule, string wrong, params IEnumerable<AdmissionVariable> variables) => OfContainers(rule, "longRunning", wrong, variables);

    /// <summary>A twin about the pods as a whole.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="holds">Whether the pods with the specification <c>variables.spec</c> keep it.</param>
    /// <param name="variables">Named parts of it.</param>
    public static AdmissionTwin Of(string rule, string holds, params IEnumerable<AdmissionVariable> variables) => new(rule)
    {
        Targets = Everywhere,
        Condition = AdmissionTwin.SpecChanges,
        Variables = [Template, Spec, .. variables],
        Validations = [new AdmissionValidation(holds)],
    };

    /// <summary>The same twin with one more thing that must hold for the pods as a whole.</summary>
    public static AdmissionTwin And(this AdmissionTwin twin, string holds) => twin with { Validations = [.. twin.Validations, new AdmissionValidation(holds)] };

    private static AdmissionTwin OfContainers(string rule, string list, string wrong, IEnumerable<AdmissionVariable> variables) => new(rule)
    {
        Targets = Everywhere,
        Condition = AdmissionTwin.SpecChanges,
        Variables = [Template, Spec, list == LongRunning.Name ? LongRunning : Containers, .. variables, new AdmissionVariable("wrong", $"variables.{list}.filter(c, {wrong})")],
        Validations = [new AdmissionValidation("variables.wrong.size() == 0", "'container \"' + variables.wrong[0].name + '\"'")],
    };
}
