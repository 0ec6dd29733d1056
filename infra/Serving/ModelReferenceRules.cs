using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Serving;

/// <summary>Rules for <see cref="ModelReference"/>.</summary>
public static partial class ModelReferenceRules
{
    /// <summary>All mistakes in <paramref name="model"/>; members are reported as <c>model</c> and <c>revision</c>.</summary>
    public static IReadOnlyList<Diagnostic> Check(ModelReference model, string subject, string remedy)
    {
        var findings = new Findings(subject, remedy);
        if (!ModelId().IsMatch(model.Id))
            findings.Add(DiagnosticIds.InvalidModelReference, "model", $"'{model.Id}'", "<organisation>/<name> of letters, digits, '.', '_' and '-'");
        else if (!KubernetesNames.IsLabelValue(model.Slug))
            findings.Add(DiagnosticIds.InvalidModelReference, "model", $"'{model.Id}'", $"an id whose form '{model.Slug}' is a label value: at most {KubernetesNames.MaximumLength} characters, ending with a letter or digit");
        if (!Revision().IsMatch(model.Revision))
            findings.Add(DiagnosticIds.InvalidModelReference, "revision", $"'{model.Revision}'", "a commit of 40 hexadecimal digits, or a tag or branch of letters, digits, '.', '_' and '-'");
        return findings.Diagnostics;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex ModelId();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex Revision();
}
