using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Serving;

public sealed class ModelServerKeyTests
{
    [Fact]
    public async Task The_key_lies_in_one_secret_and_nowhere_else()
    {
        ModelServerKey? key = null;
        var mocks = await Run.Program(() => key = Create("hunter2"));

        var secret = mocks.Only("kubernetes:core/v1:Secret");
        Assert.Equal("key-secret", secret.Name);
        Assert.Equal("model-server-key", (string?)secret.Inputs["metadata"]!["name"]);
        Assert.Equal("hunter2", (string?)secret.Inputs["stringData"]!["api-key"]);
        Assert.DoesNotContain("hunter2", mocks.Only(ModelServerKey.Token).Inputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("model-server-key", await OutputUtilities.GetValueAsync(key!.SecretName));
        Assert.IsType<Secret>(Assert.Single(await OutputUtilities.GetDependenciesAsync(key.SecretName)));
    }

    [Fact]
    public async Task The_key_is_secret_even_when_it_was_given_as_plain_text()
    {
        Output<System.Collections.Immutable.ImmutableDictionary<string, string>>? data = null;
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions { IsPreview = false }, () =>
        {
            _ = new ModelServerKey("key", new ModelServerKeyArgs { Namespace = "clawdbot-models", ApiKey = "hunter2" }, new ComponentResourceOptions
            {
                ResourceTransformations =
                {
                    resource =>
                    {
                        if (resource.Args is Pulumi.Kubernetes.Types.Inputs.Core.V1.SecretArgs args)
                            data = args.StringData.ToOutput();
                        return null;
                    },
                },
            });
        });
        Assert.True(await Output.IsSecretAsync(data!));
    }

    [Fact]
    public void Rejects_missing_arguments_together() =>
        Assert.Equal(
            [
                "CB2012: K.namespace is missing; allowed: the namespace of the model servers. Change it.",
                "CB2012: K.apiKey is missing; allowed: a secret. Change it.",
            ],
            ModelServerKeyRules.Check(new ModelServerKeyArgs { Namespace = null!, ApiKey = null! }, "K", "Change it.").Lines());

    [Fact]
    public void Accepts_both_arguments() =>
        Assert.Empty(ModelServerKeyRules.Check(new ModelServerKeyArgs { Namespace = "clawdbot-models", ApiKey = "x" }, "K", "Change it."));

    private static ModelServerKey Create(string key) => new("key", new ModelServerKeyArgs { Namespace = "clawdbot-models", ApiKey = Output.CreateSecret(key) });
}
