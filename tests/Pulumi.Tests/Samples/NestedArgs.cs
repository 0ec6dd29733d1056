namespace Pulumi.Tests.Samples;

public sealed class NestedArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }
}
