using System.Collections.Concurrent;
using System.Collections.Immutable;
using Clawdbot.Cli.Files;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Cli.Offline;

/// <summary>
/// Watches a program run under Pulumi's mocks: as a transformation it sees each resource with arguments and options, as
/// the mocks it answers registrations as a provider's preview would, with the inputs that are known and not secret.
/// </summary>
internal sealed class PlanRecorder(ResourceGraph graph) : IMocks
{
    private readonly ConcurrentDictionary<Resource, Task<WalkedInputs>> _walks = new(ReferenceEqualityComparer.Instance);

    /// <summary>Captures a resource; to be set as the stack's only transformation, so that it runs after those of the program.</summary>
    public ResourceTransformationResult? Capture(ResourceTransformationArgs declaration)
    {
        if (declaration.Resource is not Stack)
        {
            graph.Add(new CapturedResource(declaration.Resource, declaration.Args, declaration.Options));
        }

        return null;
    }

    /// <summary>The inputs of a captured resource; walked once.</summary>
    public Task<WalkedInputs> InputsOfAsync(CapturedResource captured) =>
        _walks.GetOrAdd(captured.Resource, _ => new InputWalker(graph.UrnOf).WalkAsync(captured.Type, captured.Args));

    /// <inheritdoc/>
    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var state = args.Inputs.ToBuilder();
        foreach (var captured in graph.All.Where(c => c.Type == args.Type && c.Name == args.Name))
        {
            // The mocks get secrets without their mark, so echoing one would make it a plain output.
            var (inputs, _, _) = await InputsOfAsync(captured);
            state.RemoveRange(inputs.Entries.Where(e => e.Value.IsIncomplete).Select(e => e.Key));
            if (captured.Args is DictionaryResourceArgs)
            {
                state.Clear();
            }
        }

        RemoveAssignedNames(args.Type ?? "", state);

        // Without an id the SDK leaves the resource's id unknown, as it is before creation; a resource that is only read has one.
        return (string.IsNullOrEmpty(args.Id) ? null : args.Id, state.ToImmutable());
    }

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args) => throw new DiagnosticException([new Diagnostic(
        DiagnosticIds.InvokeOffline, "the provider function of the program", OneLine.Of(args.Token ?? ""),
        "none: no provider runs offline", "Pass the value in through the stack's settings.")]);

    // The Kubernetes provider completes a missing name at its check; until then `metadata` as a whole is not what it will be.
    private static void RemoveAssignedNames(string type, ImmutableDictionary<string, object>.Builder state)
    {
        if (type.StartsWith("kubernetes:", StringComparison.Ordinal)
            && state.TryGetValue("metadata", out var metadata)
            && metadata is IDictionary<string, object> { } map
            && !map.ContainsKey("name"))
        {
            state.Remove("metadata");
        }
    }
}
