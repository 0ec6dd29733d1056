using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>A known output.</summary>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Plain(value));

    /// <summary>An output of the task's value; its failure fails the deployment.</summary>
    public static Output<T> Create<T>(Task<T> value) => FromTask(value, isSecret: false);

    /// <summary>A known secret output.</summary>
    public static Output<T> CreateSecret<T>(T value) => new(OutputData<T>.Plain(value) with { IsSecret = true });

    /// <summary>A secret output of the task's value.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => FromTask(value, isSecret: true);

    /// <summary>The same output, secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecretness(value, isSecret: true);

    /// <summary>The same output, no longer secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => WithSecretness(output, isSecret: false);

    /// <summary>Whether the output is secret, once it is resolved.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) =>
        (await output.GetDataAsync().ConfigureAwait(false)).IsSecret;

    /// <summary>One output of all values, under the facts of all of them.</summary>
    /// <exception cref="ArgumentNullException">An input is null; ToOutput makes one of it.</exception>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>One output of all values, under the facts of all of them.</summary>
    /// <exception cref="ArgumentNullException">An input is null; ToOutput makes one of it.</exception>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Join(inputs.Select(Given));

    /// <summary>One output of all values, under the facts of all of them.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => Join(outputs);

    /// <summary>One output of all values, under the facts of all of them.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => Join(outputs);

    /// <summary>An interpolated text whose holes may be outputs or inputs; formatted with the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return Join(formattableString.GetArguments().Select(ToObjectOutput))
            .Apply(holes => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. holes]));
    }

    /// <summary>The JSON text of the value; outputs and inputs inside it are resolved, and their facts pass to the result.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputJson.SerializeAsync(value, options));
    }

    /// <summary>The value that a JSON text describes; outputs and inputs inside it are under the facts of the text.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(OutputJson.DeserializeAsync<T>(json, options));
    }

    private static Output<T> FromTask<T>(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Resolve());

        async Task<OutputData<T>> Resolve() =>
            OutputData<T>.Plain(await value.ConfigureAwait(false)) with { IsSecret = isSecret };
    }

    private static Output<T> WithSecretness<T>(Output<T> output, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new(Resolve());

        async Task<OutputData<T>> Resolve() =>
            await output.GetDataAsync().ConfigureAwait(false) with { IsSecret = isSecret };
    }

    private static Output<ImmutableArray<T>> Join<T>(IEnumerable<Output<T>> outputs)
    {
        // Enumerated here, so that a later change of the caller's collection cannot change the output.
        var all = outputs.ToArray();
        return new(Resolve());

        async Task<OutputData<ImmutableArray<T>>> Resolve()
        {
            var values = ImmutableArray.CreateBuilder<T>(all.Length);
            var resources = ImmutableHashSet<Resource>.Empty;
            var (isKnown, isSecret) = (true, false);
            foreach (var output in all)
            {
                var data = await output.GetDataAsync().ConfigureAwait(false);
                values.Add(data.Value);
                resources = Union(resources, data.Resources);
                isKnown &= data.IsKnown;
                isSecret |= data.IsSecret;
            }

            return new(resources, values.MoveToImmutable(), isKnown, isSecret);
        }
    }

    /// <summary>An input that must be there: a missing one would fail with the official SDK too, and say less.</summary>
    private static Output<T> Given<T>(Input<T> input) => input is null
        ? throw new ArgumentNullException(nameof(input), "Output.All and Output.Tuple need every input. For an optional one pass input.ToOutput(), the default where it is missing.")
        : input.ToOutputCore();

    internal static Output<object?> ToObjectOutput(object? value)
    {
        while (value is IInput input)
        {
            value = input is IFlattenable flattenable ? flattenable.Flatten() : input.Unwrap();
        }

        return value is IOutput output ? new(Unbox(output)) : Create(value);

        static async Task<OutputData<object?>> Unbox(IOutput output) => await output.GetBoxedDataAsync().ConfigureAwait(false);
    }
}
