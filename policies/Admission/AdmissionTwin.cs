using Clawdbot.Policies.Rules;

namespace Clawdbot.Policies.Admission;

/// <summary>
/// The same requirement as a rule of the pack, as a ValidatingAdmissionPolicy: for what comes to the cluster past the engine. Only what one
/// object shows on its own can have a twin. The expressions use standard CEL alone, no library of Kubernetes, so that any implementation
/// of CEL can check them, and the API server of every supported version compiles them.
/// </summary>
/// <param name="RuleId">The rule.</param>
internal sealed record AdmissionTwin(string RuleId)
{
    /// <summary>What is appended to the name, where a rule has several twins.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>What it looks at. Lists of one scope only, as namespaces are selected for all of them.</summary>
    public required IReadOnlyList<AdmissionTarget> Targets { get; init; }

    /// <summary>When it is asked at all, as an expression without variables.</summary>
    public required string Condition { get; init; }

    /// <summary>Named parts of the expressions.</summary>
    public IReadOnlyList<AdmissionVariable> Variables { get; init; } = [];

    /// <summary>What must hold.</summary>
    public required IReadOnlyList<AdmissionValidation> Validations { get; init; }

    /// <summary>Name of the object.</summary>
    public string Name => $"clawdbot-{RuleId}{Suffix}";

    /// <summary>Whether it looks at objects of the cluster.</summary>
    public bool IsOfCluster => Targets.Any(target => target.IsOfCluster);

    /// <summary>What it says, whoever broke it; the words are the rule's.</summary>
    public string Message => $"rule {RuleId}: {Rule.Title}. {Rule.Remedy}";

    /// <summary>A policy about objects with a specification: asked only when that is made or changed, so that what is wrong already can still be labelled, scaled and deleted.</summary>
    public static string SpecChanges => "request.operation != 'UPDATE' || object.spec != oldObject.spec";

    /// <summary>
    /// The most that it may ever do: <c>deny</c> where the plan is stopped too, <c>warn</c> where the plan gives advice or lets an exception pass, as an object
    /// does not show whether it is the one that was excepted, and <c>audit</c> where the objects belong to the whole cluster: other people's are among
    /// them, and no namespace tells them apart.
    /// </summary>
    /// <param name="waived">The rules that have exceptions.</param>
    public string Strictest(IReadOnlySet<string> waived) =>
        IsOfCluster ? "audit" : Rule.DefaultLevel is EnforcementLevel.Mandatory or EnforcementLevel.Remediate && !waived.Contains(RuleId) ? "deny" : "warn";

    /// <summary>The message that names the place, as an expression; null where <see cref="Message"/> says it all.</summary>
    /// <param name="validation">What does not hold.</param>
    public string? MessageExpression(AdmissionValidation validation) => validation.Place is { } place ? $"{place} + {Cel.Text($" breaks {Message}")}" : null;

    private PolicyMetadata Rule => PolicyCatalogue.Find(RuleId)?.Metadata ?? throw new InvalidOperationException($"There is no rule {RuleId} for the twin {Name}.");
}
