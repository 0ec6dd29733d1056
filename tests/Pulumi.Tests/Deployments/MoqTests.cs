using Moq;
using Pulumi.Testing;
using Pulumi.Tests.Harness;
using Pulumi.Tests.Samples;

namespace Pulumi.Tests.Deployments;

/// <summary>The official testing guide mocks IMocks with Moq (https://www.pulumi.com/docs/iac/guides/testing/unit/).</summary>
public class MoqTests
{
    [Fact]
    public async Task A_Moq_proxy_plays_the_engine()
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => ($"{args.Name}_id", args.Inputs));
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).ReturnsAsync((MockCallArgs args) => args.Args);

        var resources = await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false }, () =>
        {
            var box = new Box("b");
            _ = new Widget("w", new WidgetArgs { Label = "x" }, new CustomResourceOptions { Parent = box });
        });

        var widget = Assert.Single(resources.OfType<Widget>());
        Assert.Equal(("x", "w_id"), (await Facts.ValueOf(widget.Label), await Facts.ValueOf(widget.Id)));
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == Box.TypeToken)), Times.Once);
    }
}
