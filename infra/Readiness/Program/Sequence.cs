namespace Clawdbot.Infra.Readiness.Program;

/// <summary>SplitMix64: the same seed gives the same load on every machine and release. https://prng.di.unimi.it/splitmix64.c</summary>
/// <param name="seed">Start.</param>
internal sealed class Sequence(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    internal int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    internal ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
