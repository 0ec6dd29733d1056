using Clawdbot.Policies.Server;
using Clawdbot.Policies.Server.Messages;
using Clawdbot.Policies.Values;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Clawdbot.Policies.Tests.Server.Testing;

/// <summary>Requests of the engine.</summary>
internal static class Requests
{
    /// <summary>A resource that the test rules look at.</summary>
    public static Resource Simple(string properties, string name = "res") => new()
    {
        Type = "simple:index:Resource",
        Name = name,
        Urn = $"urn:pulumi:test::project::simple:index:Resource::{name}",
        Properties = Json(properties),
    };

    /// <summary>The same resource with other properties.</summary>
    public static Resource Simple(PropertyValue.Map properties)
    {
        var resource = Simple("{}");
        resource.Properties = ByteString.CopyFrom(StructWriter.Write(properties).Span);
        return resource;
    }

    /// <summary>A configuration of one policy.</summary>
    public static ConfigureRequest Configure(string policy, int level, string properties = "{}") => new() { Policies = { [policy] = new PolicyConfig { Level = level, Properties = Json(properties) } } };

    /// <summary>Properties from JSON.</summary>
    public static ByteString Json(string json) => Struct.Parser.ParseJson(json).ToByteString();
}
