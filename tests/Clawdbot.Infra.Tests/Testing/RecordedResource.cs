using System.Text.Json.Nodes;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>A resource as the engine would have received it.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Logical name.</param>
/// <param name="Inputs">Inputs under their wire names.</param>
public sealed record RecordedResource(string Type, string Name, JsonObject Inputs);
