using Pulumi.Generator.Rules;

namespace Pulumi.Generator.Emit;

/// <summary>Writes the static class of a function that asks the provider.</summary>
public static class FunctionEmitter
{
    /// <summary>Writes one class.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="function">The function's name, as <c>getAvailabilityZones</c>.</param>
    /// <param name="token">Its token.</param>
    /// <param name="argsOptional">Whether it can be asked without args.</param>
    public static void Write(CodeWriter writer, string function, string token, bool argsOptional)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var name = Naming.UppercaseFirst(function);
        var optional = argsOptional ? "? args = null" : " args";
        writer.Block($"public static class {name}", () =>
        {
            writer.Line($"public static Task<{name}Result> InvokeAsync({name}Args{optional}, InvokeOptions? options = null)");
            writer.Indented(() => writer.Line(
                $"=> global::Pulumi.Deployment.Instance.InvokeAsync<{name}Result>(\"{token}\", args ?? new {name}Args(), options.WithDefaults());"));
            writer.Line();
            writer.Line($"public static Output<{name}Result> Invoke({name}InvokeArgs{optional}, InvokeOptions? options = null)");
            writer.Indented(() => writer.Line(
                $"=> global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{token}\", args ?? new {name}InvokeArgs(), options.WithDefaults());"));
            writer.Line();
            writer.Line($"public static Output<{name}Result> Invoke({name}InvokeArgs args, InvokeOutputOptions options)");
            writer.Indented(() => writer.Line(
                $"=> global::Pulumi.Deployment.Instance.Invoke<{name}Result>(\"{token}\", args ?? new {name}InvokeArgs(), options.WithDefaults());"));
        });
    }
}
