namespace Pulumi.Tests.Samples;

/// <summary>A number enum.</summary>
public enum Weekday
{
    Monday = 1,
    Tuesday = 2,
}
