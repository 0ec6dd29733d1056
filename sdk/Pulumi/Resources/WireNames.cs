namespace Pulumi;

/// <summary>Names with a meaning of their own on the wire.</summary>
internal static class WireNames
{
    public const string Urn = "urn";
    public const string Id = "id";

    /// <summary>The function that reads back a resource by its URN; the engine answers it, and mocks never see it.</summary>
    public const string GetResourceToken = "pulumi:pulumi:getResource";

    /// <summary>Stands for the id of a resource that does not exist yet in a provider reference.</summary>
    public const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
