using Clawdbot.Policies.Rules.Aws.Registry;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Aws.Registry;

public sealed class ImmutableTagsTests
{
    private const string Remedy = "Set imageTagMutability to IMMUTABLE.";

    private static readonly ImmutableTags Rule = new();

    private static readonly Sample Repository = Sample.Of("aws:ecr/repository:Repository", "imageTagMutability: IMMUTABLE");

    private static readonly Sample WithExclusion = Sample.Of(
        "aws:ecr/repository:Repository", "{ imageTagMutability: IMMUTABLE_WITH_EXCLUSION, imageTagMutabilityExclusionFilters: [{ filter: 'cache-*', filterType: WILDCARD }] }");

    [Fact]
    public void Accepts_tags_that_stay() => RuleCheck.Accepts(Rule, Repository, WithExclusion);

    [Fact]
    public void Rejects_tags_that_move() => RuleCheck.Rejects(
        Rule, $"imageTagMutability is 'MUTABLE'; allowed: 'IMMUTABLE'. {Remedy}", Repository.With("imageTagMutability", "MUTABLE"));

    [Fact]
    public void Rejects_silence_because_they_move() => RuleCheck.Rejects(
        Rule, $"imageTagMutability is not set; allowed: 'IMMUTABLE'. {Remedy}", Repository.Without("imageTagMutability"));

    [Fact]
    public void Rejects_an_exclusion_of_all() => RuleCheck.Rejects(
        Rule, $"imageTagMutabilityExclusionFilters[0].filter is '*'; allowed: a pattern that some tags do not match. {Remedy}",
        WithExclusion.With("imageTagMutabilityExclusionFilters[0].filter", "'*'"));
}
