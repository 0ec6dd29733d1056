using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource as mocks see it.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The known inputs by wire name; numbers are doubles, secrets are unwrapped.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider, <c>urn::id</c>; empty for the package's default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported; empty for one that is created.</summary>
    public string? Id { get; set; }
}
