namespace Clawdbot.Infra.Invariants;

/// <summary>Choices of the rules between components.</summary>
public static class InvariantDefaults
{
    /// <summary>How much larger than all weights the storage is: room to fetch a next revision of the smaller models before the old one goes.</summary>
    public const double StorageFactor = 1.2;

    /// <summary>Nodes of one SKU that production needs (C6).</summary>
    public const int RedundantNodes = 3;

    /// <summary>Members with which a majority survives the loss of one (C6).</summary>
    public const int QuorumMembers = 3;
}
