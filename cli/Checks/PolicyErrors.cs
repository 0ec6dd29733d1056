using Clawdbot.Infra.Diagnostics;
using Clawdbot.Policies.Documents;

namespace Clawdbot.Cli.Checks;

/// <summary>The pack's errors as this command reports its own.</summary>
internal static class PolicyErrors
{
    /// <summary>One diagnostic per mistake.</summary>
    public static IEnumerable<Diagnostic> Of(InputException exception) => exception.Errors.Select(e => new Diagnostic(e.Id, e.What, e.Value, e.Allowed, e.Next));
}
