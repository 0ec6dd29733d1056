using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Nodes;

/// <summary>Writes the kubeconfig of an EKS cluster. It holds no credentials: the reader's own AWS identity is exchanged for a token each time.</summary>
public static class Kubeconfig
{
    /// <summary>The kubeconfig, as JSON, which every reader of YAML takes.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="endpoint">URL of its API.</param>
    /// <param name="certificateAuthority">Its certificate authority, base64 as EKS returns it.</param>
    public static string Render(EksClusterSpec cluster, string endpoint, string certificateAuthority)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["current-context"] = cluster.Name,
            ["clusters"] = Named(cluster.Name, "cluster", new JsonObject { ["server"] = endpoint, ["certificate-authority-data"] = certificateAuthority }),
            ["contexts"] = Named(cluster.Name, "context", new JsonObject { ["cluster"] = cluster.Name, ["user"] = cluster.Name }),
            ["users"] = Named(cluster.Name, "user", new JsonObject
            {
                ["exec"] = new JsonObject
                {
                    ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                    ["command"] = "aws",
                    ["args"] = new JsonArray("eks", "get-token", "--cluster-name", cluster.Name, "--region", cluster.Region, "--output", "json"),
                    ["interactiveMode"] = "Never",
                },
            }),
        }.ToJsonString();
    }

    private static JsonArray Named(string name, string kind, JsonObject content) => new(new JsonObject { ["name"] = name, [kind] = content });
}
