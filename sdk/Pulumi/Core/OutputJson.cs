using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// JSON of object graphs that hold outputs. A converter cannot wait, so the graph is written until no output in it is
/// unresolved: each pass finds those that the passes before did not reach.
/// </summary>
internal static class OutputJson
{
    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.With<string>(default!);
        }

        var resolved = new Dictionary<object, OutputData<object?>>(ReferenceEqualityComparer.Instance);
        var pending = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var passOptions = WithConverter(options, new Factory(resolved, pending));
        while (true)
        {
            pending.Clear();
            var text = JsonSerializer.Serialize(data.Value, passOptions);
            if (pending.Count == 0)
            {
                return Summarize(data.With(text), resolved.Values);
            }

            foreach (var item in pending)
            {
                resolved[item] = await Output.ToObjectOutput(item).GetDataAsync().ConfigureAwait(false);
            }
        }
    }

    public static async Task<OutputData<T>> DeserializeAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.With<T>(default!);
        }

        return data.With(JsonSerializer.Deserialize<T>(data.Value, WithConverter(options, new OutputJsonReaderFactory(data.With<object?>(null))))!);
    }

    /// <summary>A copy of the options, because the caller's must stay as they are.</summary>
    private static JsonSerializerOptions WithConverter(JsonSerializerOptions? options, JsonConverter converter)
    {
        var result = new JsonSerializerOptions(options ?? JsonSerializerOptions.Default);
        result.Converters.Add(converter);
        return result;
    }

    private static OutputData<string> Summarize(OutputData<string> text, IEnumerable<OutputData<object?>> parts)
    {
        foreach (var part in parts)
        {
            text = part.Combine(text);
        }

        return text.IsKnown ? text : text with { Value = default! };
    }

    private sealed class Factory(Dictionary<object, OutputData<object?>> resolved, HashSet<object> pending) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert)
            || typeof(IUnion).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), resolved, pending)!;
    }

    private sealed class Converter<TValue>(Dictionary<object, OutputData<object?>> resolved, HashSet<object> pending)
        : JsonConverter<TValue>
    {
        public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} is only written here.");

        public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
        {
            if (value is IUnion union)
            {
                JsonSerializer.Serialize(writer, union.Value, options);
            }
            else if (resolved.TryGetValue(value!, out var data))
            {
                JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : null, options);
            }
            else
            {
                pending.Add(value!);
                writer.WriteNullValue();
            }
        }
    }
}
