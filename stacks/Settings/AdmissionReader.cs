using System.Collections.Immutable;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:admission</c>. Every key may be left out.</summary>
internal static class AdmissionReader
{
    internal static ImmutableArray<string> Keys { get; } = ["mode", "auditOnly", "exemptNamespaces"];

    /// <summary>The section; null where the cluster checks nothing.</summary>
    internal static AdmissionPoliciesSpec? Read(SettingsObject entry)
    {
        var defaults = new AdmissionPoliciesSpec();
        var choice = entry.Has("mode") ? entry.Choice("mode", "audit", "warn", "deny", "off") : null;
        if (choice == "off")
            return null;
        return defaults with
        {
            Mode = choice switch
            {
                "audit" => AdmissionMode.Audit,
                "warn" => AdmissionMode.Warn,
                "deny" => AdmissionMode.Deny,
                _ => defaults.Mode,
            },
            AuditOnly = entry.OptionalTexts("auditOnly"),
            ExemptNamespaces = entry.OptionalTexts("exemptNamespaces"),
        };
    }
}
