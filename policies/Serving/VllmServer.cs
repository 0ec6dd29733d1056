using System.Runtime.CompilerServices;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>A container that runs the OpenAI-compatible server of vLLM, in a cluster or in Docker.</summary>
internal sealed class VllmServer
{
    private static readonly ConditionalWeakTable<PolicyResource, IReadOnlyList<VllmServer>> Found = [];

    /// <summary>Describes a server.</summary>
    /// <param name="root">The container's place; of a Docker container the properties as a whole.</param>
    /// <param name="container">The container; null in Docker.</param>
    /// <param name="subject">What messages call it.</param>
    /// <param name="arguments">What <c>vllm serve</c> is given.</param>
    /// <param name="environment">Its environment.</param>
    public VllmServer(Property root, Container? container, string subject, VllmArguments arguments, ServerEnvironment environment)
    {
        Root = root;
        Container = container;
        Subject = subject;
        Arguments = arguments;
        Environment = environment;
    }

    /// <summary>The resource that declares it.</summary>
    public PolicyResource Resource => Root.Resource;

    /// <summary>The container's place; of a Docker container the properties as a whole.</summary>
    public Property Root { get; }

    /// <summary>The container; null in Docker.</summary>
    public Container? Container { get; }

    /// <summary>The pods' workload; null in Docker.</summary>
    public Workload? Workload => Container?.Workload;

    /// <summary>What messages call it: <c>container 'vllm'</c>.</summary>
    public string Subject { get; }

    /// <summary>What <c>vllm serve</c> is given.</summary>
    public VllmArguments Arguments { get; }

    /// <summary>Its environment.</summary>
    public ServerEnvironment Environment { get; }

    /// <summary>The release, as the image's tag says; null when it does not. Then rules assume a current one.</summary>
    /// <exception cref="UnknownValueException">The image is not known yet.</exception>
    public VllmVersion? Version => Root["image"].Text is { } image ? VllmVersion.OfImage(image) : null;

    /// <summary>The model: an id or a directory; null when none is given.</summary>
    /// <exception cref="UnknownValueException">It is not known.</exception>
    public string? Model
    {
        get
        {
            if (Arguments.FindGiven("--model")?.Value is { } model)
            {
                return model;
            }

            if (Arguments.Positional is [var first, ..])
            {
                return first.IsKnown ? first.Text : throw new UnknownValueException(first.Place, "names a model that is not known here");
            }

            return Arguments.Gap is { } gap ? throw gap : null;
        }
    }

    /// <summary>Where the model is given; null when it is not.</summary>
    public Property? ModelPlace => Arguments.FindGiven("--model")?.Place ?? (Arguments.Positional is [var first, ..] ? first.Place : null);

    /// <summary>The catalogue's entry of the model; null when it has none.</summary>
    /// <exception cref="UnknownValueException">The model is not known.</exception>
    public KnownModel? KnownModel => Model is { } model ? KnownModels.Find(model) : null;

    /// <summary>The servers that a resource declares.</summary>
    public static IReadOnlyList<VllmServer> In(PolicyResource resource) => Found.GetValue(resource, VllmServers.Find);

    /// <summary>What messages call an argument: <c>--max-model-len in spec.…args[4] of container 'vllm'</c>.</summary>
    public string Where(VllmArgument argument) => $"{(argument.Place.IsSecret ? "An argument" : ShownValue.OneLine(argument.Written))} in {argument.Place.Path} of {Subject}";

    /// <summary>What messages call a place.</summary>
    public string Where(Property place) => Container is null ? place.Path : $"{place.Path} of {Subject}";

    /// <summary>Where arguments are written, for what is missing there.</summary>
    public string WhereArguments => Container is null ? "command" : Where(Root[Root["args"].Exists || Root["command"].IsMissing ? "args" : "command"]);

    /// <summary>A whole number that a flag gives; null when the flag is not there, or its value is no number.</summary>
    /// <exception cref="UnknownValueException">The flag or its value is not known.</exception>
    public double? Number(string flag) => Arguments.Find(flag)?.Value is { } text ? HumanInteger.Parse(text) : null;
}
