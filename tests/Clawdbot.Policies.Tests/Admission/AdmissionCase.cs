using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>An object, and whether it breaks a rule.</summary>
/// <param name="Twin">Name of the twin, without the common prefix.</param>
/// <param name="What">What it is about, for the name of the test.</param>
/// <param name="Breaks">Whether it breaks the rule.</param>
/// <param name="Object">The object.</param>
internal sealed record AdmissionCase(string Twin, string What, bool Breaks, Sample Object)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Twin} {(Breaks ? "refuses" : "takes")} {What}";
}
