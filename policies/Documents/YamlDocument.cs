using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Documents;

/// <summary>One document of a YAML file.</summary>
/// <param name="Value">Its content.</param>
/// <param name="At">File, line and column of its first character.</param>
internal sealed record YamlDocument(PropertyValue Value, string At);
