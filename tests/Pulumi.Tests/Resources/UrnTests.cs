using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

public class UrnTests
{
    [Fact]
    public void A_Urn_is_its_text()
    {
        var urn = new Urn("urn:pulumi:stack::project::a:b:C::name");
        string text = urn;

        Assert.Equal("urn:pulumi:stack::project::a:b:C::name", text);
        Assert.Equal(text, urn.ToString());
        Assert.True(urn == new Urn(text));
        Assert.True(urn != new Urn("urn:pulumi:stack::project::a:b:C::other"));
        Assert.Equal(urn.GetHashCode(), new Urn(text).GetHashCode());
    }

    [Fact]
    public async Task Create_uses_the_current_stack_and_project()
        => Assert.Equal("urn:pulumi:stack::project::a:b:C::name", await Run.Update(() => Facts.ValueOf(Urn.Create("name", "a:b:C"))));

    [Fact]
    public async Task Create_takes_another_stack_and_project()
        => Assert.Equal("urn:pulumi:s::p::a:b:C::name", await Run.Update(() => Facts.ValueOf(Urn.Create("name", "a:b:C", project: "p", stack: "s"))));

    [Fact]
    public async Task Create_under_a_parent_urn_extends_its_type()
        => Assert.Equal("urn:pulumi:s::p::a:b:Parent$a:b:C::name",
            await Run.Update(() => Facts.ValueOf(Urn.Create("name", "a:b:C", parentUrn: "urn:pulumi:s::p::a:b:Parent::parent"))));

    [Fact]
    public async Task Create_under_a_parent_extends_the_type_of_its_urn()
    {
        var (parent, child) = await Run.Update(async () =>
        {
            var box = new Box("box");
            return (await Facts.ValueOf(box.Urn), await Facts.ValueOf(Urn.Create("name", "a:b:C", parent: box)));
        });

        Assert.Equal($"{parent[..^"::box".Length]}$a:b:C::name", child);
    }

    [Fact]
    public async Task Create_refuses_both_a_parent_and_a_parent_urn()
    {
        var text = await Run.ErrorText(() => Urn.Create("name", "a:b:C", parent: new Box("box"), parentUrn: "urn:pulumi:s::p::a:b:Parent::parent"));

        Assert.Contains("parent", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_has_a_urn_of_its_stack_project_type_and_name()
    {
        var (urn, type, name) = await Run.Update(async () =>
        {
            var widget = new Widget("w");
            return (await Facts.ValueOf(widget.Urn), widget.GetResourceType(), widget.GetResourceName());
        });

        Assert.StartsWith("urn:pulumi:stack::project::", urn, StringComparison.Ordinal);
        Assert.EndsWith($"{Widget.TypeToken}::w", urn, StringComparison.Ordinal);
        Assert.Equal((Widget.TypeToken, "w"), (type, name));
    }
}
