namespace Pulumi.Tests.Samples;

/// <summary>A fractional enum, shaped as the official generator shapes them.</summary>
[EnumType]
public readonly struct Ratio : IEquatable<Ratio>
{
    private readonly double value;

    private Ratio(double value) => this.value = value;

    public static Ratio Half { get; } = new(0.5);

    public static explicit operator double(Ratio value) => value.value;

    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    public bool Equals(Ratio other) => value.Equals(other.value);

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => value.GetHashCode();
}
