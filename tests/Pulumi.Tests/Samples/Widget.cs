namespace Pulumi.Tests.Samples;

/// <summary>A custom resource of package <c>test</c>.</summary>
[ResourceType(TypeToken, "1.0.0")]
public sealed class Widget : CustomResource
{
    public const string TypeToken = "test:index:Widget";

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    public Widget(string name, WidgetArgs? args = null, CustomResourceOptions? options = null)
        : base(TypeToken, name, args ?? new WidgetArgs(), options)
    {
    }
}
