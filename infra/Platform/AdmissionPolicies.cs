using System.Collections.Immutable;
using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Platform;

/// <summary>
/// Rules of the policy pack that the API server checks itself: for what comes to the cluster past Pulumi, by kubectl or a chart. They concern the
/// namespaces of the system, except those of programs that need more than the rules allow.
/// </summary>
public sealed class AdmissionPolicies : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:platform:AdmissionPolicies";

    private readonly string _name;
    private readonly AdmissionPoliciesSpec _spec;

    /// <summary>Creates the policies and their bindings.</summary>
    /// <param name="name">Logical name; children are named after it and their rule.</param>
    /// <param name="args">How strict the cluster is.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public AdmissionPolicies(string name, AdmissionPoliciesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(AdmissionPoliciesRules.Check(args.Spec, $"AdmissionPolicies '{name}'", "Change the arguments of the component."));

        _name = name;
        _spec = args.Spec;
        PolicyNames = Output.All(AdmissionPolicyCatalog.All.Select(Create));
        RegisterOutputs();
    }

    /// <summary>Names of the policies.</summary>
    [Output("policyNames")]
    public Output<ImmutableArray<string>> PolicyNames { get; private set; }

    private Output<string> Create(AdmissionPolicyDefinition definition)
    {
        var mode = _spec.ModeOf(definition);
        var prefix = $"{_name}{definition.Name["clawdbot".Length..]}";
        var policy = new ValidatingAdmissionPolicy(prefix, new ValidatingAdmissionPolicyArgs { Metadata = Metadata(definition), Spec = Policy(definition.Spec, mode) }, Child());
        // The name is chosen in the file, so it is known before the cluster answers; only the dependency has to travel with it.
        var policyName = OutputUtilities.WithDependency(Output.Create(definition.Name), policy);
        _ = new ValidatingAdmissionPolicyBinding($"{prefix}-binding", new ValidatingAdmissionPolicyBindingArgs
        {
            Metadata = Metadata(definition),
            Spec = new ValidatingAdmissionPolicyBindingSpecArgs
            {
                PolicyName = policyName,
                ValidationActions = Texts(AdmissionPoliciesDefaults.Actions(mode)),
                MatchResources = new MatchResourcesArgs { MatchPolicy = "Equivalent", NamespaceSelector = Spaces(mode) },
            },
        }, Child());
        return policyName;
    }

    private CustomResourceOptions Child() => new() { Parent = this };

    private static ObjectMetaArgs Metadata(AdmissionPolicyDefinition definition) => new() { Name = definition.Name, Labels = Labels.For(definition.Rule, definition.Name, "admission-policy") };

    private LabelSelectorArgs Spaces(AdmissionMode mode) => new()
    {
        MatchLabels = { [Labels.PartOf] = "clawdbot" },
        MatchExpressions = new LabelSelectorRequirementArgs
        {
            Key = Labels.NamespaceName,
            Operator = "NotIn",
            Values = Texts(
            [
                .. AdmissionPoliciesDefaults.Privileged
                    .Concat(mode == AdmissionMode.Deny ? AdmissionPoliciesDefaults.OfCharts : [])
                    .Concat(_spec.ExemptNamespaces).Distinct().Order(StringComparer.Ordinal),
            ]),
        },
    };

    private static ValidatingAdmissionPolicySpecArgs Policy(JsonElement spec, AdmissionMode mode) => new()
    {
        FailurePolicy = AdmissionPoliciesDefaults.FailurePolicy(mode),
        MatchConstraints = new MatchResourcesArgs
        {
            MatchPolicy = Text(spec.GetProperty("matchConstraints"), "matchPolicy")!,
            ResourceRules = Items(spec.GetProperty("matchConstraints"), "resourceRules", rule => new NamedRuleWithOperationsArgs
            {
                ApiGroups = Texts(rule, "apiGroups"),
                ApiVersions = Texts(rule, "apiVersions"),
                Operations = Texts(rule, "operations"),
                Resources = Texts(rule, "resources"),
                Scope = Text(rule, "scope")!,
            }),
        },
        MatchConditions = Items(spec, "matchConditions", condition => new MatchConditionArgs { Name = Text(condition, "name")!, Expression = Text(condition, "expression")! }),
        Variables = Items(spec, "variables", variable => new VariableArgs { Name = Text(variable, "name")!, Expression = Text(variable, "expression")! }),
        Validations = Items(spec, "validations", validation => new ValidationArgs
        {
            Expression = Text(validation, "expression")!,
            Message = Text(validation, "message")!,
            MessageExpression = Text(validation, "messageExpression") is { } expression ? (Input<string>)expression : null,
        }),
    };

    private static InputList<T> Items<T>(JsonElement owner, string key, Func<JsonElement, T> read) =>
        owner.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(read).ToArray() : [];

    private static InputList<string> Texts(JsonElement owner, string key) => Items(owner, key, item => item.GetString()!);

    private static InputList<string> Texts(ImmutableArray<string> texts) => texts.ToArray();

    private static string? Text(JsonElement owner, string key) => owner.TryGetProperty(key, out var value) ? value.GetString() : null;
}
