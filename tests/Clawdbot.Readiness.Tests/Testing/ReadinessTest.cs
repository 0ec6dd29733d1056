using System.Text.Json.Nodes;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Tests.Etcd.Real;
using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Readiness.Tests.Testing;

/// <summary>A platform that is fine until a test spoils it, and the settings for it.</summary>
public abstract class ReadinessTest : IAsyncLifetime
{
    protected TemporaryFolder Folder { get; } = new();

    protected FakePlatform Platform { get; private set; } = null!;

    protected string Script => Folder.Of("script", "healthcheck.sh");

    public async Task InitializeAsync()
    {
        using var authority = new TestAuthority("gateway");
        authority.WriteServer(Folder.Of("gateway"));
        Directory.CreateDirectory(Folder.Of("script"));
        File.WriteAllText(Script, GatewayScript.Text);
        File.SetUnixFileMode(Script, (UnixFileMode)0b101_101_101);
        File.WriteAllText(Folder.Of("token"), FakePlatform.Token);
        Sandbox.Give(Folder.Path);
        Platform = await FakePlatform.Start(Folder.Of("gateway"));
    }

    public async Task DisposeAsync()
    {
        await Platform.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Settings of the verb load.</summary>
    protected JsonObject LoadSettings() => new()
    {
        ["deadlineSeconds"] = 60,
        ["gateway"] = new JsonObject { ["baseUrl"] = Platform.GatewayUrl, ["caFile"] = Folder.Of("gateway", "ca.crt"), ["tokenFile"] = Folder.Of("token"), ["certificateHours"] = 1 },
        ["models"] = new JsonArray(Model("qwen3:32b", 24576), Model("qwen2:7b", 32768)),
        ["load"] = new JsonObject
        {
            ["profile"] = "gate",
            ["leastPerMinute"] = 0,
            ["mostPerMinute"] = 0,
            ["atOnce"] = 0,
            ["concurrency"] = 100,
            ["seconds"] = 20,
            ["messages"] = 120,
            ["seed"] = 1,
            ["leastThinkMilliseconds"] = 0,
            ["mostThinkMilliseconds"] = 1,
            ["shortTokens"] = 32,
            ["longTokens"] = 96,
            ["longSentences"] = 60,
            ["requestSeconds"] = 15,
            ["errorPercent"] = 0.5,
        },
    };

    private static JsonObject Model(string name, int context) => new() { ["name"] = name, ["contextTokens"] = context, ["targetMilliseconds"] = 10_000, ["concurrency"] = 8 };
}
