using System.Threading.Channels;

namespace PressParse.Batch;

/// <summary>Works on items in parallel and hands the results on in the order of the items, with a bounded number of them in memory.</summary>
internal static class OrderedPipeline
{
    /// <summary>Items under way for each worker: enough that one slow document does not idle the others, few enough to bound memory.</summary>
    private const int Ahead = 4;

    /// <summary>Runs <paramref name="work"/> on every item and calls <paramref name="take"/> with each result, in order and on one thread at a time.</summary>
    /// <param name="items">Read one at a time, as there is room.</param>
    /// <param name="work">Called on several threads at once.</param>
    /// <param name="take">Called in the order of the items.</param>
    /// <param name="workers">Number of threads that work; with 1, and items that are all there, everything happens on the calling thread.</param>
    /// <param name="cancellation">Stops between items; results not yet taken are dropped.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was taken until then is a prefix of the whole.</exception>
    public static void Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, CancellationToken, TResult> work, Action<TResult> take, int workers, CancellationToken cancellation)
    {
        // Items that are still to come may block, which must not hold up a cancellation.
        if (workers <= 1 && items is IReadOnlyCollection<TItem>)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                take(work(item, cancellation));
            }
            return;
        }
        RunParallel(items, work, take, workers, cancellation).GetAwaiter().GetResult();
    }

    private static async Task RunParallel<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, CancellationToken, TResult> work, Action<TResult> take, int workers, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var todo = Channel.CreateBounded<(TItem Item, TaskCompletionSource<TResult> Done)>(workers);
        var order = Channel.CreateBounded<Task<TResult>>(workers * Ahead);
        var producing = Task.Factory.StartNew(() => Produce(items, todo.Writer, order.Writer, stop.Token), TaskCreationOptions.LongRunning);
        var working = Enumerable.Range(0, workers).Select(_ => Task.Run(() => Work(todo.Reader, work, stop.Token), CancellationToken.None)).ToArray();
        try
        {
            await foreach (var result in order.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                // WaitAsync, because an item that no worker took before the stop never completes.
                take(await result.WaitAsync(stop.Token).ConfigureAwait(false));
                stop.Token.ThrowIfCancellationRequested();
            }
            await producing.ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Blocking on its own thread, because reading items (standard input) may block.</summary>
    private static void Produce<TItem, TResult>(IEnumerable<TItem> items, ChannelWriter<(TItem, TaskCompletionSource<TResult>)> todo, ChannelWriter<Task<TResult>> order, CancellationToken stop)
    {
        try
        {
            foreach (var item in items)
            {
                var done = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                order.WriteAsync(done.Task, stop).AsTask().GetAwaiter().GetResult();
                todo.WriteAsync((item, done), stop).AsTask().GetAwaiter().GetResult();
            }
            todo.Complete();
            order.Complete();
        }
        catch (Exception failure)
        {
            todo.TryComplete(failure);
            order.TryComplete(failure);
        }
    }

    private static async Task Work<TItem, TResult>(ChannelReader<(TItem Item, TaskCompletionSource<TResult> Done)> todo, Func<TItem, CancellationToken, TResult> work, CancellationToken stop)
    {
        await foreach (var (item, done) in todo.ReadAllAsync(stop).ConfigureAwait(false))
        {
            try
            {
                done.SetResult(work(item, stop));
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }
    }
}
