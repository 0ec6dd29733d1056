namespace Clawdbot.Policies.Documents;

/// <summary>A mistake in a file that a person wrote, with all that is needed to mend it.</summary>
/// <param name="Id">One of <see cref="PolicyDiagnosticIds"/>.</param>
/// <param name="What">What is wrong, with file, line and column where there are any.</param>
/// <param name="Value">What was found.</param>
/// <param name="Allowed">What would be accepted.</param>
/// <param name="Next">The next step, as a sentence.</param>
internal sealed record InputError(string Id, string What, string Value, string Allowed, string Next)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Id}: {What} is {Value}; allowed: {Allowed}. {Next}";
}
