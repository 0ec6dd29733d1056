using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Readiness;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class ReadinessReaderTests
{
    private const string Here = "Set it in stacks/Pulumi.test.yaml.";

    [Fact]
    public void Accepts_an_empty_section_as_the_defaults()
    {
        var (options, errors) = Read("{}");
        Assert.Empty(errors);
        Assert.Equal(new ReadinessOptions(), options);
    }

    [Fact]
    public void Accepts_every_key()
    {
        var (options, errors) = Read("""
            {
              "gate": false, "wait": false, "concurrency": 50, "seconds": 30, "kneePercent": 60, "patienceSeconds": 10, "profile": "active", "profileSeconds": 120,
              "seed": 7, "run": 2, "image": "registry.example/sdk:10.0.401"
            }
            """);
        Assert.Empty(errors);
        Assert.Equal(
            new ReadinessOptions
            {
                Gate = false,
                Wait = false,
                Concurrency = 50,
                Seconds = 30,
                KneePercent = 60,
                PatienceSeconds = 10,
                Profile = "active",
                ProfileSeconds = 120,
                Seed = 7,
                Run = 2,
                Image = "registry.example/sdk:10.0.401",
            },
            options);
    }

    [Fact]
    public void Rejects_an_unknown_key() =>
        Assert.Equal(
            [
                "CB1001: clawdbot:readiness.gates is not a setting; allowed: gate, wait, concurrency, seconds, kneePercent, patienceSeconds, profile, profileSeconds, seed, run, image. "
                    + "Did you mean 'gate'? Correct it in stacks/Pulumi.test.yaml.",
            ],
            Read("""{ "gates": true }""").Errors);

    [Fact]
    public void Rejects_a_text_for_a_number() =>
        Assert.Equal([$"CB1003: clawdbot:readiness.seconds is the text 'sixty'; allowed: a whole number. {Here}"], Read("""{ "seconds": "sixty" }""").Errors);

    private static (ReadinessOptions Options, string[] Errors) Read(string json)
    {
        var errors = new List<Diagnostic>();
        using var document = JsonDocument.Parse(json);
        var options = ReadinessReader.Read(new SettingsObject("clawdbot:readiness", document.RootElement, ReadinessReader.Keys, "stacks/Pulumi.test.yaml", errors));
        return (options, [.. errors.Select(error => error.ToString())]);
    }
}
