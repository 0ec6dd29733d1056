namespace Clawdbot.Bench;

/// <summary>The command line or the machine is not as the bench needs it; the user can put it right.</summary>
internal sealed class UsageException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors.Distinct()))
{
    public UsageException(string error)
        : this([error])
    {
    }
}
