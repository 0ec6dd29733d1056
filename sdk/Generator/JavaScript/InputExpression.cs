using System.Text.RegularExpressions;

namespace Pulumi.Generator.JavaScript;

/// <summary>Reads the right side of <c>resourceInputs["x"] = …;</c> and of the functions that fill defaults.</summary>
public static partial class InputExpression
{
    /// <summary>Reads one right side.</summary>
    /// <param name="name">The input's wire name.</param>
    /// <param name="expression">The right side, without the semicolon.</param>
    /// <returns>What it says, or null when the text has none of the known shapes.</returns>
    public static ScriptInput? Read(string name, string expression)
    {
        if (JsonShape().Match(expression) is { Success: true } json)
        {
            return Read(name, json.Groups[1].Value) is { } inner ? inner with { Json = true } : null;
        }

        var id = Regex.Escape(name);
        if (Regex.IsMatch(expression, $@"^(args|state)\?\.{id}$"))
        {
            return new ScriptInput(name, null, false, false, null);
        }

        if (Regex.IsMatch(expression, $@"^args\?\.{id} \? pulumi\.secret\(args\.{id}\) : undefined$"))
        {
            return new ScriptInput(name, null, true, false, null);
        }

        if (Regex.IsMatch(expression, $@"^args \? pulumi\.output\(args\.{id}\)\.apply\(v => v === undefined \? undefined : inputs\.\w+ProvideDefaults\(v\)\) : undefined$"))
        {
            return new ScriptInput(name, null, false, false, null);
        }

        if (TextShape().Match(expression) is { Success: true } constant)
        {
            return new ScriptInput(name, constant.Groups[1].Value, false, false, null);
        }

        if (Regex.Match(expression, $@"^\((?:args\?|val)\.{id}\) \?\? (.+)$") is { Success: true } fallback)
        {
            return ReadDefault(fallback.Groups[1].Value) is { } value ? new ScriptInput(name, null, false, false, value) : null;
        }

        return null;
    }

    private static DefaultValue? ReadDefault(string expression)
    {
        if (expression is "true" or "false")
        {
            return new DefaultValue.Truth(expression == "true");
        }

        if (TextShape().Match(expression) is { Success: true } text)
        {
            return new DefaultValue.Text(text.Groups[1].Value);
        }

        return EnvironmentShape().Match(expression) is { Success: true } environment
            ? new DefaultValue.Environment(
                environment.Groups[1].Value, [.. environment.Groups[2].Value.Split(", ").Select(variable => variable.Trim('"'))])
            : null;
    }

    [GeneratedRegex(@"^pulumi\.output\((.+)\)\.apply\(JSON\.stringify\)$")]
    private static partial Regex JsonShape();

    [GeneratedRegex("^\"([^\"\\\\]*)\"$")]
    private static partial Regex TextShape();

    [GeneratedRegex("^utilities\\.(getEnv|getEnvBoolean|getEnvNumber)\\((\"\\w+\"(?:, \"\\w+\")*)\\)$")]
    private static partial Regex EnvironmentShape();
}
