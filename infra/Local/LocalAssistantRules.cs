using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Local;

/// <summary>Rules for <see cref="LocalAssistantArgs"/>: those of the assistant, and what one machine adds.</summary>
public static class LocalAssistantRules
{
    /// <summary>All mistakes in <paramref name="args"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LocalAssistantArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        findings.AddRange(ClawdbotAssistantRules.CheckSpec(args.Spec, subject, remedy));
        findings.AddRange(LocalModelServerRules.CheckPublishing(args.BindAddress, args.Port, subject, remedy));
        if (!Uri.TryCreate(args.ModelsUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.AbsolutePath != "/v1" || url.Query.Length > 0 || url.UserInfo.Length > 0)
            findings.Add(DiagnosticIds.InvalidPath, "modelsUrl", $"'{args.ModelsUrl}'", "an http or https address that ends in /v1, without user name");
        if (args.AuthorityFile is { } authority && !ModelStorageRules.IsPlainAbsolutePath(authority))
            findings.Add(DiagnosticIds.InvalidPath, "authorityFile", $"'{authority}'", "an absolute path below '/', without '.', '..' or empty parts");
        if (args.NetworkName is null)
            findings.Add(DiagnosticIds.MissingArgument, "networkName", "missing", "the network of the system");
        if (args.ModelToken is null)
            findings.Add(DiagnosticIds.MissingArgument, "modelToken", "missing", "a secret");
        if (args.Spec.Telegram is not null && args.TelegramBotToken is null)
            findings.Add(DiagnosticIds.MissingArgument, "telegramBotToken", "missing", "a secret, because telegram is on");
        if (args.Spec.IMessageEnabled)
            findings.Add(DiagnosticIds.NotLocal, "imessage", "on", "off with Docker; on the Mac itself OpenClaw runs without a container", "The private key for ssh would lie readable in the container.");
        return findings.Diagnostics;
    }
}
