using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Clawdbot.Policies.Server.Transport;

/// <summary>
/// Unary gRPC over Kestrel's HTTP/2. The package Grpc.AspNetCore replaces this folder where a feed has it: its MapGrpcService takes the place of this class, and
/// the generated service base that of <see cref="UnaryMethod"/>. https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
/// </summary>
/// <param name="methods">The methods by path.</param>
internal sealed class GrpcApplication(IReadOnlyDictionary<string, UnaryMethod> methods) : IHttpApplication<HttpContext>
{
    private const string ContentType = "application/grpc";

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !IsGrpc(context.Request.ContentType))
        {
            context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status415UnsupportedMediaType : StatusCodes.Status405MethodNotAllowed;
            return;
        }

        context.Response.ContentType = ContentType;
        context.Response.Headers["grpc-accept-encoding"] = GrpcFrame.Encodings;
        var (answer, status, message) = await AnswerAsync(context);
        if (answer is null)
        {
            // Without a message the status is a header ("trailers only").
            context.Response.Headers["grpc-status"] = Number(status);
            context.Response.Headers["grpc-message"] = PercentEncoding.Encode(message);
            return;
        }

        await context.Response.Body.WriteAsync(answer);
        context.Response.AppendTrailer("grpc-status", Number(GrpcStatus.Ok));
    }

    private async Task<(byte[]? Answer, GrpcStatus Status, string Message)> AnswerAsync(HttpContext context)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        try
        {
            var method = methods.GetValueOrDefault(context.Request.Path.Value ?? "") ?? throw new GrpcException(GrpcStatus.Unimplemented, $"There is no method {context.Request.Path.Value}.");
            if (GrpcTimeout.Parse(context.Request.Headers["grpc-timeout"]) is { } timeout)
            {
                limit.CancelAfter(timeout);
            }

            var request = await GrpcFrame.ReadAsync(context.Request.Body, context.Request.Headers["grpc-encoding"], ServerDefaults.MaximumMessage, limit.Token);

            // A method that is still busy when the time is over ends by itself; nobody waits for it.
            var answer = await Task.Run(() => Frame(method.Call(request)), limit.Token).WaitAsync(limit.Token);
            if (method.Afterwards is { } afterwards)
            {
                context.Response.OnCompleted(() => Task.Run(afterwards));
            }

            return (answer, GrpcStatus.Ok, "");
        }
        catch (GrpcException e)
        {
            return (null, e.Status, e.Message);
        }
        catch (OperationCanceledException)
        {
            return context.RequestAborted.IsCancellationRequested ? (null, GrpcStatus.Cancelled, "The caller gave up.") : (null, GrpcStatus.DeadlineExceeded, "The time of the call is over.");
        }

#pragma warning disable CA1031 // Whatever fails in a method ends the call and not the server. The text of the exception may hold what was secret, so it is not sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var place = e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(nameof(Clawdbot), StringComparison.Ordinal))?.Trim();
            return (null, GrpcStatus.Unknown, $"{context.Request.Path.Value} failed with {e.GetType().Name} {place}. Report it with the command that was run.");
        }
    }

    private static byte[] Frame(IMessage message)
    {
        var length = message.CalculateSize();
        var frame = new byte[GrpcFrame.PrefixLength + length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        message.WriteTo(frame.AsSpan(GrpcFrame.PrefixLength));
        return frame;
    }

    private static bool IsGrpc(string? contentType) => contentType?.Split(';')[0].Trim() is ContentType or ContentType + "+proto";

    private static string Number(GrpcStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
