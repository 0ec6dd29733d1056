using Clawdbot.Policies.Rules.Aws.Ec2;
using Clawdbot.Policies.Tests.Testing;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Rules.Aws.Ec2;

public sealed class InstanceMetadataTests
{
    private const string Tokens = "metadataOptions.httpTokens";
    private const string Remedy = "Set metadataOptions to httpTokens required and httpPutResponseHopLimit 1.";

    private static readonly InstanceMetadata Rule = new();

    [Fact]
    public void Accepts_tokens_within_one_hop() => RuleCheck.Accepts(Rule, AwsSamples.LaunchTemplate, AwsSamples.Instance);

    [Fact]
    public void Accepts_no_metadata_at_all() => RuleCheck.Accepts(Rule, AwsSamples.LaunchTemplate.With("metadataOptions", "{ httpEndpoint: disabled }"));

    [Fact]
    public void Accepts_an_instance_whose_launch_template_decides() =>
        RuleCheck.Accepts(Rule, AwsSamples.Instance.Without("metadataOptions").With("launchTemplate", "{ id: lt-1 }"));

    [Fact]
    public void Rejects_requests_without_a_token() => RuleCheck.Rejects(
        Rule, $"metadataOptions.httpTokens is 'optional'; allowed: 'required'. {Remedy}", AwsSamples.LaunchTemplate.With(Tokens, "optional"));

    [Fact]
    public void Rejects_an_instance_that_says_nothing() => RuleCheck.Rejects(
        Rule, $"metadataOptions.httpTokens is not set; allowed: 'required'. {Remedy}", AwsSamples.Instance.Without("metadataOptions"));

    [Fact]
    public void Rejects_answers_that_reach_pods() => RuleCheck.Rejects(
        Rule, $"metadataOptions.httpPutResponseHopLimit is 2; allowed: at most 1. {Remedy}", AwsSamples.LaunchTemplate.With("metadataOptions.httpPutResponseHopLimit", "2"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() =>
        RuleCheck.CannotDecide(Rule, "metadataOptions.httpTokens is known only after the deployment", AwsSamples.LaunchTemplate.WithUnknown(Tokens));

    [Fact]
    public void Corrects_the_token_where_that_replaces_no_instance()
    {
        var corrected = Rule.Remediate(AwsSamples.LaunchTemplate.Without("metadataOptions").Resource);
        Assert.True((corrected?.Find("metadataOptions") as PropertyValue.Map)?.Find("httpTokens") is PropertyValue.Text { Value: "required" });
        Assert.Null(Rule.Remediate(AwsSamples.LaunchTemplate.Resource));
        Assert.Null(Rule.Remediate(Sample.Of("aws:ec2/launchConfiguration:LaunchConfiguration", "imageId: ami-1").Resource));
    }
}
