namespace Pulumi;

/// <summary>Messages to the user of the program; an error fails the run.</summary>
public static class Log
{
    /// <summary>A detail, shown when asked for.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Joins messages that belong together.</param>
    /// <param name="ephemeral">Whether it is only shown while the run goes on.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current.Log(Severity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Joins messages that belong together.</param>
    /// <param name="ephemeral">Whether it is only shown while the run goes on.</param>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current.Log(Severity.Info, message, resource, streamId, ephemeral);

    /// <summary>Something that is probably not meant.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Joins messages that belong together.</param>
    /// <param name="ephemeral">Whether it is only shown while the run goes on.</param>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current.Log(Severity.Warning, message, resource, streamId, ephemeral);

    /// <summary>Something that must not be; the run fails, but goes on to its end.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Joins messages that belong together.</param>
    /// <param name="ephemeral">Whether it is only shown while the run goes on.</param>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Current.Log(Severity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="streamId">Joins messages that belong together.</param>
    /// <param name="ephemeral">Whether it is only shown while the run goes on.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);
}
