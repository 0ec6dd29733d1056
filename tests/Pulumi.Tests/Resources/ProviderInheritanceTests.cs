using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

/// <summary>A custom resource uses its own provider, else the one of its package that its nearest ancestor was given.</summary>
public class ProviderInheritanceTests
{
    private readonly RecordingMocks mocks = new();

    [Fact]
    public async Task A_resource_without_a_provider_has_none()
    {
        await Run.Resources(() => _ = new Widget("w"), mocks);

        Assert.True(string.IsNullOrEmpty(mocks["w"].Provider));
    }

    [Fact]
    public async Task A_resource_uses_its_own_provider_by_urn_and_id()
    {
        var resources = await Run.Resources(() => _ = new Widget("w", options: new CustomResourceOptions { Provider = new TestProvider("prov") }), mocks);
        var urn = await Facts.ValueOf(resources.OfType<TestProvider>().Single().Urn);

        Assert.Equal($"{urn}::prov_id", mocks["w"].Provider);
        Assert.Equal("pulumi:providers:test", mocks["prov"].Type);
    }

    [Fact]
    public async Task The_providers_of_a_component_reach_its_descendants_of_the_same_package_only()
    {
        await Run.Resources(() =>
        {
            var outer = new Box("outer", new ComponentResourceOptions { Providers = { new TestProvider("prov"), new TestProvider("other", "other") } });
            var inner = new Box("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Widget("child", options: new CustomResourceOptions { Parent = outer });
            _ = new Widget("grandchild", options: new CustomResourceOptions { Parent = inner });
            _ = new AnyResource("third:index:Thing", "stranger", null, new CustomResourceOptions { Parent = inner });
        }, mocks);

        Assert.EndsWith("::prov::prov_id", mocks["child"].Provider, StringComparison.Ordinal);
        Assert.EndsWith("::prov::prov_id", mocks["grandchild"].Provider, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(mocks["stranger"].Provider));
    }

    [Fact]
    public async Task The_single_provider_of_a_component_reaches_its_children_too()
    {
        await Run.Resources(() =>
        {
            var box = new Box("box", new ComponentResourceOptions { Provider = new TestProvider("prov") });
            _ = new Widget("child", options: new CustomResourceOptions { Parent = box });
        }, mocks);

        Assert.EndsWith("::prov::prov_id", mocks["child"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_provider_of_a_custom_resource_reaches_its_children()
    {
        await Run.Resources(() =>
        {
            var parent = new Widget("parent", options: new CustomResourceOptions { Provider = new TestProvider("prov") });
            _ = new Widget("child", options: new CustomResourceOptions { Parent = parent });
        }, mocks);

        Assert.EndsWith("::prov::prov_id", mocks["child"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_prefers_its_own_provider()
    {
        await Run.Resources(() =>
        {
            var box = new Box("box", new ComponentResourceOptions { Providers = { new TestProvider("inherited") } });
            _ = new Widget("child", options: new CustomResourceOptions { Parent = box, Provider = new TestProvider("own") });
        }, mocks);

        Assert.EndsWith("::own::own_id", mocks["child"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_Provider_and_Providers_on_a_component_are_refused()
    {
        var text = await Run.ErrorText(() => _ = new Box("box", new ComponentResourceOptions
        {
            Provider = new TestProvider("one"),
            Providers = { new TestProvider("two") },
        }));

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", text, StringComparison.Ordinal);
    }
}
