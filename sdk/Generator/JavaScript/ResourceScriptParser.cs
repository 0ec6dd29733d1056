using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pulumi.Generator.JavaScript;

/// <summary>Reads the script (<c>.js</c>) of a resource class, and refuses every line that it does not know.</summary>
public sealed partial class ResourceScriptParser
{
    // Lines that say nothing which the others or the declarations do not.
    private static readonly ImmutableHashSet<string> Fixed =
    [
        "let resourceInputs = {};", "opts = opts || {};", "if (opts.id) {", "if (!opts.id) {", "else {", "{", "}", "}, this);",
        "const args = argsOrState;", "const state = argsOrState;", "\"__self__\": this,", "terraformConfig() {",
        "constructor(name, args, opts) {", "constructor(name, argsOrState, opts) {",
        "static get(name, id, opts) {", "static get(name, id, state, opts) {",
        "static isInstance(obj) {", "if (obj === undefined || obj === null) {", "return false;",
        "opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);",
        "opts = pulumi.mergeOptions(opts, aliasOpts);", "opts = pulumi.mergeOptions(opts, secretOpts);", "opts = pulumi.mergeOptions(opts, replaceOnChanges);",
    ];

    private readonly string _file;
    private readonly ImmutableDictionary<string, ScriptInput>.Builder _inputs = ImmutableDictionary.CreateBuilder<string, ScriptInput>();
    private readonly ImmutableHashSet<string>.Builder _required = ImmutableHashSet.CreateBuilder<string>();
    private string? _className;
    private string? _token;
    private string? _callToken;
    private bool _remote;
    private bool _inLookup;
    private ImmutableArray<string> _aliases = [];
    private ImmutableArray<string> _secretOutputs = [];
    private ImmutableArray<string> _replaceOnChanges = [];

    private ResourceScriptParser(string file) => _file = file;

    /// <summary>Reads one script.</summary>
    /// <param name="file">The file's name, for errors.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="GeneratorException">A line that the generator does not know; names file, line and text.</exception>
    public static ResourceScript Parse(string file, string text)
    {
        var parser = new ResourceScriptParser(file);
        foreach (var (number, line) in ScriptLines.Read(text))
        {
            // The class runs from its head to its export; what stands before is the module system.
            if (parser._className is null)
            {
                parser.ReadHead(line);
            }
            else if (line == $"exports.{parser._className} = {parser._className};")
            {
                return parser.Finish();
            }
            else if (!parser.ReadLine(line))
            {
                throw new GeneratorException($"{file}:{number}: the generator does not know '{line}'.");
            }
        }

        throw new GeneratorException($"{file}: no resource class found.");
    }

    private ResourceScript Finish() => new(
        _file,
        _className!,
        _token ?? throw new GeneratorException($"{_file}: the class '{_className}' has no __pulumiType."),
        _inputs.ToImmutable(),
        _required.ToImmutable(),
        _aliases,
        _secretOutputs,
        _replaceOnChanges,
        _remote,
        _callToken);

    private void ReadHead(string line)
    {
        if (HeadShape().Match(line) is { Success: true } head)
        {
            _className = head.Groups[1].Value;
        }
    }

    private bool ReadLine(string line)
    {
        if (Fixed.Contains(line))
        {
            // Only one of the two branches fills inputs; the other one looks up what exists.
            _inLookup = line switch
            {
                "if (opts.id) {" => true,
                "else {" => !_inLookup,
                "if (!opts.id) {" or "{" => false,
                _ => _inLookup,
            };
            return true;
        }

        return InputShape().Match(line) is { Success: true } input ? ReadInput(input.Groups[1].Value, input.Groups[2].Value) : ReadRest(line);
    }

    private bool ReadInput(string name, string expression)
    {
        if (expression == "undefined /*out*/")
        {
            return true;
        }

        if (InputExpression.Read(name, expression) is not { } input)
        {
            return false;
        }

        if (!_inLookup)
        {
            _inputs.Add(name, input);
        }

        return true;
    }

    private bool ReadRest(string line)
    {
        if (TokenShape().Match(line) is { Success: true } token)
        {
            _token = token.Groups[1].Value;
            return true;
        }

        if (RequiredShape().Match(line) is { Success: true } required)
        {
            _required.Add(required.Groups[1].Value);
            return true;
        }

        if (CallShape().Match(line) is { Success: true } call)
        {
            _callToken = call.Groups[1].Value;
            return true;
        }

        if (OptionShape().Match(line) is { Success: true } option)
        {
            var values = TextShape().Matches(option.Groups[2].Value).Select(match => match.Groups[1].Value).ToImmutableArray();
            switch (option.Groups[1].Value)
            {
                case "aliases":
                    _aliases = values;
                    return true;
                case "additionalSecretOutputs":
                    _secretOutputs = values;
                    return true;
                case "replaceOnChanges":
                    _replaceOnChanges = values;
                    return true;
                default:
                    return false;
            }
        }

        _remote |= line.EndsWith("opts, true /*remote*/);", StringComparison.Ordinal);
        return line == $"super({_className}.__pulumiType, name, resourceInputs, opts);"
            || line == $"super({_className}.__pulumiType, name, resourceInputs, opts, true /*remote*/);"
            || line == $"return obj['__pulumiType'] === {_className}.__pulumiType;"
            || line == $"return obj['__pulumiType'] === \"pulumi:providers:\" + {_className}.__pulumiType;"
            || line == $"return new {_className}(name, undefined, {{ ...opts, id: id }});"
            || line == $"return new {_className}(name, state, {{ ...opts, id: id }});"
            || MissingShape().IsMatch(line);
    }

    [GeneratedRegex(@"^class (\w+) extends pulumi\.(?:CustomResource|ComponentResource|ProviderResource) \{$")]
    private static partial Regex HeadShape();

    [GeneratedRegex(@"^static __pulumiType = '([^']+)';$")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^resourceInputs\[""([^""]+)""\] = (.+);$")]
    private static partial Regex InputShape();

    [GeneratedRegex(@"^if \(args\?\.(\w+) === undefined && !opts\.urn\) \{$")]
    private static partial Regex RequiredShape();

    [GeneratedRegex(@"^throw new Error\(""Missing required property '\w+'""\);$")]
    private static partial Regex MissingShape();

    [GeneratedRegex(@"^return pulumi\.runtime\.call\(""(pulumi:providers:\w+/terraformConfig)"", \{$")]
    private static partial Regex CallShape();

    [GeneratedRegex(@"^const \w+ = \{ (\w+): \[(.+)\] \};$")]
    private static partial Regex OptionShape();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex TextShape();
}
