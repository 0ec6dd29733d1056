using Cel;
using Clawdbot.Policies.Admission;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Testing;

/// <summary>
/// Evaluates a twin as the API server does, with an implementation of CEL that knows the standard only. It is stricter in one point: an
/// error on one side of <c>||</c> or <c>&amp;&amp;</c> is an error, whatever the other side says.
/// </summary>
internal sealed class CelTwin
{
    private static readonly CelEnvironment Environment = new(null, null);

    private static readonly Dictionary<string, CelTwin> ByName = AdmissionTwins.All.ToDictionary(twin => twin.Name, twin => new CelTwin(twin), StringComparer.Ordinal);

    private readonly AdmissionTwin _twin;
    private readonly CelProgramDelegate _condition;
    private readonly (string Name, CelProgramDelegate Program)[] _variables;
    private readonly (AdmissionValidation Validation, CelProgramDelegate Program, CelProgramDelegate? Message)[] _validations;

    private CelTwin(AdmissionTwin twin)
    {
        _twin = twin;
        _condition = Environment.Compile(twin.Condition);
        _variables = [.. twin.Variables.Select(variable => (variable.Name, Environment.Compile(variable.Expression)))];
        _validations =
        [
            .. twin.Validations.Select(validation => (
                validation,
                Environment.Compile(validation.Expression),
                twin.MessageExpression(validation) is { } expression ? Environment.Compile(expression) : null)),
        ];
    }

    /// <summary>The twin of that name.</summary>
    public static CelTwin Of(string name) => ByName[name];

    /// <summary>What the API server would say about an object; nothing when it is fine.</summary>
    public IReadOnlyList<string> Check(Sample made)
    {
        var arguments = new Dictionary<string, object?> { ["object"] = ValueOf(made) };
        var variables = new Dictionary<string, object?>();
        arguments["variables"] = variables;
        foreach (var (name, program) in _variables)
        {
            variables[name] = program(arguments);
        }

        return
        [
            .. _validations.Where(v => !(bool)v.Program(arguments)!).Select(v => v.Message is { } message ? (string)message(arguments)! : $"The object breaks {_twin.Message}"),
        ];
    }

    /// <summary>Whether the API server looks at a write at all.</summary>
    /// <param name="made">The object as it is to be.</param>
    /// <param name="was">As it was; null when it is new.</param>
    public bool IsAsked(Sample made, Sample? was) => (bool)_condition(new Dictionary<string, object?>
    {
        ["object"] = ValueOf(made),
        ["oldObject"] = was is null ? null : ValueOf(was),
        ["request"] = new Dictionary<string, object?> { ["operation"] = was is null ? "CREATE" : "UPDATE" },
    })!;

    private static object? ValueOf(Sample sample) => ValueOf(sample.Resource.Properties.Raw);

    private static object? ValueOf(PropertyValue? value) => value switch
    {
        PropertyValue.Flag flag => flag.Value,
        // The API server hands over whole numbers as such.
        PropertyValue.Number number => number.Value == Math.Floor(number.Value) ? (object)(long)number.Value : number.Value,
        PropertyValue.Text text => text.Value,
        PropertyValue.List list => list.Items.Select(ValueOf).ToList(),
        PropertyValue.Map map => map.Entries.Where(entry => entry.Value is not PropertyValue.Null).ToDictionary(entry => entry.Key, entry => ValueOf(entry.Value)),
        _ => null,
    };
}
