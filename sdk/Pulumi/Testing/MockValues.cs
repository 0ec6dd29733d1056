using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Between wire values and what mocks see and give.</summary>
internal static class MockValues
{
    /// <summary>The known properties, unwrapped; <paramref name="secrets"/> takes the names of those that hold a secret.</summary>
    public static ImmutableDictionary<string, object> ToInputs(Dictionary<string, object?> wire, HashSet<string> secrets)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in wire)
        {
            var facts = new WireFacts();
            var plain = facts.Strip(value);
            if (facts.IsSecret)
            {
                secrets.Add(name);
            }

            // A property that is not wholly known is not shown in part: a mock could not tell what is missing.
            if (facts.IsKnown && ToMock(plain) is { } shown)
            {
                result.Add(name, shown);
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The wire form of a mock's answer: a dictionary, or an object with input or output members.</summary>
    public static async Task<Dictionary<string, object?>> ToWireAsync(object? state)
    {
        var writer = new WireWriter();
        return state switch
        {
            null => [],
            InputArgs args => await writer.WriteArgsAsync(args).ConfigureAwait(false),
            _ when await writer.WriteAsync(state).ConfigureAwait(false) is Dictionary<string, object?> map => map,
            _ => throw new InvalidOperationException(
                $"A mock gave a {state.GetType().FullName} as state; it must be a dictionary from wire names to values."),
        };
    }

    /// <summary>A wire value as an output of its own.</summary>
    public static Output<object?> ToOutput(object? wire)
    {
        var facts = new WireFacts();
        var plain = facts.Strip(wire);
        return new(OutputData<object?>.Plain(facts.IsKnown ? ToMock(plain) : null) with { IsKnown = facts.IsKnown, IsSecret = facts.IsSecret });
    }

    private static object? ToMock(object? plain)
    {
        switch (plain)
        {
            case List<object?> list:
                return list.Select(ToMock).ToImmutableArray();
            case Dictionary<string, object?> map:
                var result = ImmutableDictionary.CreateBuilder<string, object>();
                foreach (var (key, value) in map)
                {
                    if (!key.StartsWith("__", StringComparison.Ordinal) && ToMock(value) is { } shown)
                    {
                        result.Add(key, shown);
                    }
                }

                return result.ToImmutable();
            default:
                return plain;
        }
    }
}
