using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Emit;

/// <summary>Writes resource classes.</summary>
public static class ResourceEmitter
{
    /// <summary>Writes one class.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="rules">The package.</param>
    /// <param name="resource">The class.</param>
    public static void Write(CodeWriter writer, PackageRules rules, ResourceClass resource)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(resource);
        var isProvider = resource.Kind == "ProviderResource";
        var token = isProvider ? "pulumi:providers:" + resource.Script.Token : resource.Script.Token;
        var baseType = rules.KubernetesStyle && resource.Kind == "CustomResource" ? "Pulumi.Kubernetes.KubernetesResource" : "global::Pulumi." + resource.Kind;
        if (resource.Deprecated)
        {
            writer.Line(ArgsEmitter.Obsolete);
        }

        writer.Line($"[{rules.ResourceTypeAttribute}(\"{token}\")]");
        writer.Block($"public partial class {resource.Name} : {baseType}", () =>
        {
            foreach (var output in resource.Outputs)
            {
                writer.Line($"[Output(\"{output.WireName}\")]");
                if (output.Deprecated)
                {
                    writer.Line(ArgsEmitter.Obsolete);
                }

                writer.Line($"public Output<{output.Type}> {output.Name} {{ get; private set; }} = null!;");
                writer.Line();
            }

            WriteConstructors(writer, rules, resource);
            WriteOptions(writer, resource);
            if (resource.HasGet)
            {
                writer.Line();
                WriteGet(writer, resource);
            }
        });
    }

    private static string Options(ResourceClass resource) => resource.Kind == "ComponentResource" ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static void WriteConstructors(CodeWriter writer, PackageRules rules, ResourceClass resource)
    {
        var constants = resource.Script.Inputs.Values.Where(input => input.Constant is not null).OrderBy(input => input.Name, StringComparer.Ordinal).ToList();
        var optional = rules.KubernetesStyle || resource.Script.Required.IsEmpty;
        var args = constants.Count > 0 ? "MakeArgs(args)" : $"args ?? new {resource.ArgsType}()";
        var remote = resource.Script.Remote ? ", remote: true" : "";
        writer.Line($"public {resource.Name}(string name, {resource.ArgsType}{(optional ? "? args = null" : " args")}, {Options(resource)}? options = null)");
        writer.Indented(() => writer.Line($": base(\"{resource.Script.Token}\", name, {args}, MakeResourceOptions(options, \"\"){remote})"));
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        if (resource.HasGet)
        {
            var state = resource.StateType is null ? "" : $"{resource.StateType}? state = null, ";
            writer.Line($"private {resource.Name}(string name, Input<string> id, {state}CustomResourceOptions? options = null)");
            writer.Indented(() => writer.Line(
                $": base(\"{resource.Script.Token}\", name, {(resource.StateType is null ? "null" : "state")}, MakeResourceOptions(options, id))"));
            writer.Line("{");
            writer.Line("}");
            writer.Line();
        }

        if (constants.Count > 0)
        {
            writer.Block($"private static {resource.ArgsType} MakeArgs({resource.ArgsType}? args)", () =>
            {
                writer.Line($"args ??= new {resource.ArgsType}();");
                foreach (var constant in constants)
                {
                    writer.Line($"args.{Naming.Property(constant.Name)} = \"{constant.Constant}\";");
                }

                writer.Line("return args;");
            });
            writer.Line();
        }

        if (resource.Script.CallToken is { } call)
        {
            writer.Line("public Output<ProviderTerraformConfigResult> TerraformConfig()");
            writer.Indented(() => writer.Line(
                $"=> global::Pulumi.Deployment.Instance.Call<ProviderTerraformConfigResult>(\"{call}\", CallArgs.Empty, this);"));
            writer.Line();
        }
    }

    private static void WriteOptions(CodeWriter writer, ResourceClass resource)
    {
        var options = Options(resource);
        writer.Block($"private static {options} MakeResourceOptions({options}? options, Input<string>? id)", () =>
        {
            writer.Line($"var defaultOptions = new {options}");
            writer.Line("{");
            writer.Indented(() =>
            {
                writer.Line("Version = Utilities.Version,");
                WriteList(writer, "Aliases", resource.Script.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = \"{alias}\" }}"));
                WriteList(writer, "AdditionalSecretOutputs", resource.Script.SecretOutputs.Select(name => $"\"{name}\""));
                WriteList(writer, "ReplaceOnChanges", resource.Script.ReplaceOnChanges.Select(name => $"\"{name}\""));
            });
            writer.Line("};");
            writer.Line($"var merged = {options}.Merge(defaultOptions, options);");
            writer.Line("merged.Id = id ?? merged.Id;");
            writer.Line("return merged;");
        });
    }

    private static void WriteList(CodeWriter writer, string name, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count == 0)
        {
            return;
        }

        writer.Line($"{name} =");
        writer.Line("{");
        writer.Indented(() => list.ForEach(value => writer.Line(value + ",")));
        writer.Line("},");
    }

    private static void WriteGet(CodeWriter writer, ResourceClass resource)
    {
        var state = resource.StateType is null ? "" : $"{resource.StateType}? state = null, ";
        writer.Line($"public static {resource.Name} Get(string name, Input<string> id, {state}CustomResourceOptions? options = null)");
        writer.Indented(() => writer.Line($"=> new {resource.Name}(name, id, {(resource.StateType is null ? "" : "state, ")}options);"));
    }
}
