using Clawdbot.Cli.Plans;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Cli.Checks;

/// <summary>A plan as the policies see it.</summary>
internal static class PlanValues
{
    /// <summary>The resources of <paramref name="plan"/>, in its order.</summary>
    public static IReadOnlyList<PolicyResource> Resources(Plan plan) => [.. plan.Resources.Select(Resource)];

    private static PolicyResource Resource(PlanResource resource) => new(resource.Urn, resource.Type, resource.Name, Map(resource.Inputs))
    {
        Parent = resource.Parent,
        Dependencies = resource.Dependencies,
        IsProtected = resource.Options.Protect,
    };

    // Recursive as plans are everywhere: they come from typed arguments, or from a reader that bounds their depth.
    private static PropertyValue Value(PlanValue value) => value switch
    {
        PlanValue.Text text => new PropertyValue.Text(text.Value),
        PlanValue.Number number => new PropertyValue.Number(number.Value),
        PlanValue.Flag flag => new PropertyValue.Flag(flag.Value),
        PlanValue.List list => new PropertyValue.List([.. list.Items.Select(Value)]),
        PlanValue.Map map => Map(map),

        // The names of the keys are as public as in `kubectl describe`; their values are not here.
        PlanValue.Secret { Keys.IsEmpty: false } secret => new PropertyValue.Map([.. secret.Keys.Select(key => KeyValuePair.Create(key, PropertyValue.Hidden))]),
        PlanValue.Secret or PlanValue.Hidden => PropertyValue.Hidden,
        PlanValue.Unknown => PropertyValue.NotKnown,
        PlanValue.Reference => new PropertyValue.Opaque("a reference to a resource", null),
        PlanValue.Asset asset => new PropertyValue.Opaque(asset.Kind, null),
        _ => PropertyValue.Nothing,
    };

    private static PropertyValue.Map Map(PlanValue.Map map) => new([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value)))]);
}
