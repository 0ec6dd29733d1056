using System.Collections.Immutable;
using System.Reflection;
using Clawdbot.Cli.Plans;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Testing;

namespace Clawdbot.Cli.Offline;

/// <summary>Runs a Pulumi program without engine, cluster or cloud, and returns what it would deploy.</summary>
internal static class OfflineRun
{
    /// <summary>Plans <paramref name="stack"/> with <paramref name="config"/>.</summary>
    /// <exception cref="DiagnosticException">The settings are refused, or the program failed.</exception>
    public static async Task<Plan> PlanAsync<TStack>(StackConfig config, OfflineStack<TStack> stack)
        where TStack : Stack
    {
        var graph = new ResourceGraph(config.Project, config.Stack);
        var recorder = new PlanRecorder(graph);
        var services = new StackFactory<TStack>(() => stack.Create(new StackOptions { ResourceTransformations = { recorder.Capture } }));
        using var environment = new ProgramEnvironment(config);
        try
        {
            await Deployment.TestWithServiceProviderAsync<TStack>(recorder, services, new TestOptions
            {
                ProjectName = config.Project,
                StackName = config.Stack,
                RootDirectory = config.Root,
                IsPreview = true,
            });
        }
        catch (Exception e) when (e is RunException or AggregateException or TargetInvocationException or DiagnosticException)
        {
            throw ProgramFailure.Explain(config.Stack, services.Failure ?? e);
        }

        var program = services.Stack ?? throw new InvalidOperationException("The SDK did not ask for the stack object.");
        var (resources, leaks) = await ResourcesAsync(graph, recorder);
        return new Plan(
            config.Project,
            config.Stack,
            resources,
            stack.Pools(program),
            await OutputsAsync(graph, program),
            [.. config.Warnings, .. stack.Warnings(program), .. leaks]);
    }

    private static async Task<(ImmutableArray<PlanResource> Resources, IEnumerable<string> Leaks)> ResourcesAsync(ResourceGraph graph, PlanRecorder recorder)
    {
        var aliases = new AliasResolver(graph);
        var leaks = new List<string>();
        var resources = new List<PlanResource>
        {
            new(graph.StackUrn, Plan.StackType, UrnParts.Name(graph.StackUrn), null, null, false, [], PlanOptions.None, PlanValue.Map.Empty),
        };
        foreach (var captured in graph.All)
        {
            var walked = await recorder.InputsOfAsync(captured);
            resources.Add(await PlanResourceFactory.CreateAsync(graph, captured, walked, await aliases.OfAsync(captured)));
            leaks.AddRange(walked.LeakedPaths.Select(path =>
                $"{DiagnosticIds.SecretInPlainText}: {path} of {captured.Type} {captured.Name} is a secret setting in plain text; allowed: a secret output. Read the setting with RequireSecret."));
        }

        return ([.. resources.OrderBy(r => r.Urn, StringComparer.Ordinal)], leaks.Order(StringComparer.Ordinal));
    }

    private static async Task<PlanValue.Map> OutputsAsync(ResourceGraph graph, Stack stack)
    {
        var outputs = new List<KeyValuePair<string, PlanValue>>();
        foreach (var property in stack.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                var value = await new InputWalker(graph.UrnOf).WalkValueAsync(property.GetValue(stack));
                outputs.Add(KeyValuePair.Create(attribute.Name ?? property.Name, value ?? PlanValue.Nothing));
            }
        }

        return PlanValue.Map.Of(outputs.Where(o => o.Key != "urn"));
    }
}
