namespace Clawdbot.Policies.Values;

/// <summary>
/// A rule asked for a value that is not there to be read: known only after the deployment, or a secret that the host keeps to itself. Whatever the rule was about to
/// decide cannot be decided; <see cref="Evaluation.RuleReport"/> turns this into "not applicable" with the reason, so that no rule has to remember the case.
/// The official Node SDK does the same with its UnknownValueError.
/// </summary>
internal sealed class UnknownValueException(Property at, string reason) : Exception(reason)
{
    /// <summary>Where the value would stand.</summary>
    public Property At { get; } = at;
}
