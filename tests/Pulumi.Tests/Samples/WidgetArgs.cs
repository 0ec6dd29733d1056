namespace Pulumi.Tests.Samples;

public sealed class WidgetArgs : ResourceArgs
{
    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("target")]
    public Input<Resource>? Target { get; set; }
}
