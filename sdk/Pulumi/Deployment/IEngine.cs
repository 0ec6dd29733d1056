namespace Pulumi;

/// <summary>Where log messages go.</summary>
internal interface IEngine
{
    void Log(Severity severity, string message, Resource? resource, int? streamId, bool? ephemeral);
}
