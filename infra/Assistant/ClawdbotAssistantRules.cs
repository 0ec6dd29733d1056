using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Assistant;

/// <summary>Rules for <see cref="ClawdbotAssistantArgs"/>.</summary>
public static partial class ClawdbotAssistantRules
{
    private const string MacExplanation =
        "iMessage runs on macOS only: a Mac signed in to Messages, with Full Disk Access for the program that reads chat.db (without it the channel is silent " +
        "and blocks nothing visibly) and Automation permission to send. A Linux container reaches it through ssh: give host, user and hostKey of the Mac, " +
        "and the private key as a secret.";

    /// <summary>All mistakes in <paramref name="args"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(ClawdbotAssistantArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        if (args.Namespace is null)
            findings.Add(DiagnosticIds.MissingArgument, "namespace", "missing", "the namespace of the gateway");
        if (args.Spec is null)
        {
            findings.Add(DiagnosticIds.MissingArgument, "spec", "missing", "what to run");
            return findings.Diagnostics;
        }
        findings.AddRange(CheckSpec(args.Spec, subject, remedy));
        if (args.Spec.Telegram is not null && args.TelegramBotToken is null)
            findings.Add(DiagnosticIds.MissingArgument, "telegramBotToken", "missing", "a secret, because telegram is on");
        if (args.Spec.IMessageEnabled && args.MacPrivateKey is null)
            findings.Add(DiagnosticIds.MissingArgument, "macPrivateKey", "missing", "a secret, because imessage is on");
        return findings.Diagnostics;
    }

    /// <summary>All mistakes in <paramref name="spec"/>.</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> CheckSpec(ClawdbotAssistantSpec spec, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var findings = new Findings(subject, remedy);
        CheckImage(spec.Image, findings);
        CheckModels(spec, findings);
        findings.InRange("maxConcurrent", spec.Budget.MaxConcurrent, Capacity.Planning.AssistantBudget.MaxConcurrentRange);
        findings.InRange("subagents", spec.Budget.Subagents, Capacity.Planning.AssistantBudget.SubagentsRange);
        findings.InRange("storageGiB", spec.StorageGiB, ClawdbotAssistantDefaults.StorageGiB);
        if (spec.StorageClass is { } storage && !KubernetesNames.IsDnsSubdomain(storage))
            findings.Add(DiagnosticIds.InvalidName, "storageClass", $"'{storage}'", "the name of a StorageClass, or nothing for the cluster's default");
        findings.InRange("memoryMiB", spec.MemoryMiB, ClawdbotAssistantDefaults.MemoryMiB);
        if (spec.Telegram is { } telegram)
            CheckTelegram(telegram, findings);
        if (spec.IMessageEnabled)
            CheckMac(spec.IMessage, findings);
        for (var index = 0; index < spec.ControlPageOrigins.Length; index++)
        {
            if (!Origin().IsMatch(spec.ControlPageOrigins[index]))
                findings.Add(AssistantDiagnosticIds.InvalidOrigin, Item("controlPageOrigins", index), $"'{spec.ControlPageOrigins[index]}'", "https://<host>[:<port>], or http://localhost:<port> for kubectl port-forward, without a path");
        }
        return findings.Diagnostics;
    }

    private static void CheckImage(string image, Findings findings)
    {
        if (ImageReferenceRules.Check(image, "image", "", "").Count > 0)
        {
            findings.Add(DiagnosticIds.UnpinnedImage, "image", $"'{image}'", "<repository>:<release>, with or without @sha256:<64 hexadecimal digits>",
                "OpenClaw removes settings between releases and then refuses to start, so a moving image breaks a running assistant.");
            return;
        }
        switch (AssistantRelease.OfImage(image))
        {
            case null:
                findings.Add(AssistantDiagnosticIds.UnknownRelease, "image", $"'{image}'", $"a tag that starts with the release, such as {ClawdbotAssistantDefaults.CheckedRelease}-slim; no beta",
                    "The settings that OpenClaw accepts depend on its release.");
                break;
            case { } release when release < ClawdbotAssistantDefaults.SecureSince:
                findings.Add(AssistantDiagnosticIds.InsecureRelease, "image", $"'{image}'", $"{ClawdbotAssistantDefaults.SupportedSince} or newer",
                    $"Releases before {ClawdbotAssistantDefaults.SecureSince} have published holes, among them remote code execution (CVE-2026-25253) and tokens that stay valid after rotation (GHSA-xmxx-7p24-h892).");
                break;
            case { } release when release < ClawdbotAssistantDefaults.SupportedSince:
                findings.Add(AssistantDiagnosticIds.UnsupportedRelease, "image", $"'{image}'", $"{ClawdbotAssistantDefaults.SupportedSince} or newer",
                    "Older releases lack the probe /startupz and know other settings.");
                break;
        }
    }

    private static void CheckModels(ClawdbotAssistantSpec spec, Findings findings)
    {
        CheckModel(spec, "model", spec.Model, findings);
        for (var index = 0; index < spec.FallbackModels.Length; index++)
        {
            var name = spec.FallbackModels[index];
            if (name == spec.Model || spec.FallbackModels.IndexOf(name) < index)
                findings.Add(AssistantDiagnosticIds.RepeatedModel, Item("fallbackModels", index), $"'{name}' again", "models that are neither model nor an earlier fallback", "Asking the same model twice only takes longer.");
            else
                CheckModel(spec, Item("fallbackModels", index), name, findings);
        }
    }

    private static void CheckModel(ClawdbotAssistantSpec spec, string member, string name, Findings findings)
    {
        var usable = spec.OfferedModels.Select(model => model.Name).ToArray();
        if (spec.Models.FirstOrDefault(model => model.Name == name) is not { } found)
        {
            var served = spec.Models.Select(model => model.Name).ToArray();
            findings.Add(AssistantDiagnosticIds.UnservedModel, member, name.Length == 0 ? "missing" : $"'{name}'", served.Length == 0 ? "a name that a pool serves; none does" : $"a name that a pool serves: {string.Join(", ", served)}", name.Length == 0 ? "" : NearestName.Suggestion(name, served).TrimEnd());
        }
        else if (!found.IsLargeEnough)
        {
            findings.Add(AssistantDiagnosticIds.ContextTooSmall, member, string.Create(CultureInfo.InvariantCulture, $"'{name}' with a context of {found.ContextWindow} tokens in its smallest pool"),
                string.Create(CultureInfo.InvariantCulture, $"a model with at least {ClawdbotAssistantDefaults.MinimumContext} tokens{(usable.Length == 0 ? "; no pool has one" : $": {string.Join(", ", usable)}")}"),
                "The assistant's own instructions fill about 8500 tokens before anybody has said a word; raise contextTokens in the goal of every pool that serves the model, or name another model.");
        }
    }

    private static void CheckTelegram(TelegramSettings telegram, Findings findings)
    {
        findings.OneOf(AssistantDiagnosticIds.ChannelAccess, "telegram.directMessages", telegram.DirectMessages, ["pairing", "allowlist"]);
        if (telegram.DirectMessages == "allowlist" && telegram.AllowFrom.IsEmpty)
            findings.Add(AssistantDiagnosticIds.ChannelAccess, "telegram.allowFrom", "empty", "at least one numeric Telegram user id, because telegram.directMessages is 'allowlist'", "Nobody could write to the assistant.");
        for (var index = 0; index < telegram.AllowFrom.Length; index++)
        {
            if (!UserId().IsMatch(telegram.AllowFrom[index]))
                findings.Add(AssistantDiagnosticIds.ChannelAccess, Item("telegram.allowFrom", index), $"'{telegram.AllowFrom[index]}'", "a numeric Telegram user id; names can change hands, and '*' would be everybody");
        }
        for (var index = 0; index < telegram.Groups.Length; index++)
        {
            if (!GroupId().IsMatch(telegram.Groups[index]))
                findings.Add(AssistantDiagnosticIds.ChannelAccess, Item("telegram.groups", index), $"'{telegram.Groups[index]}'", "the numeric id of a group chat, which starts with '-'; '*' would be every group that adds the bot");
        }
    }

    private static void CheckMac(IMessageSettings? mac, Findings findings)
    {
        if (mac is null)
        {
            findings.Add(AssistantDiagnosticIds.IMessageNeedsMac, "imessage", "on without a Mac", "host, user and hostKey of a Mac, or enabled: false", MacExplanation);
            return;
        }
        if (!IPAddress.TryParse(mac.Host, out var address) || IPAddress.IsLoopback(address) || address.ToString() != mac.Host)
            findings.Add(AssistantDiagnosticIds.InvalidMacAccess, "imessage.host", $"'{mac.Host}'", "the IP address of the Mac", "The network policy that opens the way to it knows addresses only.");
        if (!MacUser().IsMatch(mac.User))
            findings.Add(AssistantDiagnosticIds.InvalidMacAccess, "imessage.user", $"'{mac.User}'", "a user name of the Mac: letters, digits, '.', '_' and '-', not starting with '-' or '.'");
        if (!HostKey().IsMatch(mac.HostKey))
            findings.Add(AssistantDiagnosticIds.InvalidMacAccess, "imessage.hostKey", mac.HostKey.Length == 0 ? "empty" : "not a public key", "one line 'ssh-ed25519 <base64>', as printed by `ssh-keyscan -t ed25519 <host>` after the host; compare its fingerprint on the Mac itself");
        if (mac.AllowFrom.IsEmpty)
            findings.Add(AssistantDiagnosticIds.ChannelAccess, "imessage.allowFrom", "empty", "at least one phone number or e-mail address", "Nobody could write to the assistant.");
        for (var index = 0; index < mac.AllowFrom.Length; index++)
        {
            if (!Handle().IsMatch(mac.AllowFrom[index]))
                findings.Add(AssistantDiagnosticIds.ChannelAccess, Item("imessage.allowFrom", index), $"'{mac.AllowFrom[index]}'", "a phone number such as +15555550123, or an e-mail address");
        }
    }

    private static string Item(string member, int index) => string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]");

    [GeneratedRegex(@"\A[1-9][0-9]{0,15}\z")]
    private static partial Regex UserId();

    [GeneratedRegex(@"\A-[1-9][0-9]{0,15}\z")]
    private static partial Regex GroupId();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex MacUser();

    [GeneratedRegex(@"\A(ssh-ed25519|ecdsa-sha2-nistp256|ssh-rsa) [A-Za-z0-9+/]{40,800}={0,2}\z")]
    private static partial Regex HostKey();

    [GeneratedRegex(@"\A(\+[1-9][0-9]{5,14}|[^@\s]+@[^@\s]+\.[^@\s]+)\z")]
    private static partial Regex Handle();

    [GeneratedRegex(@"\A(https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?|http://localhost:[0-9]{1,5})\z")]
    private static partial Regex Origin();
}
