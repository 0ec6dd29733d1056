namespace Pulumi.Serialization;

/// <summary>The part of a wire value that is not known yet.</summary>
internal sealed class WireUnknown
{
    public static readonly WireUnknown Instance = new();

    private WireUnknown()
    {
    }
}
