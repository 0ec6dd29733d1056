using Clawdbot.Infra.Storage;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class S3ModelBucketRulesTests
{
    [Theory]
    [InlineData("eu-central-1", "models/")]
    [InlineData("us-gov-west-1", "a/b_c/")]
    [InlineData("ap-southeast-2", "org--model/")]
    public void Accepts_a_bucket(string region, string prefix) => Assert.Empty(Check(new ModelVolume.S3Mountpoint("clawdbot-weights", region) { Prefix = prefix }));

    [Theory]
    [InlineData("ab")]
    [InlineData("Weights")]
    [InlineData("my.bucket")]
    [InlineData("-weights")]
    [InlineData("xn--weights")]
    public void Rejects_a_name_that_is_no_bucket(string bucket) =>
        Assert.Equal(
            [$"CB2208: S.bucket is '{bucket}'; allowed: 3 to 63 lower-case letters, digits and '-', starting and ending with a letter or digit. Dots are allowed by S3, but break its certificate. Change it."],
            Check(Volumes.Bucket with { Bucket = bucket }));

    [Theory]
    [InlineData("frankfurt")]
    [InlineData("eu-central-1a")]
    public void Rejects_what_is_no_region(string region) =>
        Assert.Equal([$"CB2210: S.region is '{region}'; allowed: the code of an AWS region such as eu-central-1. Change it."], Check(Volumes.Bucket with { Region = region }));

    [Theory]
    [InlineData("")]
    [InlineData("models")]
    [InlineData("/models/")]
    [InlineData("a//b/")]
    [InlineData("a/../b/")]
    [InlineData("a b/")]
    public void Rejects_a_prefix_that_is_no_folder(string prefix) =>
        Assert.Equal([$"CB2209: S.prefix is '{prefix}'; allowed: one or more folder names, each followed by '/': models/. Mountpoint refuses others. Change it."], Check(Volumes.Bucket with { Prefix = prefix }));

    [Fact]
    public void Accepts_an_existing_bucket_without_a_cluster_of_EKS() => Assert.Empty(S3ModelBucketRules.CheckAccess(Volumes.Bucket, hasCluster: false, ["qwen3-32b"], "S", "Change it."));

    [Fact]
    public void Rejects_a_new_bucket_that_nobody_could_read_and_a_bad_reader() =>
        Assert.Equal(
            [
                "CB2012: S.clusterName is missing; allowed: the name of the EKS cluster. A new bucket is closed to everybody but the roles that the stack makes for that cluster; elsewhere, name an existing bucket. Change it.",
                "CB2001: S.readerServiceAccounts[1] is 'Qwen 3'; allowed: the name of a ServiceAccount. Change it.",
            ],
            S3ModelBucketRules.CheckAccess(Volumes.Bucket with { Create = true }, hasCluster: false, ["qwen3-32b", "Qwen 3"], "S", "Change it.").Lines());

    private static string[] Check(ModelVolume.S3Mountpoint volume) => S3ModelBucketRules.Check(volume, "S", "Change it.").Lines();
}
