using FluentAssertions;
using FsCheck.Xunit;
using PressParse.Batch;
using Xunit;

namespace PressParse.Tests.Batch;

public sealed class OrderedPipelineTests
{
    [Property(MaxTest = 50)]
    public void Results_come_in_the_order_of_the_items_whatever_the_number_of_workers(byte count, byte workers)
    {
        var taken = new List<int>();
        OrderedPipeline.Run(Enumerable.Range(0, count), (n, _) => { Thread.SpinWait(n * 37 % 500); return n; }, taken.Add, workers % 9 + 1, CancellationToken.None);
        taken.Should().Equal(Enumerable.Range(0, count));
    }

    [Fact]
    public void Only_a_bounded_number_of_items_is_under_way()
    {
        int read = 0, taken = 0, most = 0;
        OrderedPipeline.Run(Items(), (n, _) => n, _ => most = Math.Max(most, Volatile.Read(ref read) - ++taken), 4, CancellationToken.None);
        taken.Should().Be(10_000);
        most.Should().BeLessThan(40);

        IEnumerable<int> Items()
        {
            for (var n = 0; n < 10_000; n++)
            {
                Interlocked.Increment(ref read);
                yield return n;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancelling_leaves_a_prefix_of_the_whole(int workers)
    {
        using var stop = new CancellationTokenSource();
        var taken = new List<int>();
        var run = () => OrderedPipeline.Run(Enumerable.Range(0, 1000), (n, _) => n, n => { taken.Add(n); if (n == 17) stop.Cancel(); }, workers, stop.Token);
        run.Should().Throw<OperationCanceledException>();
        taken.Should().Equal(Enumerable.Range(0, 18));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_failure_of_the_work_or_of_the_items_surfaces(int workers)
    {
        var failing = () => OrderedPipeline.Run(Enumerable.Range(0, 100), (n, _) => n == 50 ? throw new InvalidOperationException("work") : n, _ => { }, workers, CancellationToken.None);
        failing.Should().Throw<InvalidOperationException>().WithMessage("work");
        var broken = () => OrderedPipeline.Run(Enumerable.Range(0, 100).Select(n => n == 50 ? throw new InvalidDataException("items") : n), (n, _) => n, _ => { }, workers, CancellationToken.None);
        broken.Should().Throw<InvalidDataException>().WithMessage("items");
    }
}
