using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Reads outputs and inputs inside a JSON text: known values under the facts of the text.</summary>
internal sealed class OutputJsonReaderFactory(OutputData<object?> facts) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType
        && typeToConvert.GetGenericTypeDefinition() is var definition && (definition == typeof(Output<>) || definition == typeof(Input<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var converter = typeToConvert.GetGenericTypeDefinition() == typeof(Output<>) ? typeof(OutputReader<>) : typeof(InputReader<>);
        return (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(typeToConvert.GetGenericArguments()), facts)!;
    }

    private sealed class OutputReader<T>(OutputData<object?> facts) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(facts.With(JsonSerializer.Deserialize<T>(ref reader, options)!));

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeof(Output<T>)} is only read here.");
    }

    private sealed class InputReader<T>(OutputData<object?> facts) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new Output<T>(facts.With(JsonSerializer.Deserialize<T>(ref reader, options)!));

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeof(Input<T>)} is only read here.");
    }
}
