using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class ModelLoaderRulesTests
{
    private static readonly ModelSource.S3 Aws = new("weights", "models", "eu-central-1", null, null);

    internal static ModelLoaderSpec Spec { get; } = new()
    {
        Model = new ModelReference("Qwen/Qwen3-32B-AWQ", new string('a', 40)),
        Source = new ModelSource.HuggingFace(ModelLoaderDefaults.HuggingFaceEndpoint, NeedsToken: false),
        WeightsGiB = 19,
    };

    [Fact]
    public void Accepts_the_hub() => Assert.Empty(Check(Spec));

    [Fact]
    public void Accepts_a_token_where_one_is_sent() =>
        Assert.Empty(Check(Spec with { Source = new ModelSource.HuggingFace("https://hub.example.com/mirror", NeedsToken: true) }, hasToken: true));

    [Fact]
    public void Accepts_buckets_and_folders()
    {
        Assert.Empty(Check(Spec with { Source = Aws }));
        Assert.Empty(Check(Spec with { Source = new ModelSource.S3("my.bucket", "", "us-east-1", "http://minio.storage.svc:9000", "minio-keys") }));
        Assert.Empty(Check(Spec with { Source = new ModelSource.LocalFolder("import", "") }));
        Assert.Empty(Check(Spec with { Source = new ModelSource.LocalFolder("import", "drop/2026") }));
    }

    [Theory]
    [InlineData("http://huggingface.co")]
    [InlineData("huggingface.co")]
    [InlineData("https://user@huggingface.co")]
    [InlineData("https://huggingface.co/?x=1")]
    public void Rejects_a_hub_that_is_not_a_plain_https_address(string endpoint) =>
        Assert.Equal(
            [$"CB2230: L.source.endpoint is '{endpoint}'; allowed: an address such as https://huggingface.co, with https, without user, query and fragment. Change it."],
            Check(Spec with { Source = new ModelSource.HuggingFace(endpoint, false) }));

    [Fact]
    public void Rejects_everything_wrong_with_a_bucket_at_once() =>
        Assert.Equal(
            [
                "CB2231: L.source.bucket is 'My_Bucket'; allowed: 3 to 63 lower-case letters, digits, '-' and '.', starting and ending with a letter or digit. Change it.",
                "CB2231: L.source.prefix is '/models/'; allowed: a key prefix without '/' at its ends, '.', '..' or empty parts; empty for the whole bucket. Change it.",
                "CB2231: L.source.region is 'EU'; allowed: a region such as eu-central-1; stores other than AWS mostly take us-east-1. Change it.",
                "CB2230: L.source.endpoint is 'minio:9000'; allowed: an address such as https://minio.example.com:9000, without user, query and fragment. Change it.",
                "CB2001: L.source.credentialsSecret is 'My Secret'; allowed: the name of a Secret: lower-case letters, digits, '-' and '.'. Change it.",
            ],
            Check(Spec with { Source = new ModelSource.S3("My_Bucket", "/models/", "EU", "minio:9000", "My Secret") }));

    [Fact]
    public void Rejects_a_bucket_that_the_certificate_of_aws_does_not_cover() =>
        Assert.Equal(
            ["CB2231: L.source.bucket is 'my.bucket'; allowed: a name without '.', because the certificate of AWS does not cover such buckets. Or name the endpoint https://s3.<region>.amazonaws.com. Change it."],
            Check(Spec with { Source = Aws with { Bucket = "my.bucket" } }));

    [Fact]
    public void Rejects_a_folder_outside_its_claim() =>
        Assert.Equal(
            [
                "CB2001: L.source.claim is 'My Claim'; allowed: the name of a PersistentVolumeClaim: lower-case letters, digits, '-' and '.'. Change it.",
                "CB2010: L.source.path is '../etc'; allowed: a path inside the claim without '/' at its ends, '.', '..' or empty parts; empty for the root of the claim. Change it.",
            ],
            Check(Spec with { Source = new ModelSource.LocalFolder("My Claim", "../etc") }));

    [Fact]
    public void Rejects_a_token_that_is_missing() =>
        Assert.Equal(
            ["CB2232: L.token is missing; allowed: a secret, because source.tokenSecret is true. Change it."],
            Check(Spec with { Source = new ModelSource.HuggingFace(ModelLoaderDefaults.HuggingFaceEndpoint, NeedsToken: true) }));

    [Fact]
    public void Rejects_a_token_that_nobody_sends() =>
        Assert.Equal(
            ["CB2232: L.token is given; allowed: none, because the source does not send it. Set source.tokenSecret to true for Hugging Face, or remove the token. Change it."],
            Check(Spec with { Source = Aws }, hasToken: true));

    [Fact]
    public void Rejects_numbers_outside_their_ranges() =>
        Assert.Equal(
            [
                "CB2002: L.weightsGiB is 0; allowed: 1 to 4096. Change it.",
                "CB2002: L.parallelism is 17; allowed: 1 to 16. Change it.",
                "CB2002: L.include is 0; allowed: 1 to 64. Change it.",
            ],
            Check(Spec with { WeightsGiB = 0, Parallelism = 17, Include = [] }));

    [Theory]
    [InlineData("/etc/*")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData("*.json;rm")]
    public void Rejects_a_pattern_that_matches_nothing(string pattern) =>
        Assert.Equal(
            [$"CB2233: L.exclude[0] is '{pattern}'; allowed: a file name such as *.safetensors, or a folder such as original/, of letters, digits, '.', '_', '-', '*', '?' and '/'. Change it."],
            Check(Spec with { Exclude = [pattern] }));

    [Theory]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0")]
    [InlineData("everywhere")]
    public void Rejects_a_block_that_no_policy_takes(string cidr) =>
        Assert.Equal(
            [$"CB2234: L.egressCidrs[0] is '{cidr}'; allowed: a block of addresses such as 10.0.0.0/8, without bits behind the prefix. Change it."],
            Check(Spec with { EgressCidrs = [cidr] }));

    [Fact]
    public void Rejects_an_image_that_moves_and_a_model_that_is_none() =>
        Assert.Equal(
            [
                "CB2011: L.model is 'qwen'; allowed: <organisation>/<name> of letters, digits, '.', '_' and '-'. Change it.",
                "CB2009: L.image is 'dotnet/sdk:latest'; allowed: <repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'. The loader's sources are compiled by this image. Change it.",
            ],
            Check(Spec with { Model = new ModelReference("qwen", "main"), Image = "dotnet/sdk:latest" }));

    private static string[] Check(ModelLoaderSpec spec, bool hasToken = false) => ModelLoaderRules.Check(spec, hasToken, "L", "Change it.").Lines();
}
