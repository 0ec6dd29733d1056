using System.Text.Json;

namespace Pulumi;

/// <summary>An argument of free JSON, given as text, document or element, or as an output of these.</summary>
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>An undefined JSON value.</summary>
    public InputJson()
        : this(Output.Create(default(JsonElement)))
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>The JSON that the text describes.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static implicit operator InputJson(string json) => new(Output.Create(Parse(json)));

    /// <summary>The root of the document.</summary>
    public static implicit operator InputJson(JsonDocument document) => new(Output.Create(document.RootElement));

    /// <summary>The element.</summary>
    public static implicit operator InputJson(JsonElement element) => new(Output.Create(element));

    /// <summary>The JSON that the text describes, once known.</summary>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(text => Parse(text)));

    /// <summary>The root of the document, once known.</summary>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(root => root.RootElement));

    /// <summary>The element, once known.</summary>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
