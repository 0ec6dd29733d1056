using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Gateway;

/// <summary>Rules for the models and pools of <see cref="GatewaySpec"/>.</summary>
public static class GatewayModelRules
{
    /// <summary>All mistakes in names, aliases, fallbacks and weights.</summary>
    /// <param name="spec">The gateway.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(GatewaySpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        if (spec.Pools.IsDefaultOrEmpty)
        {
            findings.Add(DiagnosticIds.MissingArgument, "pools", "empty", "at least one pool");
            return findings.Diagnostics;
        }
        var served = spec.Pools.Select(pool => pool.Vllm.ServedModelName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        CheckNames(spec.Pools, findings);
        foreach (var (alias, model) in spec.Aliases)
        {
            if (served.Contains(alias, StringComparer.Ordinal))
                findings.Add(GatewayDiagnosticIds.AmbiguousModelName, $"aliases.{alias}", $"'{model}'", "aliases that are not names of served models", $"'{alias}' is served by a pool.");
            CheckServed($"aliases.{alias}", model, served, findings);
        }
        foreach (var (model, fallback) in spec.Fallbacks ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            CheckServed($"fallbacks.{model}", model, served, findings);
            CheckServed($"fallbacks.{model}", fallback, served, findings);
        }
        CheckLoops(spec.Fallbacks ?? ImmutableSortedDictionary<string, string>.Empty, findings);
        foreach (var (sku, weight) in spec.BaseWeights)
        {
            findings.OneOf(DiagnosticIds.UnknownGpuSku, "baseWeights", sku, spec.Pools.Select(pool => pool.Sku).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());
            findings.InRange($"baseWeights.{sku}", weight, RouterDefaults.BaseWeight);
        }
        return findings.Diagnostics;
    }

    /// <summary>Pools of one name share traffic, so they must answer alike.</summary>
    private static void CheckNames(ImmutableArray<ModelPoolSpec> pools, Findings findings)
    {
        foreach (var group in pools.GroupBy(pool => pool.Vllm.ServedModelName, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var other in group.Skip(1).Where(pool => pool.Model != first.Model))
            {
                findings.Add(GatewayDiagnosticIds.DifferentModelsOneName, $"pools '{first.Name}' and '{other.Name}'",
                    $"{first.Model.Id}@{first.Model.Revision} and {other.Model.Id}@{other.Model.Revision}, both served as '{group.Key}'",
                    "one model and revision for each served model name", "Clients of one name would get answers of either model.");
            }
        }
        foreach (var again in pools.GroupBy(pool => pool.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            findings.Add(DiagnosticIds.DuplicateName, "pools", $"'{again.Key}' again", "each name once");
    }

    private static void CheckServed(string member, string model, string[] served, Findings findings)
    {
        if (!served.Contains(model, StringComparer.Ordinal))
            findings.Add(GatewayDiagnosticIds.UnknownServedModel, member, $"'{model}'", $"a model that a pool serves: {string.Join(", ", served)}", NearestName.Suggestion(model, served).TrimEnd());
    }

    private static void CheckLoops(ImmutableSortedDictionary<string, string> fallbacks, Findings findings)
    {
        foreach (var start in fallbacks.Keys)
        {
            var path = new List<string> { start };
            while (fallbacks.TryGetValue(path[^1], out var next) && path.Count <= fallbacks.Count)
            {
                path.Add(next);
                if (next != start)
                    continue;
                // Each loop is told once, by its first name.
                if (path.Min(StringComparer.Ordinal) == start)
                    findings.Add(GatewayDiagnosticIds.FallbackLoop, $"fallbacks.{start}", string.Join(" -> ", path), "a chain that ends");
                break;
            }
        }
    }
}
