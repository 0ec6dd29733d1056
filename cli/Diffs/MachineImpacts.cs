using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>Rows for what runs on one machine, for generated values and for the providers themselves.</summary>
internal static class MachineImpacts
{
    private const string OtherPlace = "the provider points to another place, where everything is made anew; what is in the old place is deleted or left behind";

    /// <summary>The rows; within a kind the exact ones first.</summary>
    public static ImmutableArray<ImpactRow> Rows { get; } =
    [
        new("docker:Container", "", Effect.Container, "Docker cannot change a container, so it is removed and started again"),
        new("docker:Container", ImpactRow.Replaced, Effect.Container, "it is removed and started again"),
        new("docker:Container", ImpactRow.Removed, Effect.Stop, "the container stops for good"),
        new("docker:Network", "", Effect.Dependents, "Docker cannot change a network, so the containers in it are started again in a new one"),
        new("docker:Network", ImpactRow.Replaced, Effect.Dependents, "the containers in it are started again in the new one"),
        new("docker:Network", ImpactRow.Removed, Effect.Dependents, "the containers in it lose each other"),
        new("docker:Volume", "", Effect.Replace, "Docker cannot change a volume"),
        new("docker:Volume", ImpactRow.Replaced, Effect.DataLoss, "the files in it are deleted"),
        new("docker:Volume", ImpactRow.Removed, Effect.DataLoss, "the files in it are deleted"),
        new("docker:RemoteImage", "keepLocally", Effect.Nothing, "only whether the image is deleted with its resource"),
        new("docker:RemoteImage", "forceRemove", Effect.Nothing, "only how the image is deleted"),
        new("docker:RemoteImage", "", Effect.Dependents, "what runs the image is started again from the other one"),
        new("docker:RemoteImage", ImpactRow.Replaced, Effect.Dependents, "what runs the image is started again from the other one"),
        new("docker:RemoteImage", ImpactRow.Removed, Effect.Nothing, "what still runs keeps its image"),
        new("docker:Image", "skipPush", Effect.Nothing, "only whether the image is pushed"),
        new("docker:Image", "", Effect.Dependents, "another image has another digest, and what names it restarts"),
        new("docker:Image", ImpactRow.Replaced, Effect.Dependents, "another image has another digest, and what names it restarts"),
        new("docker:Image", ImpactRow.Removed, Effect.Nothing, "what still runs keeps its image"),

        new("random:RandomPassword", "", Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomPassword", ImpactRow.Replaced, Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomPassword", ImpactRow.Removed, Effect.Nothing, "nobody uses the value any more"),
        new("random:RandomBytes", "", Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomBytes", ImpactRow.Replaced, Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomBytes", ImpactRow.Removed, Effect.Nothing, "nobody uses the value any more"),
        new("random:RandomId", "", Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomId", ImpactRow.Replaced, Effect.Dependents, "a new value is generated, and who uses it must restart with it"),
        new("random:RandomId", ImpactRow.Removed, Effect.Nothing, "nobody uses the value any more"),

        new("pulumi:providers:kubernetes", "kubeconfig", Effect.Replace, "another kubeconfig may be another cluster"),
        new("pulumi:providers:kubernetes", "context", Effect.Replace, "another context is another cluster"),
        new("pulumi:providers:kubernetes", "cluster", Effect.Replace, "another cluster"),
        new("pulumi:providers:kubernetes", "clusterIdentifier", Effect.Replace, "another cluster"),
        new("pulumi:providers:kubernetes", "", Effect.Nothing, "only how the provider talks to the same cluster"),
        new("pulumi:providers:kubernetes", ImpactRow.Replaced, Effect.DataLoss, OtherPlace),
        new("pulumi:providers:kubernetes", ImpactRow.Removed, Effect.Nothing, "only a connection; what it made is listed by itself"),
        new("pulumi:providers:docker", "host", Effect.Replace, "another machine"),
        new("pulumi:providers:docker", "", Effect.Nothing, "only how the provider talks to the same machine"),
        new("pulumi:providers:docker", ImpactRow.Replaced, Effect.DataLoss, OtherPlace),
        new("pulumi:providers:docker", ImpactRow.Removed, Effect.Nothing, "only a connection; what it made is listed by itself"),
        new("pulumi:providers:aws", "region", Effect.Replace, "another region"),
        new("pulumi:providers:aws", "defaultTags", Effect.InPlace, "tags restart nothing"),
        new("pulumi:providers:aws", "", Effect.Nothing, "only how the provider talks to the same account"),
        new("pulumi:providers:aws", ImpactRow.Replaced, Effect.DataLoss, OtherPlace),
        new("pulumi:providers:aws", ImpactRow.Removed, Effect.Nothing, "only a connection; what it made is listed by itself"),
        new("pulumi:providers:random", "", Effect.Nothing, "only the provider itself"),
        new("pulumi:providers:random", ImpactRow.Replaced, Effect.Nothing, "generated values stay in the state"),
        new("pulumi:providers:random", ImpactRow.Removed, Effect.Nothing, "only a connection; what it made is listed by itself"),
    ];
}
