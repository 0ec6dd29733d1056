using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Emit;

/// <summary>Writes output types: what resources and functions answer.</summary>
public static class OutputTypeEmitter
{
    /// <summary>Writes one class.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="fields">Its fields.</param>
    public static void Write(CodeWriter writer, string name, IReadOnlyList<OutputField> fields)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Line("[OutputType]");
        writer.Block($"public sealed class {name}", () =>
        {
            foreach (var field in fields)
            {
                if (field.Deprecated)
                {
                    writer.Line(ArgsEmitter.Obsolete);
                }

                writer.Line($"public readonly {field.Type} {field.Name};");
            }

            writer.Line();
            writer.Line("[OutputConstructor]");
            writer.Line($"private {name}(");
            writer.Indented(() =>
            {
                for (var index = 0; index < fields.Count; index++)
                {
                    var end = index == fields.Count - 1 ? ")" : ",";
                    writer.Line($"{fields[index].Type} {Naming.Parameter(fields[index].WireName)}{end}");
                }

                if (fields.Count == 0)
                {
                    writer.Line(")");
                }
            });
            writer.Line("{");
            writer.Indented(() =>
            {
                foreach (var field in fields)
                {
                    // A wire name that starts with a capital names the parameter as the field.
                    var parameter = Naming.Parameter(field.WireName);
                    writer.Line($"{(parameter == field.Name ? "this." : "")}{field.Name} = {parameter};");
                }
            });
            writer.Line("}");
        });
    }
}
