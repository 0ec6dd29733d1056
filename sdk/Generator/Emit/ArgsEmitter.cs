using Pulumi.Generator.JavaScript;
using Pulumi.Generator.Rules;
using Pulumi.Generator.Schema;

namespace Pulumi.Generator.Emit;

/// <summary>Writes args classes: of resources, of states, of functions and the types below them.</summary>
public static class ArgsEmitter
{
    /// <summary>The mark on members that the package warns about.</summary>
    public const string Obsolete = "[Obsolete(\"The package that this is generated from deprecates it.\")]";

    /// <summary>Writes one class.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="baseType">ResourceArgs or InvokeArgs.</param>
    /// <param name="isSealed">Whether nothing may derive from it.</param>
    /// <param name="properties">Its properties.</param>
    public static void Write(CodeWriter writer, string name, string baseType, bool isSealed, IReadOnlyList<ArgsProperty> properties)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Block($"public {(isSealed ? "sealed " : "")}class {name} : global::Pulumi.{baseType}", () =>
        {
            foreach (var property in properties)
            {
                WriteProperty(writer, property);
                writer.Line();
            }

            writer.Block($"public {name}()", () =>
            {
                foreach (var property in properties)
                {
                    if (property.Default is { } value)
                    {
                        writer.Line($"{property.Name} = {Default(property, value)};");
                    }
                }
            });
            writer.Line();
            writer.Line($"public static new {name} Empty => new {name}();");
        });
    }

    private static void WriteProperty(CodeWriter writer, ArgsProperty property)
    {
        var attribute = $"[Input(\"{property.WireName}\"{(property.Required ? ", required: true" : "")}{(property.Json ? ", json: true" : "")})]";
        var type = property.Type;
        if (type.Collection == Collection.None && !property.Secret)
        {
            writer.Line(attribute);
            WriteObsolete(writer, property);
            var initial = property.Required && !type.IsValueType ? " = null!;" : "";
            writer.Line($"public {type.Text}{(property.Required ? "" : "?")} {property.Name} {{ get; set; }}{initial}");
            return;
        }

        var field = Naming.Field(property.WireName);
        writer.Line(attribute);
        writer.Line($"private {type.Text}? {field};");
        WriteObsolete(writer, property);

        // A list or map is never null, so that a program can fill it with a collection initializer.
        var isCollection = type.Collection != Collection.None;
        writer.Block($"public {type.Text}{(isCollection ? "" : "?")} {property.Name}", () =>
        {
            writer.Line(isCollection ? $"get => {field} ?? ({field} = new {type.Text}());" : $"get => {field};");
            if (property.Secret)
            {
                writer.Block("set", () => WriteSecretSetter(writer, type, field));
            }
            else
            {
                writer.Line($"set => {field} = value;");
            }
        });
    }

    private static void WriteSecretSetter(CodeWriter writer, PropertyType type, string field)
    {
        // What is combined with a secret becomes secret, whatever the program gave.
        if (type.Collection == Collection.None)
        {
            writer.Line("var emptySecret = Output.CreateSecret(0);");
            writer.Line($"{field} = Output.Tuple<{type.Text}?, int>(value, emptySecret).Apply(t => t.Item1);");
            return;
        }

        var empty = type.Collection == Collection.List ? $"ImmutableArray.Create<{type.Element}>()" : $"ImmutableDictionary.Create<string, {type.Element}>()";
        writer.Line($"var emptySecret = Output.CreateSecret({empty});");
        writer.Line($"{field} = Output.All(value, emptySecret).Apply(v => v[0]);");
    }

    private static void WriteObsolete(CodeWriter writer, ArgsProperty property)
    {
        if (property.Deprecated)
        {
            writer.Line(Obsolete);
        }
    }

    private static string Default(ArgsProperty property, DefaultValue value) => value switch
    {
        DefaultValue.Text text => $"\"{text.Value}\"",
        DefaultValue.Truth truth => truth.Value ? "true" : "false",
        DefaultValue.Environment environment =>
            $"Utilities.{Reader(property, environment)}({string.Join(", ", environment.Variables.Select(variable => $"\"{variable}\""))}){(environment.Reader == "getEnv" ? "!" : "")}",
        _ => throw new GeneratorException($"'{property.WireName}': the generator does not know the default {value}."),
    };

    private static string Reader(ArgsProperty property, DefaultValue.Environment environment) => environment.Reader switch
    {
        "getEnv" => "GetEnv",
        "getEnvBoolean" => "GetEnvBoolean",
        "getEnvNumber" => property.Type.Text.Contains("double", StringComparison.Ordinal) ? "GetEnvDouble" : "GetEnvInt32",
        _ => throw new GeneratorException($"'{property.WireName}': the generator does not know '{environment.Reader}'."),
    };
}
