namespace Pulumi.Generator.Schema;

/// <summary>Where a type stands; the same TypeScript type becomes a different C# type in each place.</summary>
public enum TypeUse
{
    /// <summary>Below the args of a resource: <c>XArgs</c>.</summary>
    Input,

    /// <summary>Below the state of a resource: <c>XGetArgs</c>.</summary>
    State,

    /// <summary>Below the outputs of a resource: <c>X</c>.</summary>
    Output,

    /// <summary>Below the plain args of a function: <c>XArgs</c> without inputs.</summary>
    Plain,

    /// <summary>Below the args of the output form of a function: <c>XInputArgs</c>.</summary>
    InvokeInput,

    /// <summary>Below the result of a function: <c>XResult</c>.</summary>
    Result,
}
