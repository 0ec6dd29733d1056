namespace Pulumi.Tests.Samples;

/// <summary>A string enum, shaped as the official generator shapes them.</summary>
[EnumType]
public readonly struct Color : IEquatable<Color>
{
    private readonly string value;

    private Color(string value) => this.value = value;

    public static Color Red { get; } = new("red");

    public static Color Blue { get; } = new("blue");

    public static explicit operator string(Color value) => value.value;

    public static bool operator ==(Color left, Color right) => left.Equals(right);

    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    public bool Equals(Color other) => value == other.value;

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public override int GetHashCode() => value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => value;
}
