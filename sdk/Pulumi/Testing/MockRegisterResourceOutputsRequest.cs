using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The outputs of a component or stack as mocks see them.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>The resource's URN.</summary>
    public readonly string Urn;

    /// <summary>Its outputs by wire name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    /// <summary>Takes the parts.</summary>
    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
    {
        Urn = urn;
        Outputs = outputs;
    }
}
