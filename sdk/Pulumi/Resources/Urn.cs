namespace Pulumi;

/// <summary>The name that identifies a resource: <c>urn:pulumi:stack::project::parentTypes$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>Takes the text as it is.</summary>
    public Urn(string value) => _value = value;

    /// <summary>The text.</summary>
    public static implicit operator string(Urn value) => value.ToString();

    /// <summary>The text.</summary>
    public override string ToString() => _value ?? "";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(Urn other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>Whether both are the same text.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether they are different texts.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN of a resource.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent; excludes <paramref name="parentUrn"/>.</param>
    /// <param name="parentUrn">Its parent's URN; excludes <paramref name="parent"/>.</param>
    /// <param name="project">The project, where there is no parent; left out, the current one.</param>
    /// <param name="stack">The stack, where there is no parent; left out, the current one.</param>
    /// <exception cref="ArgumentException">Both parents are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' may be given.", nameof(parentUrn));
        }

        Input<string>? parentInput = parent is null ? parentUrn : (Input<string>)parent.Urn;
        var prefix = parentInput is null
            ? Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::")
            : parentInput.Apply(ParentPrefix);
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <summary>What the URNs of a parent's children begin with; the root stack's type is left out.</summary>
    internal static string ParentPrefix(string parentUrn)
    {
        var qualifiedType = parentUrn[..parentUrn.LastIndexOf("::", StringComparison.Ordinal)];
        return qualifiedType.EndsWith("::" + Stack.TypeToken, StringComparison.Ordinal)
            ? qualifiedType[..^Stack.TypeToken.Length]
            : qualifiedType + "$";
    }
}
