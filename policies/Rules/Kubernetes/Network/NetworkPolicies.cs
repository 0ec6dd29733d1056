using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>What the rules about network policies share.</summary>
internal static class NetworkPolicies
{
    // Policies of network plugins: what they select is written in ways of their own.
    private static readonly string[] OtherKinds =
        ["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy", "AntreaNetworkPolicy"];

    /// <summary>The NetworkPolicies of a stack.</summary>
    public static IEnumerable<KubernetesObject> Of(PolicyStack stack) => stack.OfKind("NetworkPolicy").Where(IsBuiltIn);

    /// <summary>Namespaces with policies of a network plugin; the empty text for the whole cluster.</summary>
    public static HashSet<string> OtherNamespaces(PolicyStack stack) => new(
        OtherKinds.SelectMany(stack.OfKind).Concat(stack.OfKind("NetworkPolicy").Where(p => !IsBuiltIn(p))).Select(p => p.Namespace ?? ""), StringComparer.Ordinal);

    /// <summary>Whether <paramref name="item"/> is one of Kubernetes' own, and not of a network plugin.</summary>
    public static bool IsBuiltIn(KubernetesObject item) => item.Group is "networking.k8s.io" or "extensions";

    /// <summary>Whether <paramref name="policy"/> restricts what comes in. Every policy does that does not list its types.</summary>
    /// <exception cref="UnknownValueException">The types are not known yet.</exception>
    public static bool IsForIngress(KubernetesObject policy) => policy.Spec["policyTypes"].Items.ToList() is not { Count: > 0 } types || types.Exists(type => type.Text == "Ingress");

    /// <summary>Which pods the policies of a stack select for what comes in.</summary>
    public static SelectedPods ForIngress(PolicyStack stack, RuleReport report) => SelectedPods.By(
        Of(stack), StackPods.Of(stack), policy => IsForIngress(policy) ? policy.Spec["podSelector"] : null, report, missingSelectsAll: true);

    /// <summary>The networks that <paramref name="policy"/> lets in, and a missing place for each rule that lets everybody in.</summary>
    /// <exception cref="UnknownValueException">A rule is not known yet.</exception>
    public static IEnumerable<Property> Networks(KubernetesObject policy) => policy.Spec["ingress"].Items.SelectMany(rule =>
        rule["from"].Items.ToList() is { Count: > 0 } peers ? peers.Select(peer => peer["ipBlock"]["cidr"]).Where(range => range.IsUnreadable || range.Exists) : [rule["from"]]);

    /// <summary>Whether an element of <see cref="Networks"/> stands for everybody.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public static bool IsEverybody(Property network) => network.Text is not { } range || range.EndsWith("/0", StringComparison.Ordinal);

    /// <summary>Whether a selector has no terms, so that it selects everything.</summary>
    /// <exception cref="UnknownValueException">The selector is not known yet.</exception>
    public static bool SelectsEverything(Property selector) => !selector["matchLabels"].Entries.Any() && !selector["matchExpressions"].Items.Any();
}
