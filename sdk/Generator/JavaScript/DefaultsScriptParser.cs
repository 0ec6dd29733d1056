using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pulumi.Generator.JavaScript;

/// <summary>Reads from <c>types/input.js</c> the defaults that input types fill in.</summary>
public static partial class DefaultsScriptParser
{
    /// <summary>Reads the script.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>For each input type that has defaults (its dotted name, the last part in camel case), the inputs with a default.</returns>
    /// <exception cref="GeneratorException">A line inside such a function that the generator does not know.</exception>
    public static ImmutableDictionary<string, ImmutableDictionary<string, ScriptInput>> Parse(string file, string text)
    {
        var types = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, ScriptInput>>();
        string? current = null;
        var module = "";
        var inputs = ImmutableDictionary.CreateBuilder<string, ScriptInput>();
        foreach (var (number, line) in ScriptLines.Read(text))
        {
            if (HeadShape().Match(line) is { Success: true } head)
            {
                current = module + head.Groups[1].Value;
                inputs = ImmutableDictionary.CreateBuilder<string, ScriptInput>();
            }
            else if (ModuleShape().Match(line) is { Success: true } open)
            {
                module = open.Groups[1].Value + ".";
            }
            else if (line.StartsWith("})(", StringComparison.Ordinal))
            {
                module = "";
            }
            else if (current is null || line is "return {" or "...val," or "};")
            {
                continue;
            }
            else if (line == "}")
            {
                types.Add(current, inputs.ToImmutable());
                current = null;
            }
            else if (LineShape().Match(line) is { Success: true } member
                && InputExpression.Read(member.Groups[1].Value, member.Groups[2].Value) is { } input)
            {
                inputs.Add(input.Name, input);
            }
            else
            {
                throw new GeneratorException($"{file}:{number}: the generator does not know '{line}'.");
            }
        }

        return types.ToImmutable();
    }

    [GeneratedRegex(@"^function (\w+)ProvideDefaults\(val\) \{$")]
    private static partial Regex HeadShape();

    [GeneratedRegex(@"^\(function \((\w+)\) \{$")]
    private static partial Regex ModuleShape();

    [GeneratedRegex(@"^(\w+): (.+),$")]
    private static partial Regex LineShape();
}
