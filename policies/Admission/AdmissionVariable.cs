namespace Clawdbot.Policies.Admission;

/// <summary>A part of the expressions with a name, which they use as <c>variables.name</c>. It may use those before it.</summary>
/// <param name="Name">An identifier of CEL.</param>
/// <param name="Expression">What it stands for.</param>
internal sealed record AdmissionVariable(string Name, string Expression);
