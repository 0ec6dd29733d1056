using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Storage;

/// <summary>Where Ceph daemons run, in the words of Rook's <c>Placement</c>.</summary>
internal static class CephPlacement
{
    /// <summary>Storage nodes only, whose taint keeps everything else away.</summary>
    internal static Dictionary<string, object> StorageNodes() => new()
    {
        ["nodeAffinity"] = new Dictionary<string, object>
        {
            ["requiredDuringSchedulingIgnoredDuringExecution"] = new Dictionary<string, object>
            {
                ["nodeSelectorTerms"] = List(new Dictionary<string, object>
                {
                    ["matchExpressions"] = List(Expression(ModelStorageDefaults.StorageNodeKey, ModelStorageDefaults.StorageNodeValue)),
                }),
            },
        },
        ["tolerations"] = List(new Dictionary<string, object>
        {
            ["key"] = ModelStorageDefaults.StorageNodeKey,
            ["operator"] = "Equal",
            ["value"] = ModelStorageDefaults.StorageNodeValue,
            ["effect"] = "NoSchedule",
        }),
    };

    /// <summary>Storage nodes, never two of the same daemons on one.</summary>
    internal static Dictionary<string, object> OnePerHost(string app)
    {
        var placement = StorageNodes();
        placement["podAntiAffinity"] = new Dictionary<string, object>
        {
            ["requiredDuringSchedulingIgnoredDuringExecution"] = List(new Dictionary<string, object>
            {
                ["labelSelector"] = Selector(app),
                ["topologyKey"] = Labels.Hostname,
            }),
        };
        return placement;
    }

    /// <summary>The same number of daemons on each host, and on each zone where zones must not share copies.</summary>
    internal static Dictionary<string, object> Spread(string app, CephFailureDomain domain)
    {
        var constraints = new List<object> { Constraint(app, Labels.Hostname) };
        if (domain == CephFailureDomain.Zone)
            constraints.Add(Constraint(app, Labels.Zone));
        return new Dictionary<string, object> { ["topologySpreadConstraints"] = constraints.ToArray() };
    }

    private static Dictionary<string, object> Constraint(string app, string key) => new()
    {
        ["maxSkew"] = 1,
        ["topologyKey"] = key,
        ["whenUnsatisfiable"] = "DoNotSchedule",
        ["labelSelector"] = Selector(app),
    };

    private static Dictionary<string, object> Selector(string app) => new() { ["matchExpressions"] = List(Expression("app", app)) };

    private static Dictionary<string, object> Expression(string key, string value) => new()
    {
        ["key"] = key,
        ["operator"] = "In",
        ["values"] = List(value),
    };

    private static object[] List(params object[] items) => items;
}
