using System.Collections.Immutable;
using Clawdbot.Cli.Plans;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>Makes a plan's resource of what was captured.</summary>
internal static class PlanResourceFactory
{
    /// <summary>Combines declaration, inputs and aliases.</summary>
    public static async Task<PlanResource> CreateAsync(
        ResourceGraph graph, CapturedResource captured, WalkedInputs walked, ImmutableSortedSet<string> aliases)
    {
        var declared = await DependsOnAsync(captured.Options);
        var provider = graph.ProviderOf(captured);
        return new PlanResource(
            graph.UrnOf(captured.Resource),
            captured.Type,
            captured.Name,
            graph.ParentUrnOf(captured),
            provider is null ? null : graph.UrnOf(provider),
            captured.Resource is CustomResource,
            [.. declared.Concat(walked.Dependencies).Select(graph.UrnOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            await OptionsAsync(graph, captured, aliases),
            walked.Inputs);
    }

    private static async Task<IEnumerable<Resource>> DependsOnAsync(ResourceOptions options)
    {
        var state = await OutputReader.For(typeof(InputList<Resource>))!.ReadAsync(options.DependsOn);
        return state.Value is ImmutableArray<Resource> { IsDefault: false } resources ? resources.Concat(state.Dependencies) : state.Dependencies;
    }

    private static async Task<PlanOptions> OptionsAsync(ResourceGraph graph, CapturedResource captured, ImmutableSortedSet<string> aliases)
    {
        var options = captured.Options;
        var custom = options as CustomResourceOptions;
        return new PlanOptions
        {
            Protect = graph.Inherited(captured, o => o.Protect),
            RetainOnDelete = graph.Inherited(captured, o => o.RetainOnDelete),
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            Aliases = [.. aliases],
            IgnoreChanges = Sorted(options.IgnoreChanges),
            ReplaceOnChanges = Sorted(options.ReplaceOnChanges),
            AdditionalSecretOutputs = Sorted(custom?.AdditionalSecretOutputs ?? []),
            Import = custom?.ImportId,
            Read = options.Id is { } id ? await ReadIdAsync(id) : null,
            DeletedWith = options.DeletedWith is { } with ? graph.UrnOf(with) : null,
            CreateTimeoutSeconds = options.CustomTimeouts?.Create?.TotalSeconds,
            UpdateTimeoutSeconds = options.CustomTimeouts?.Update?.TotalSeconds,
            DeleteTimeoutSeconds = options.CustomTimeouts?.Delete?.TotalSeconds,
        };
    }

    // Generated classes pass an empty id when they create; only `Get` passes a real one, which may be unknown yet.
    private static async Task<string?> ReadIdAsync(Input<string> input)
    {
        var state = await OutputReader.For(typeof(Input<string>))!.ReadAsync(input);
        return state is { Known: true, Secret: false, Value: null or "" } ? null : state.Value as string ?? "";
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
