using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Resources;

public class AliasTests
{
    private const string Former = "urn:pulumi:stack::project::test:index:Widget::former";

    [Fact]
    public async Task Accepts_every_valid_form()
    {
        var resources = await Run.Resources(() =>
        {
            var box = new Box("box", new ComponentResourceOptions { Aliases = { new Alias { Name = "old-box" }, new Alias { Type = "test:index:OldBox" } } });
            _ = new Widget("w", options: new CustomResourceOptions
            {
                Parent = box,
                Aliases =
                {
                    new Alias { Urn = Former },
                    new Alias { Name = "former" },
                    new Alias { Type = "test:index:Former" },
                    new Alias { Project = "other", Stack = "other" },
                    new Alias { Parent = box },
                    new Alias { ParentUrn = Former },
                    new Alias { NoParent = true },
                    Output.Create(new Alias { Name = Output.Create("former") }),
                },
            });
        });

        Assert.Single(resources.OfType<Widget>());
    }

    [Fact]
    public async Task Rejects_a_urn_together_with_another_member()
    {
        var text = await Run.ErrorText(() => _ = new Widget("w", options: new CustomResourceOptions { Aliases = { new Alias { Urn = Former, Name = "former" } } }));

        Assert.Contains("both Urn and Name", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_two_ways_to_name_the_parent()
    {
        var text = await Run.ErrorText(() => _ = new Widget("w", options: new CustomResourceOptions { Aliases = { new Alias { ParentUrn = Former, NoParent = true } } }));

        Assert.All(["Only", "'Parent'", "'ParentUrn'", "'NoParent'", "Alias"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }
}
