using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Answers GET requests, one after another. A listener of a few lines keeps the program free of any framework but the runtime.</summary>
internal sealed class TinyServer : IDisposable
{
    private const int HeadBytes = 8192;

    private readonly TcpListener _listener;
    private readonly Func<string, CancellationToken, Task<(int Status, string Body)>> _answer;

    /// <param name="listener">Where to listen.</param>
    /// <param name="answer">Status and body for a path.</param>
    internal TinyServer(TcpListener listener, Func<string, CancellationToken, Task<(int Status, string Body)>> answer)
    {
        (_listener, _answer) = (listener, answer);
        _listener.Start();
    }

    /// <summary>The port, also when it was chosen by the system.</summary>
    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    /// <summary>Answers until stopped.</summary>
    internal async Task Serve(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(stop);
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
                limit.CancelAfter(TimeSpan.FromSeconds(30));
                await Answer(client.GetStream(), limit.Token);
            }
            catch (Exception exception) when (exception is IOException or SocketException || (exception is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // A client that went away or says nothing must not keep the next one waiting.
            }
        }
    }

    private async Task Answer(NetworkStream stream, CancellationToken stop)
    {
        var head = new byte[HeadBytes];
        var length = 0;
        while (!head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = length < HeadBytes ? await stream.ReadAsync(head.AsMemory(length), stop) : 0;
            if (read == 0)
                return;
            length += read;
        }
        var words = Encoding.ASCII.GetString(head, 0, length).Split(' ', 3);
        var (status, body) = words is ["GET", var path, _] ? await _answer(path, stop) : (405, "");
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"), stop);
    }
}
