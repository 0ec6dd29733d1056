using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Invariants;

/// <summary>One rule between components.</summary>
public abstract class Invariant
{
    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<Invariant> All { get; } =
    [
        new DrainInvariant(), new TimeoutInvariant(), new ProbeBudgetInvariant(), new ScaleDownInvariant(), new GpuInvariant(), new DisruptionInvariant(),
        new StorageSizeInvariant(), new ContextInvariant(), new RedundancyInvariant(), new NodeGraceInvariant(), new FallbackInvariant(),
        new InFlightInvariant(), new StorageReplicasInvariant(), new QuorumInvariant(), new ServedModelInvariant(), new GrowthInvariant(),
    ];

    /// <summary>Id of its diagnostics.</summary>
    public abstract string Id { get; }

    /// <summary>Every place where the system breaks the rule.</summary>
    /// <param name="plan">The system.</param>
    public abstract IEnumerable<Diagnostic> Check(PlatformPlan plan);

    /// <summary>A finding of this rule.</summary>
    /// <param name="plan">The system.</param>
    /// <param name="subject">Setting that is wrong.</param>
    /// <param name="value">Its value.</param>
    /// <param name="allowed">What would be accepted, with the setting that it contradicts.</param>
    /// <param name="advice">What to change.</param>
    private protected Diagnostic Broken(PlatformPlan plan, string subject, string value, string allowed, string advice) =>
        new(Id, subject, value, allowed, $"{advice} {plan.Remedy}");

    private protected static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
