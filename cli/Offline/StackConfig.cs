using System.Collections.Immutable;

namespace Clawdbot.Cli.Offline;

/// <summary>The configuration of one stack as a program gets it, with placeholders in place of secrets.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Root">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="Values">Text by full key; structured values as JSON.</param>
/// <param name="SecretKeys">The full keys whose values are secret.</param>
/// <param name="Warnings">What a person should mend in the files, one line each.</param>
internal sealed record StackConfig(
    string Project,
    string Stack,
    string Root,
    ImmutableSortedDictionary<string, string> Values,
    ImmutableSortedSet<string> SecretKeys,
    ImmutableArray<string> Warnings);
