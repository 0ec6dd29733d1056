namespace Pulumi.Tests.PublicSurface;

/// <summary>One type of the recorded official list.</summary>
/// <param name="Name">Full name with type parameters, e.g. <c>Pulumi.Output&lt;T&gt;</c>.</param>
/// <param name="Kind">What stands before the name, e.g. <c>public sealed class</c>.</param>
/// <param name="Bases">Base class and interfaces, in no order.</param>
/// <param name="Members">The member lines, in no order.</param>
public sealed record OfficialType(string Name, string Kind, IReadOnlySet<string> Bases, IReadOnlySet<string> Members)
{
    /// <summary>Namespaces of the official assembly that no program of this project uses: there, only the names of types are compared.</summary>
    public bool IsOutOfScope
        => Name.StartsWith("Pulumi.Experimental.", StringComparison.Ordinal) || Name.StartsWith("Pulumi.Codegen.", StringComparison.Ordinal);
}
