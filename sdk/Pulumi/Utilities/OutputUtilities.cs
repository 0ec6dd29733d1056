using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs; meant for tests and tools.</summary>
public static class OutputUtilities
{
    /// <summary>An unknown output that carries a value nevertheless.</summary>
    public static Output<T> CreateUnknown<T>(T value) => new(OutputData<T>.Plain(value) with { IsKnown = false });

    /// <summary>An unknown output that carries the value that the factory gives; in a preview the factory is not called.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return CreateUnknown(default(ValueTuple)).Apply(_ => valueFactory());
    }

    /// <summary>The same output, also depending on <paramref name="resource"/>.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return new(Resolve());

        async Task<OutputData<T>> Resolve()
        {
            var data = await output.GetDataAsync().ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }

    /// <summary>Whether the value is known, once the output is resolved.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) =>
        (await output.GetDataAsync().ConfigureAwait(false)).IsKnown;

    /// <summary>The value, once the output is resolved; the default value where it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    /// <summary>The resources that the output depends on.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.GetDataAsync().ConfigureAwait(false)).Resources;
}
