namespace Clawdbot.Policies.Admission;

/// <summary>A part of the expressions with a name, which they use as <c>variables.name</c>. It may use those before it.</summary>
/// <param name="Name">An identifier of CEL.</param>
/// <param name="Expression">What it stands for.</param>
internal sealed record AdmissionVariable(string Name, string Expression)
{
    /// <summary>The object without its type, because the type checker looks at every kind in turn, and no kind has all the paths.</summary>
    public static AdmissionVariable Root { get; } = new("root", "dyn(object)");
}
