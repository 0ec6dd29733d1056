using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Production;

/// <summary>A workload whose pods are the model servers of a pool.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Server">Its server of vLLM; null when it runs something else.</param>
internal sealed record ModelPoolServer(Workload Workload, VllmServer? Server)
{
    /// <summary>The object.</summary>
    public KubernetesObject Owner => Workload.Owner;

    /// <summary>Where the pool's name is: a label of the pods.</summary>
    public Property NamePlace => Workload.PodMetadata["labels"]["clawdbot.dev/pool"];

    /// <summary>Name of the pool; without a label the object's.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public string Name => NamePlace.Public.Text ?? Owner.Metadata["name"].Public.Text ?? Owner.Name;

    /// <summary>The names that the server answers to, with where each is given; none when it runs something else than vLLM.</summary>
    /// <exception cref="UnknownValueException">They are not known.</exception>
    public IReadOnlyList<string> ServedNames
    {
        get
        {
            if (Server is null)
            {
                return [];
            }

            if (Server.Arguments.Find("--served-model-name") is { Value: not null } names)
            {
                Public(names);
                return [.. names.Values.Where(name => !name.Contains(CommandToken.Hole, StringComparison.Ordinal))];
            }

            return Server.Model is { } model && Server.ModelPlace?.Public is not null ? [model] : [];
        }
    }

    /// <summary>The longest context that the server takes; null when it does not say.</summary>
    /// <exception cref="UnknownValueException">It is not known.</exception>
    public double? ContextTokens
    {
        get
        {
            if (Server?.Arguments.Find("--max-model-len") is not { } length)
            {
                return null;
            }

            Public(length);
            return Server.Number(length.Name) is > 0 and { } tokens ? tokens : null;
        }
    }

    // Messages name what servers serve.
    private static void Public(VllmArgument argument)
    {
        if (argument.IsSecret)
        {
            throw argument.Unknown("is a secret");
        }
    }
}
