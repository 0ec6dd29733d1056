namespace Pulumi.Tests.Samples;

/// <summary>A component of package <c>test</c> that fills itself from a callback.</summary>
public sealed class Box : ComponentResource
{
    public const string TypeToken = "test:index:Box";

    public Box(string name, ComponentResourceOptions? options = null, Action<Box>? fill = null)
        : base(TypeToken, name, options)
    {
        fill?.Invoke(this);
        RegisterOutputs();
    }
}
