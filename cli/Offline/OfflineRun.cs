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
        var (outputs, outputLeaks) = await OutputsAsync(graph, program);
        return new Plan(
            config.Project,
            config.Stack,
            resources,
            stack.Pools(program),
            outputs,
            [.. config.Warnings, .. stack.Warnings(program), .. leaks.Concat(outputLeaks).Order(StringComparer.Ordinal).Select(LeakWarning)])
        {
            Notes = [.. stack.Notes(program)],
            IsProduction = stack.IsProduction(program),
        };
    }

    private static string LeakWarning(string place) =>
        $"{DiagnosticIds.SecretInPlainText}: {place} is a secret setting in plain text; allowed: a secret output. Read the setting with RequireSecret.";

    private static async Task<(ImmutableArray<PlanResource> Resources, List<string> Leaks)> ResourcesAsync(ResourceGraph graph, PlanRecorder recorder)
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
            leaks.AddRange(walked.LeakedPaths.Select(path => $"{path} of {captured.Type} {captured.Name}"));
        }

        return ([.. resources.OrderBy(r => r.Urn, StringComparer.Ordinal)], leaks);
    }

    private static async Task<(PlanValue.Map Outputs, List<string> Leaks)> OutputsAsync(ResourceGraph graph, Stack stack)
    {
        var outputs = new List<KeyValuePair<string, PlanValue>>();
        var leaks = new List<string>();

        // Those of the class itself: the inherited one is the stack's own URN.
        foreach (var property in stack.GetType().GetProperties().Where(p => p.DeclaringType != typeof(Resource)))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute)
            {
                continue;
            }

            var name = attribute.Name ?? property.Name;
            var (value, isLeak) = await new InputWalker(graph.UrnOf).WalkValueAsync(property.GetValue(stack));
            outputs.Add(KeyValuePair.Create(name, value ?? PlanValue.Nothing));
            if (isLeak)
            {
                leaks.Add($"output {name}");
            }
        }

        return (PlanValue.Map.Of(outputs), leaks);
    }
}
