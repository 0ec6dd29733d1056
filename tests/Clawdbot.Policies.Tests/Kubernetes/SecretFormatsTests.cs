using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Tests.Kubernetes;

public sealed class SecretFormatsTests
{
    // Put together here, so that no scanner takes the file for a leak.
    public static TheoryData<string, string> Secrets => new()
    {
        { "a private key", "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIEpAIBAAKCAQEAx0ab\n" },
        { "an AWS access key", "id=AKIA" + "Q3EGRIOLP7UY2MNB" },
        { "a GitHub token", "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a" },
        { "a GitLab token", "glpat-" + "aB3dE6gH9jK2mN5pQ8sT" },
        { "a Slack token", "xoxb-" + "2345678901-abcDEF123" },
        { "a Hugging Face token", "hf_" + "aBcDeFgHiJkLmNoPqRsTuVwXyZ01234567" },
        { "a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P" },
        { "a Google API key", "AIza" + "SyD3a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p" },
        { "an API key", "sk-" + "aB3dE6gH9jK2mN5pQ8sTaB3dE6gH9jK2mN5p" },
        { "a Telegram bot token", "123456789:AA" + "F3dE6gH9jK2mN5pQ8sTaB3dE6gH9jK2mN" },
        { "a URL with a password", "redis://:hunter2@cache:6379" },
        { "a connection string with a password", "Server=db;User Id=web;Password=hunter2;" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Finds(string kind, string text) => Assert.Equal(kind, SecretFormats.Find(text));

    [Theory]
    [InlineData("grep -q 'BEGIN RSA PRIVATE KEY' file")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAx0ab\n")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("hf_transfer")]
    [InlineData("http://user:password@host")]
    [InlineData("https://etcd-0.etcd:2380,etcd-1=https://etcd-1.etcd:2380")]
    [InlineData("amqp://web:${PASSWORD}@queue")]
    [InlineData("docker://web:1.2@sha256:0123456789abcdef")]
    [InlineData("kubectl create secret --password=$PASSWORD")]
    [InlineData("npm_config_registry")]
    public void Finds_nothing_in(string text) => Assert.Null(SecretFormats.Find(text));
}
