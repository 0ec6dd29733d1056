using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Platform;

/// <summary>What Kubernetes accepts as names and label values.</summary>
public static partial class KubernetesNames
{
    /// <summary>Longest name of a Service, label value or DNS label, in characters (RFC 1123).</summary>
    public const int MaximumLength = 63;

    /// <summary>Words for an error message about <see cref="IsDnsLabel"/>.</summary>
    public const string DnsLabelRule = "lower-case letters, digits and '-', starting with a letter, ending with a letter or digit";

    /// <summary>Whether <paramref name="name"/> is a DNS label that every kind of object takes (Services must start with a letter).</summary>
    /// <param name="name">The name.</param>
    /// <param name="maximumLength">Longest allowed length, in characters.</param>
    public static bool IsDnsLabel(string name, int maximumLength = MaximumLength) =>
        name.Length <= maximumLength && DnsLabel().IsMatch(name);

    /// <summary>Whether <paramref name="name"/> is a DNS subdomain: DNS labels joined by dots, at most 253 characters.</summary>
    public static bool IsDnsSubdomain(string name) =>
        name.Length <= 253 && name.Split('.').All(part => part.Length <= MaximumLength && SubdomainPart().IsMatch(part));

    /// <summary>Whether <paramref name="value"/> may be the value of a label.</summary>
    public static bool IsLabelValue(string value) => value.Length <= MaximumLength && LabelValue().IsMatch(value);

    [GeneratedRegex(@"\A[a-z]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex SubdomainPart();

    [GeneratedRegex(@"\A[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?\z")]
    private static partial Regex LabelValue();
}
