using FsCheck;
using Microsoft.FSharp.Core;

namespace Pulumi.Tests.Harness;

/// <summary>Checks properties on the same generated values in every run.</summary>
public static class PropertyCheck
{
    private static readonly FsCheck.Config Fixed = FsCheck.Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(20_250_101, 1), FSharpOption<int>.None));

    public static void AssertHolds(this Property property) => Check.One(Fixed, property);
}
