namespace Pulumi;

/// <summary>Names with a meaning of their own on the wire.</summary>
internal static class WireNames
{
    public const string Urn = "urn";
    public const string Id = "id";

    /// <summary>Stands for the id of a resource that does not exist yet in a provider reference.</summary>
    public const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
