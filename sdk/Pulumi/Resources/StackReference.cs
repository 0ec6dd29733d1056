using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <summary>Reads the other stack.</summary>
    /// <param name="name">A unique name; also the other stack's name where <paramref name="args"/> gives none.</param>
    /// <param name="args">The other stack's name, <c>organization/project/stack</c>.</param>
    /// <param name="options">How it is managed.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The other stack's name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>All its outputs.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of its secret outputs.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output, or null where there is none of that name.</summary>
    public Output<object?> GetOutput(Input<string> name) => Read(name, required: false);

    /// <summary>An output that must exist.</summary>
    public Output<object> RequireOutput(Input<string> name) => Read(name, required: true).Apply(value => value!);

    /// <summary>An output's value, told apart by whether it is secret; both members are null where there is none of that name.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).GetDataAsync().ConfigureAwait(false);
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <summary>An output's value, or null where there is none of that name.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public Task<object?> GetValueAsync(Input<string> name) => PlainAsync(name, GetOutput(name));

    /// <summary>The value of an output that must exist.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is no output of that name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) =>
        (await PlainAsync(name, Read(name, required: true)).ConfigureAwait(false))!;

    private Output<object?> Read(Input<string> name, bool required)
    {
        var value = Output.Tuple(name.ToOutput(), Name, Outputs).Apply(all =>
        {
            var (key, stack, outputs) = all;
            if (outputs is not null && outputs.TryGetValue(key, out var found))
            {
                return found;
            }

            return required
                ? throw new KeyNotFoundException($"Required output '{key}' does not exist on stack '{stack}'.")
                : (object?)null;
        });

        return new(WithOwnSecretness());

        // The reply marks all outputs secret if any one is; the list of names tells which really are. Without the list the mark stays.
        async Task<OutputData<object?>> WithOwnSecretness()
        {
            var data = await value.GetDataAsync().ConfigureAwait(false);
            var key = await name.ToOutput().GetDataAsync().ConfigureAwait(false);
            var secretNames = await SecretOutputNames.GetDataAsync().ConfigureAwait(false);
            return key.IsKnown && secretNames is { IsKnown: true, Value.IsDefault: false }
                ? data with { IsSecret = secretNames.Value.Contains(key.Value) }
                : data;
        }
    }

    private static async Task<object?> PlainAsync(Input<string> name, Output<object?> output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        if (!data.IsSecret)
        {
            return data.Value;
        }

        var key = (await name.ToOutput().GetDataAsync().ConfigureAwait(false)).Value;
        throw new InvalidOperationException(
            $"Output '{key}' is secret and cannot be read as a plain value. Use GetOutput or RequireOutput instead.");
    }
}
