using Clawdbot.Loader.Tests.Testing;

namespace Clawdbot.Loader.Tests.Sources;

/// <summary>The judge of signatures is itself judged by AWS's published examples.</summary>
public sealed class SigV4VerifierTests
{
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("/test.txt", "bytes=0-9", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", true)]
    [InlineData("/?lifecycle", null, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", true)]
    [InlineData("/?max-keys=2&prefix=J", null, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", true)]
    [InlineData("/?max-keys=2&prefix=K", null, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", false)]
    public void Judges_the_published_examples_as_published(string path, string? range, string signature, bool valid)
    {
        var headers = new Dictionary<string, string>
        {
            ["host"] = "examplebucket.s3.amazonaws.com",
            ["x-amz-content-sha256"] = Empty,
            ["x-amz-date"] = "20130524T000000Z",
            ["authorization"] = $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;{(range is null ? "" : "range;")}x-amz-content-sha256;x-amz-date,Signature={signature}",
        };
        if (range is not null)
            headers["range"] = range;
        Assert.Equal(valid, SigV4Verifier.IsSigned("GET", path, headers, Bucket.AccessKey, Bucket.SecretKey, "us-east-1"));
    }
}
