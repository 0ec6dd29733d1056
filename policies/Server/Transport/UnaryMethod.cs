using Google.Protobuf;

namespace Clawdbot.Policies.Server.Transport;

/// <summary>A method with one request and one response.</summary>
internal sealed class UnaryMethod
{
    private readonly Func<ReadOnlyMemory<byte>, IMessage> _call;

    private UnaryMethod(Func<ReadOnlyMemory<byte>, IMessage> call) => _call = call;

    /// <summary>What happens once the response is on its way; null = nothing.</summary>
    public Action? Afterwards { get; init; }

    /// <summary>A method by its request's parser and its code.</summary>
    public static UnaryMethod Of<TRequest>(MessageParser<TRequest> parser, Func<TRequest, IMessage> call, Action? afterwards = null)
        where TRequest : IMessage<TRequest> => new(message => call(Parse(parser, message.Span))) { Afterwards = afterwards };

    /// <summary>Answers a message.</summary>
    /// <exception cref="GrpcException">The call ends with a status.</exception>
    public IMessage Call(ReadOnlyMemory<byte> message)
    {
        try
        {
            return _call(message);
        }
        catch (WireFormatException e)
        {
            throw new GrpcException(GrpcStatus.Internal, $"The message cannot be read: {e.Message}.");
        }
    }

    private static TRequest Parse<TRequest>(MessageParser<TRequest> parser, ReadOnlySpan<byte> message)
        where TRequest : IMessage<TRequest>
    {
        try
        {
            return parser.ParseFrom(message);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new WireFormatException($"it is no {typeof(TRequest).Name}", e);
        }
    }
}
