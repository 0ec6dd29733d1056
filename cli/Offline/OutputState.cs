using System.Collections.Immutable;
using Pulumi;

namespace Clawdbot.Cli.Offline;

/// <summary>What may be told of an output.</summary>
/// <param name="Known">Whether the value exists before the deployment.</param>
/// <param name="Secret">Whether the value is secret.</param>
/// <param name="Value">The value; always null when it is unknown or secret.</param>
/// <param name="Dependencies">The resources that the value comes from.</param>
internal readonly record struct OutputState(bool Known, bool Secret, object? Value, ImmutableHashSet<Resource> Dependencies);
