using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests.Harness;

/// <summary>All that can be seen of an output.</summary>
/// <param name="IsKnown">Whether its value is known.</param>
/// <param name="IsSecret">Whether it is a secret.</param>
/// <param name="Value">Its value; the default when it is unknown.</param>
/// <param name="Dependencies">The resources that it depends on.</param>
public sealed record Facts<T>(bool IsKnown, bool IsSecret, T Value, ImmutableHashSet<Resource> Dependencies);

/// <summary>Looks into outputs.</summary>
public static class Facts
{
    public static async Task<Facts<T>> Of<T>(Output<T> output) => new(
        await OutputUtilities.GetIsKnownAsync(output),
        await Output.IsSecretAsync(output),
        await OutputUtilities.GetValueAsync(output),
        await OutputUtilities.GetDependenciesAsync(output));

    public static Task<Facts<T>> Of<T>(Input<T> input) => Of(input.ToOutput());

    /// <summary>The value of a known output.</summary>
    public static async Task<T> ValueOf<T>(Output<T> output)
    {
        Assert.True(await OutputUtilities.GetIsKnownAsync(output), "The output is unknown.");
        return await OutputUtilities.GetValueAsync(output);
    }

    /// <summary>The value of a known input.</summary>
    public static Task<T> ValueOf<T>(Input<T> input) => ValueOf(input.ToOutput());

    /// <summary>The items of a known array.</summary>
    public static async Task<IReadOnlyList<T>> ItemsOf<T>(Output<ImmutableArray<T>> output) => (await ValueOf(output)).ToArray();

    /// <summary>The items of a known list.</summary>
    public static Task<IReadOnlyList<T>> ItemsOf<T>(InputList<T> list) => ItemsOf(list.ToOutput());

    /// <summary>An output whose function throws a FormatException.</summary>
    public static Output<T> Failing<T>(string message) => Output.Create(0).Apply(T (int _) => throw new FormatException(message));

    /// <summary>Makes an output with the given facts.</summary>
    public static Output<T> Make<T>(T value, bool known = true, bool secret = false, params Resource[] dependencies)
    {
        var output = known ? Output.Create(value) : OutputUtilities.CreateUnknown(value);
        if (secret)
            output = Output.CreateSecret(output);
        return dependencies.Aggregate(output, OutputUtilities.WithDependency);
    }
}
