using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Corrections of several places of a resource.</summary>
internal static class Corrections
{
    /// <summary>Sets one place after the other; null when there was none.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="next">The next place that misses the value, in the resource as the corrections before have left it.</param>
    /// <param name="value">The value.</param>
    public static PropertyValue.Map? Apply(PolicyResource resource, Func<PolicyResource, Property?> next, PropertyValue value)
    {
        PropertyValue.Map? corrected = null;
        while (next(resource)?.Replaced(value) is { } properties)
        {
            corrected = properties;
            resource = new PolicyResource(resource.Urn, resource.Type, resource.Name, properties);
        }

        return corrected;
    }

    /// <summary>Whether a member can be set in <paramref name="place"/>: it is an object, or nothing yet.</summary>
    public static bool HasRoom(Property place) => !place.IsUnreadable && (place.IsMissing || place.IsMap);
}
