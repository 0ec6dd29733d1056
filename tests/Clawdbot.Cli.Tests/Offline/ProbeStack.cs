using Clawdbot.Cli.Offline;
using Clawdbot.Cli.Plans;
using Pulumi;
using System.Collections.Immutable;

namespace Clawdbot.Cli.Tests.Offline;

/// <summary>A stack whose resources each test declares.</summary>
internal sealed class ProbeStack : Stack
{
    private ProbeStack(StackOptions options, Func<ProbeStack, Output<object?>> build)
        : base(options) => Result = build(this);

    [Output("result")]
    public Output<object?> Result { get; private set; }

    public static Task<Plan> PlanAsync(Action build) => PlanAsync(_ =>
    {
        build();
        return Output.Create((object?)null);
    });

    public static Task<Plan> PlanAsync(Func<ProbeStack, Output<object?>> build, params (string Key, string Value)[] secrets) => OfflineRun.PlanAsync(
        new StackConfig(
            "demo", "test", "/",
            secrets.ToImmutableSortedDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal),
            [.. secrets.Select(s => s.Key)],
            []),
        new OfflineStack<ProbeStack>(options => new ProbeStack(options, build), _ => [], _ => []));
}
