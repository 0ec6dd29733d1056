using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>One document of a YAML file.</summary>
/// <param name="Value">Its content.</param>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
internal sealed record YamlDocument(PropertyValue Value, long Line, long Column);
