using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Serving;

/// <summary>Rules for <see cref="ModelServerKeyArgs"/>.</summary>
public static class ModelServerKeyRules
{
    /// <summary>All mistakes in <paramref name="args"/>: both members must be given.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ModelServerKeyArgs args, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (args.Namespace is null)
            findings.Add(DiagnosticIds.MissingArgument, "namespace", "missing", "the namespace of the model servers");
        if (args.ApiKey is null)
            findings.Add(DiagnosticIds.MissingArgument, "apiKey", "missing", "a secret");
        return findings.Diagnostics;
    }
}
