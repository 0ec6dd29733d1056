using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function call as mocks see it.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The known arguments by wire name; numbers are doubles, secrets are unwrapped.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider, <c>urn::id</c>; empty for the package's default one.</summary>
    public string? Provider { get; set; }
}
