using System.Text.Json;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Storage;
using Clawdbot.Stacks.Settings;

namespace Clawdbot.Stacks.Tests.Settings;

public sealed class ModelSourceReaderTests
{
    public static TheoryData<string, ModelSource?> Accepted { get; } = new()
    {
        { """{"kind":"huggingFace"}""", new ModelSource.HuggingFace("https://huggingface.co", false) },
        { """{"kind":"huggingFace","endpoint":"https://hub.example.com","tokenSecret":true}""", new ModelSource.HuggingFace("https://hub.example.com", true) },
        { """{"kind":"s3","bucket":"weights","region":"eu-central-1"}""", new ModelSource.S3("weights", "", "eu-central-1", null, null) },
        {
            """{"kind":"s3","bucket":"weights","prefix":"models","region":"us-east-1","endpoint":"https://minio.example.com:9000","credentialsSecret":"minio-keys"}""",
            new ModelSource.S3("weights", "models", "us-east-1", "https://minio.example.com:9000", "minio-keys")
        },
        { """{"kind":"localFolder","claim":"import"}""", new ModelSource.LocalFolder("import", "") },
        { """{"kind":"localFolder","claim":"import","path":"drop"}""", new ModelSource.LocalFolder("import", "drop") },
        { """{"kind":"none"}""", null },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts_each_kind(string json, ModelSource? source)
    {
        var (read, errors) = Read(json);
        Assert.Empty(errors);
        Assert.Equal(source, read);
    }

    [Fact]
    public void Rejects_a_kind_that_does_not_exist() =>
        Assert.Equal(
            ["CB1004: clawdbot:modelSource.kind is 'huggingface'; allowed: huggingFace or s3 or localFolder or none. Did you mean 'huggingFace'? Set it in stacks/Pulumi.test.yaml."],
            Read("""{"kind":"huggingface"}""").Errors);

    [Fact]
    public void Rejects_missing_and_mistyped_keys_together() =>
        Assert.Equal(
            [
                "CB1002: clawdbot:modelSource.bucket is missing; allowed: a text. Set it in stacks/Pulumi.test.yaml.",
                "CB1003: clawdbot:modelSource.region is 1; allowed: a text. Set it in stacks/Pulumi.test.yaml.",
            ],
            Read("""{"kind":"s3","region":1}""").Errors);

    [Fact]
    public void Rejects_a_token_in_place_of_the_flag() =>
        Assert.Equal(
            ["CB1003: clawdbot:modelSource.tokenSecret is the text 'hf_x'; allowed: true or false. Set it in stacks/Pulumi.test.yaml."],
            Read("""{"kind":"huggingFace","tokenSecret":"hf_x"}""").Errors);

    private static (ModelSource? Source, string[] Errors) Read(string json)
    {
        var errors = new List<Diagnostic>();
        var source = ModelSourceReader.Read(new SettingsObject("clawdbot:modelSource", JsonDocument.Parse(json).RootElement, ModelSourceReader.Keys, "stacks/Pulumi.test.yaml", errors));
        return (source, [.. errors.Select(error => error.ToString())]);
    }
}
