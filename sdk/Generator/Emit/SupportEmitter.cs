using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Emit;

/// <summary>Writes what the classes of one package share: the version, environment defaults and the type attribute.</summary>
public static class SupportEmitter
{
    private const string EnvironmentReaders = """
        public static string? GetEnv(params string[] names)
        {
            foreach (var name in names)
            {
                var value = global::System.Environment.GetEnvironmentVariable(name);
                if (value != null)
                {
                    return value;
                }
            }

            return null;
        }

        public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch
        {
            "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
            "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
            _ => null,
        };

        public static int? GetEnvInt32(params string[] names)
            => int.TryParse(GetEnv(names), global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

        public static double? GetEnvDouble(params string[] names)
            => double.TryParse(GetEnv(names), global::System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

        public static InvokeOptions WithDefaults(this InvokeOptions? options) => new InvokeOptions
        {
            Parent = options?.Parent,
            Provider = options?.Provider,
            PluginDownloadURL = options?.PluginDownloadURL,
            Version = options?.Version ?? Version,
        };

        public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options) => new InvokeOutputOptions
        {
            Parent = options?.Parent,
            Provider = options?.Provider,
            PluginDownloadURL = options?.PluginDownloadURL,
            Version = options?.Version ?? Version,
            DependsOn = options?.DependsOn ?? new InputList<Resource>(),
        };
        """;

    /// <summary>Writes the helpers.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="rules">The package.</param>
    public static void WriteUtilities(CodeWriter writer, PackageRules rules)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rules);
        writer.Line();
        writer.Block($"namespace {rules.Namespace}", () => writer.Block("internal static class Utilities", () =>
        {
            // A constant, where the official package reads a resource of its assembly: nothing runs at start-up.
            writer.Line($"public const string Version = \"{rules.Version}\";");
            writer.Line();
            foreach (var line in EnvironmentReaders.ReplaceLineEndings("\n").Split('\n'))
            {
                writer.Line(line);
            }
        }));
    }

    /// <summary>Writes the attribute that marks a resource class with its token.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="rules">The package.</param>
    public static void WriteAttribute(CodeWriter writer, PackageRules rules)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rules);
        var name = rules.ResourceTypeAttribute + "Attribute";
        writer.Line();
        writer.Block($"namespace {rules.Namespace}", () => writer.Block($"internal sealed class {name} : global::Pulumi.ResourceTypeAttribute", () =>
        {
            writer.Line($"public {name}(string type) : base(type, Utilities.Version)");
            writer.Line("{");
            writer.Line("}");
        }));
    }
}
