using Clawdbot.Policies.Aws;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Tests.Aws;

public sealed class BelongingsTests
{
    private static readonly PolicyResource New = Resource("new", "cidrBlock", "10.0.0.0/16");
    private static readonly PolicyResource Old = Resource("old", "id", "vpc-1");

    [Fact]
    public void Finds_the_owner_by_its_name() => Assert.Empty(Without([Old], Resource("log", "vpcId", "vpc-1")));

    [Fact]
    public void Finds_the_owner_by_the_dependency() => Assert.Equal([New], Without([New, Old], Unknown(Old.Urn)));

    [Fact]
    public void Prefers_the_name_to_the_dependency() => Assert.Equal([New], Without([New, Old], Resource("log", "vpcId", "vpc-1", New.Urn)));

    [Fact]
    public void Does_not_judge_when_the_owner_cannot_be_told() => Assert.Empty(Without([New, Old], Unknown()));

    [Fact]
    public void Does_not_count_what_belongs_to_somebody_else() => Assert.Equal([Old], Without([Old], Resource("log", "vpcId", "vpc-9")));

    private static IReadOnlyList<PolicyResource> Without(PolicyResource[] owners, params PolicyResource[] parts) => Belongings.Without(owners, parts, "vpcId", "id");

    private static PolicyResource Unknown(params string[] dependencies) => Resource("log", "vpcId", PropertyValue.NotKnown, dependencies);

    private static PolicyResource Resource(string name, string key, string value, params string[] dependencies) => Resource(name, key, new PropertyValue.Text(value), dependencies);

    private static PolicyResource Resource(string name, string key, PropertyValue value, string[] dependencies) =>
        new($"urn:pulumi:prod::shop::test::{name}", "test", name, new PropertyValue.Map([KeyValuePair.Create(key, value)])) { Dependencies = dependencies };
}
