using System.Globalization;

namespace Clawdbot.Infra.Readiness.Program;

/// <summary>Item 10: what is written to the storage is read by servers, and they cannot change it.</summary>
/// <param name="settings">The two directories.</param>
internal sealed class StorageProbe(StorageSettings settings)
{
    private const int Bytes = 1024 * 1024;

    private int _runs;

    /// <summary>Writes, reads, deletes, and tries to write where it must not.</summary>
    internal (bool Passed, string Detail) Run()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $".readiness-{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _runs)}");
        var written = Path.Combine(settings.WritableDirectory, name);
        try
        {
            var content = Content((ulong)_runs);
            using (var file = new FileStream(written, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            if (!File.ReadAllBytes(Path.Combine(settings.ReadOnlyDirectory, name)).AsSpan().SequenceEqual(content))
                return (false, $"a file written to {settings.WritableDirectory} is another one in {settings.ReadOnlyDirectory}");
            File.Delete(written);
            if (File.Exists(written))
                return (false, $"a file in {settings.WritableDirectory} cannot be deleted");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(written);
            return (false, $"write, read and delete failed: {exception.Message}");
        }
        var refused = Path.Combine(settings.ReadOnlyDirectory, $"{name}-refused");
        try
        {
            File.WriteAllText(refused, "");
            Remove(refused);
            return (false, $"{settings.ReadOnlyDirectory} lets servers write");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (true, $"{settings.WritableDirectory} takes, shows and forgets a file; {settings.ReadOnlyDirectory} refuses one");
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readiness: {file} stays: {exception.Message}");
        }
    }

    private static byte[] Content(ulong seed)
    {
        var sequence = new Sequence(seed);
        var content = new byte[Bytes];
        for (var index = 0; index < Bytes; index += sizeof(ulong))
            BitConverter.TryWriteBytes(content.AsSpan(index), sequence.Next());
        return content;
    }
}
