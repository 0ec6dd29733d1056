using System.Text.Json.Nodes;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Tests.Storage;

public sealed class S3AccessPolicyTests
{
    [Fact]
    public void Plain_requests_are_refused_for_the_bucket_and_all_files() => Same(
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*",
          "Resource":["arn:aws:s3:::weights","arn:aws:s3:::weights/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
        """, S3AccessPolicy.TlsOnly("arn:aws:s3:::weights"));

    [Fact]
    public void Readers_cannot_write_and_nobody_gets_more_than_the_folder()
    {
        Assert.DoesNotContain("Put", S3AccessPolicy.Read("arn:aws:s3:::weights", "models/", "key"), StringComparison.Ordinal);
        foreach (var document in new[] { S3AccessPolicy.Read("arn:aws:s3:::weights", "models/", null), S3AccessPolicy.Write("arn:aws:s3:::weights", "models/", null) })
        {
            var statements = JsonNode.Parse(document)!["Statement"]!.AsArray();
            Assert.Equal(2, statements.Count);
            Assert.Equal("""["models/","models/*"]""", statements[0]!["Condition"]!["StringLike"]!["s3:prefix"]!.ToJsonString());
            Assert.Equal("arn:aws:s3:::weights/models/*", (string?)statements[1]!["Resource"]);
        }
    }

    private static void Same(string expected, string actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
