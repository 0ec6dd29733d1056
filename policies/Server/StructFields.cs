namespace Clawdbot.Policies.Server;

/// <summary>
/// The fields of google.protobuf.Struct, Value and ListValue as they stand on the wire: number and type in one.
/// https://github.com/protocolbuffers/protobuf/blob/main/src/google/protobuf/struct.proto
/// </summary>
internal static class StructFields
{
    /// <summary>Struct: one member.</summary>
    public const byte Member = 0x0A;

    /// <summary>Member: its key.</summary>
    public const byte Key = 0x0A;

    /// <summary>Member: its Value.</summary>
    public const byte MemberValue = 0x12;

    /// <summary>ListValue: one Value.</summary>
    public const byte Item = 0x0A;

    /// <summary>Value: null.</summary>
    public const byte Null = 0x08;

    /// <summary>Value: a number.</summary>
    public const byte Number = 0x11;

    /// <summary>Value: a text.</summary>
    public const byte Text = 0x1A;

    /// <summary>Value: a boolean.</summary>
    public const byte Flag = 0x20;

    /// <summary>Value: a Struct.</summary>
    public const byte Map = 0x2A;

    /// <summary>Value: a ListValue.</summary>
    public const byte List = 0x32;
}
