#!/usr/bin/python3
"""Tests the filter and deploy/dask on this machine: a scheduler and two workers on 127.0.0.1, one killed with -9 while they work.

    /usr/bin/python3 deploy/dask/test_loopback.py [--tool PATH] [--measure TURNS]

Prints "N passed, N failed" and exits 1 on a failure. Exits 0 with "skipped: …" where Dask cannot be imported. The tool is --tool, else the
newest build under src/PressParse.Cli/bin. --measure tests nothing: it prints throughput with one and two workers, and what each process took.
"""

import argparse
import base64
import glob
import gzip
import importlib.util
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import distributed
    import fsspec
except ImportError as missing:
    print("skipped: %s (Debian: apt-get install python3-dask python3-distributed)" % missing)
    sys.exit(0)

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.dirname(HERE), HERE]

import pressparse_filter
import pressparse_partitions

RELEASES = 500
passed, failed = [], []


def check(name, holds, detail=""):
    (passed if holds else failed).append(name)
    print("%s %s%s" % ("ok  " if holds else "FAIL", name, "" if holds else ": %s" % (detail,)), flush=True)


def newest_tool():
    built = glob.glob(os.path.join(ROOT, "src", "PressParse.Cli", "bin", "*", "net*", "pressparse"))
    return max(built, key=os.path.getmtime, default=None)


def corpus(count):
    """Releases of the corpus, repeated with ids of their own."""
    files = sorted(glob.glob(os.path.join(ROOT, "corpus", "*", "*", "release.*")))
    texts = [(os.path.basename(os.path.dirname(f)), open(f, encoding="utf-8", errors="replace").read()) for f in files if not f.endswith(".pdf")]
    return [{"id": "%s#%d" % (texts[n % len(texts)][0], n), "text": texts[n % len(texts)][1]} for n in range(count)]


def memory(pid):
    """Resident megabytes of a process."""
    with open("/proc/%d/status" % pid) as status:
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024


def alive(pid):
    try:
        with open("/proc/%d/stat" % pid) as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(holds, seconds=30):
    until = time.time() + seconds
    while time.time() < until:
        if holds():
            return True
        time.sleep(0.02)
    return False


def test_filter(tool, documents):
    """The contract of the filter: a line in, a line out, in order, at once."""
    for workers in ("1", "3"):
        child = subprocess.Popen(
            [tool, "extract", "-", "--input-format", "jsonl", "--workers", workers], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        def ask(line):
            child.stdin.write(line + b"\n")
            child.stdin.flush()
            return json.loads(child.stdout.readline())

        answers = [ask(json.dumps(d).encode()) for d in documents[:20]]
        check("filter, %s workers: a line written, a line read, twenty times" % workers, [a["source"]["path"] for a in answers] == [d["id"] for d in documents[:20]])
        bad = [ask(b'{"id":"no-text"}'), ask(b'{"id":"cut'), ask(b'[1]'), ask(b'{"id":7,"text":"\\ud800"}'), ask(b'{"id":"b","base64":"?"}')]
        check("filter, %s workers: a document that fails is a line that says so" % workers,
              all(set(b) == {"schema", "source", "error"} and b["error"] for b in bad) and [b["source"]["path"] for b in bad] == ["no-text", "line 22", "line 23", "7", "b"], bad)
        again = ask(json.dumps(documents[0]).encode())
        check("filter, %s workers: the document after a failure is answered as before" % workers, again == answers[0])
        out, err = child.communicate()
        check("filter, %s workers: nothing is left over, exit code 1, failures named" % workers, out == b"" and child.returncode == 1 and err.count(b"\n") >= 5, (out, child.returncode, err))

    page = b"<html><body><p>TORONTO, May 2, 2017 - Gold production was 1,200 ounces.</p></body></html>"
    asked = b"\n".join(json.dumps(d).encode() for d in ({"id": "t.html", "html": page.decode()}, {"id": "t.html", "base64": base64.b64encode(page).decode()})) + b"\n"
    html, packed = map(json.loads, subprocess.run([tool, "extract", "-", "--input-format", "jsonl"], input=asked, capture_output=True).stdout.splitlines())
    check("filter: base64 is read as the file would be", html["figures"] == packed["figures"] != [] and packed["source"]["mediaType"] == "text/html", (html["source"], packed["source"]))


def test_flat_memory(tool, documents):
    keep = pressparse_filter.Filter(pressparse_filter.command(tool))
    sizes = []
    for turn in range(5):
        for document in documents:
            keep.ask(document["id"], json.dumps(document).encode())
        sizes.append(memory(keep.pid))
    keep.close()
    check("filter: memory is flat over %d documents" % (5 * len(documents)), sizes[-1] < sizes[1] * 1.3 + 20, sizes)
    print("     filter memory after each %d documents, MB: %s" % (len(documents), " ".join("%.0f" % size for size in sizes)))


def test_restart(tool, documents, folder):
    keep = pressparse_filter.Filter(pressparse_filter.command(tool))
    name, line, _ = pressparse_filter.question(documents[0], "x")
    before = keep.ask(name, line)
    os.kill(keep.pid, signal.SIGKILL)
    check("a filter killed between documents is started again, the answer is the same", keep.ask(name, line) == before and keep.starts == 2)
    keep.close()

    # Stands for a tool that a document brings down: it answers like the tool, dies on "die", hangs on "hang".
    script = os.path.join(folder, "fragile.py")
    with open(script, "w") as file:
        file.write("import json, os, sys, time\nfor line in sys.stdin:\n    d = json.loads(line)\n    if d['id'] == 'die': os.kill(os.getpid(), 9)\n"
                   "    if d['id'] == 'hang': time.sleep(60)\n    print(json.dumps({'source': {'path': d['id']}}), flush=True)\n")
    fragile = pressparse_filter.Filter([sys.executable, script], timeout=2)
    said = [json.loads(fragile.ask(i, json.dumps({"id": i}).encode())) for i in ("a", "die", "b", "hang", "c")]
    check("a document that kills or hangs the filter twice is a failure, the next is read",
          [s["source"]["path"] for s in said] == ["a", "die", "b", "hang", "c"] and "signal 9" in said[1]["error"] and "2 seconds" in said[3]["error"]
          and not any("error" in said[i] for i in (0, 2, 4)), said)
    fragile.close()
    try:
        pressparse_filter.Filter(["/bin/false"]).ask("a", b"{}")
        check("a tool that cannot run fails the run", False)
    except RuntimeError:
        check("a tool that cannot run fails the run", True)


def test_partitions(folder):
    """Every line is in exactly one partition, wherever the cuts fall; ids are kept or given."""
    lines = [b'{"id":"%d","text":"%s"}' % (n, b"x" * (n * 7 % 40)) for n in range(60)] + [b"", b"{cut", b'{"text":"without id"}', b'{"id":"e"}']
    path = os.path.join(folder, "cuts.jsonl")
    for ending in (b"\n", b""):
        with open(path, "wb") as file:
            file.write(b"\n".join(lines) + ending)
        got = set()
        for size in (1, 7, 26, 27, 28, 64, 1000, 10**6):
            read = [row for part in pressparse_partitions.plan([path], size) for row in pressparse_partitions.rows(part, "id", None)]
            got.add(tuple(read))
        check("JSON lines are cut without loss, %s" % ("last line ended" if ending else "last line open"), len(got) == 1 and len(read) == 63)
    names = [name for name, _, _ in read]
    check("lines without an id are named by file and place, broken ones too", names[60].startswith(path + "@") and read[60][1] is None and names[61].startswith(path + "@") and read[61][1] and read[62][2], read[60:])
    with gzip.open(path + ".gz", "wb") as file:
        file.write(b"\n".join(lines))
    read = [row for part in pressparse_partitions.plan([path + ".gz"], 10) for row in pressparse_partitions.rows(part, "id", None)]
    check("packed JSON lines are read whole", [name for name, _, _ in read][:60] == names[:60] and len(read) == 63)


def run_here(tool, inputs, output, form, size=20000):
    """The partitions of a run, done in this process, joined."""
    fs, root = fsspec.core.url_to_fs(output)
    for part in pressparse_partitions.plan(inputs, size):
        pressparse_partitions.run(part, output, form, pressparse_filter.command(tool), 300, "id", None)
    return fs, sorted(path for path in fs.ls(root, detail=False) if "part-" in path)


def test_places(tool, documents, folder):
    """Folders of files, bucket paths and Parquet columns, without a cluster."""
    some = os.path.join(folder, "some")
    for file in sorted(glob.glob(os.path.join(ROOT, "corpus", "*", "*", "release.*")))[::12]:
        os.makedirs(os.path.join(some, os.path.basename(os.path.dirname(file))))
        shutil.copy(file, os.path.join(some, os.path.basename(os.path.dirname(file))))
    single = subprocess.run([tool, "extract", some], capture_output=True).stdout
    fs, parts = run_here(tool, [some], os.path.join(folder, "from-files"), "jsonl")
    check("a folder of releases gives the single machine's records", len(parts) > 1 and b"".join(fs.cat_file(part) for part in parts) == single, parts)

    lines = b"".join(json.dumps(d).encode() + b"\n" for d in documents[:30])
    single = subprocess.run([tool, "extract", "-", "--input-format", "jsonl"], input=lines, capture_output=True).stdout
    fsspec.filesystem("memory").pipe_file("/in/releases.jsonl", lines)
    fs, parts = run_here(tool, ["memory://in"], "memory://out", "jsonl")
    check("a bucket path (fsspec's memory store) gives the same", len(parts) > 1 and b"".join(fs.cat_file(part) for part in parts) == single, parts)

    try:
        import pandas
    except ImportError:
        print("     skipped: Parquet columns (no pandas)")
        return
    kept = pandas.read_parquet, pandas.DataFrame.to_parquet
    if not pressparse_partitions.parquet_engine():
        # No engine here: pandas' own pickles stand in for Parquet, so that at least our side of it runs.
        print("     neither pyarrow nor fastparquet: a stand-in for Parquet files")
        pandas.read_parquet = lambda url, engine: pandas.read_pickle(url)
        pandas.DataFrame.to_parquet = lambda table, file, engine, index: table.to_pickle(file)
    try:
        table = os.path.join(folder, "releases.parquet")
        with open(table, "wb") as file:
            pandas.DataFrame(documents[:30]).to_parquet(file, engine=pressparse_partitions.parquet_engine(), index=False)
        fs, parts = run_here(tool, [table], os.path.join(folder, "tables"), "parquet")
        out = pandas.read_parquet(parts[0], engine=pressparse_partitions.parquet_engine())
    finally:
        pandas.read_parquet, pandas.DataFrame.to_parquet = kept
    check("a table gives a table of id, error and record", list(out.columns) == ["id", "error", "record"] and list(out["record"]) == single.decode().splitlines()
          and list(out["id"]) == [d["id"] for d in documents[:30]] and out["error"].isna().all(), out)


def test_spark_parts(tool, documents):
    """What can be tested of deploy/spark without Spark: the command line for RDD.pipe and the function for mapInPandas."""
    spec = importlib.util.spec_from_file_location("spark_extract", os.path.join(os.path.dirname(HERE), "spark", "extract.py"))
    spark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(spark)
    lines = b"".join(json.dumps(d).encode() + b"\n" for d in documents[:10]) + b'{"id":"bad"}\n'
    piped = subprocess.run(shlex.split(spark.pipe_command(tool)), env=spark.pipe_environment(), input=lines, capture_output=True)
    check("spark: the pipe's command line answers every line and ends with 0 though one failed", piped.returncode == 0 and piped.stdout.count(b"\n") == 11, piped)
    broken = subprocess.run(shlex.split(spark.pipe_command("/no/such/tool")), env=spark.pipe_environment(), input=lines, capture_output=True)
    check("spark: the pipe's command line fails where the tool does not run", broken.returncode != 0)
    try:
        import pandas
    except ImportError:
        print("     skipped: mapInPandas (no pandas)")
        return
    frames = [pandas.DataFrame(documents[:6]), pandas.DataFrame(documents[6:10] + [{"id": "bad", "text": None}])]
    out = pandas.concat(spark.answering(pressparse_filter.command(tool))(iter(frames)))
    check("spark: the function for mapInPandas gives the same records",
          list(out["record"])[:10] == piped.stdout.decode().splitlines()[:10] and list(out.columns) == spark.COLUMNS and list(out["id"])[10] == "bad" and list(out["error"])[10], out)


class Cluster:
    """A scheduler and workers on loopback, each its own process."""

    def __init__(self, folder, workers):
        self.file = os.path.join(folder, "scheduler-%d.json" % time.monotonic_ns())
        self.folder = folder
        say = open(os.path.join(folder, "cluster.log"), "ab")
        command = lambda part, *more: subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + part, "--scheduler-file", self.file, "--no-dashboard", *more], stdout=say, stderr=say, cwd=folder)
        self.processes = [command("scheduler", "--host", "127.0.0.1", "--port", "0")]
        wait_for(lambda: os.path.exists(self.file) and os.path.getsize(self.file) > 0, 60)
        self.processes += [command("worker", "--host", "127.0.0.1", "--nworkers", "1", "--nthreads", "1", "--local-directory", folder) for _ in range(workers)]
        self.client = distributed.Client(scheduler_file=self.file)
        self.client.wait_for_workers(workers, timeout=90)
        self.address = self.client.scheduler.address

    def pids(self):
        return list(self.client.run(os.getpid).values())

    def close(self):
        self.client.close()
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def extract(cluster, tool, source, output, *more):
    return subprocess.Popen(
        [sys.executable, os.path.join(HERE, "extract.py"), source, "-o", output, "--tool", tool, "--format", "jsonl", "--scheduler", cluster.address, *more],
        stderr=subprocess.PIPE, text=True)


def partitions(output):
    return sorted(glob.glob(os.path.join(output, "part-*")))


def joined(output):
    return b"".join(open(part, "rb").read() for part in partitions(output))


def children(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    return [int(child) for child in found]


def test_cluster(tool, documents, folder):
    source = os.path.join(folder, "releases.jsonl")
    with open(source, "w") as file:
        for document in documents:
            file.write(json.dumps(document) + "\n")
    single = subprocess.run([tool, "extract", "-", "--input-format", "jsonl"], stdin=open(source, "rb"), capture_output=True).stdout
    check("single machine: %d records" % len(documents), single.count(b"\n") == len(documents))

    cluster = Cluster(folder, 2)
    try:
        output = os.path.join(folder, "out")
        size = str(os.path.getsize(source) // 24)
        victim = cluster.pids()[0]
        run = extract(cluster, tool, source, output, "--partition-size", size)
        begun = wait_for(lambda: len(partitions(output)) >= 3 and children(victim), 90)
        before, orphans = len(partitions(output)), children(victim)
        os.kill(victim, signal.SIGKILL)
        said = run.communicate(timeout=120)[1]
        total = len(partitions(output))
        check("a worker is killed with -9 mid-run (%d of %d partitions were done)" % (before, total), begun and before < total, said)
        check("the run ends well", run.returncode == 0 and "%d releases, 0 of them failed" % len(documents) in said, (run.returncode, said))
        check("the result is the single machine's, record for record", joined(output) == single)
        check("nothing but partitions and the plan is left", sorted(set(os.listdir(output)) - {os.path.basename(p) for p in partitions(output)}) == ["_plan.json"], os.listdir(output))
        check("the killed worker's filter is gone", wait_for(lambda: not any(alive(pid) for pid in orphans), 10), orphans)

        times = {part: os.stat(part).st_mtime_ns for part in partitions(output)}
        gone = partitions(output)[3:20:8]
        for part in gone:
            os.remove(part)
        run = extract(cluster, tool, source, output, "--partition-size", size)
        said = run.communicate(timeout=120)[1]
        again = [part for part in partitions(output) if os.stat(part).st_mtime_ns != times[part]]
        check("the same command does the missing partitions and no others", run.returncode == 0 and again == gone and joined(output) == single, said)
        idle = [children(pid) for pid in cluster.pids()]
        check("a later run uses the children that are there: one a worker at most", all(len(child) <= 1 for child in idle), idle)
        run = extract(cluster, tool, source, output, "--partition-size", "9000")
        check("another plan for the same output is refused", run.wait(60) == 2)
        run.stderr.close()
    finally:
        cluster.close()


def measure(tool, documents, folder, turns):
    """Throughput with one and two workers, memory and processor time of each process."""
    source = os.path.join(folder, "measure.jsonl")
    copies = [dict(document, id="%s+%d" % (document["id"], n)) for n in range(8) for document in documents]
    with open(source, "w") as file:
        for document in copies:
            file.write(json.dumps(document) + "\n")
    print("     %d releases, %.2f MB, load %.1f on %d processors" % (len(copies), os.path.getsize(source) / 1e6, os.getloadavg()[0], os.cpu_count()))
    ticks = os.sysconf("SC_CLK_TCK")
    spent = lambda pid: sum(map(int, open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()[11:13])) / ticks
    rates = {}
    for turn in range(turns):
        for workers in (1, 2):
            cluster = Cluster(folder, workers)
            try:
                output = os.path.join(folder, "measure-%d-%d" % (workers, turn))
                pids = cluster.pids()
                # Started children, so that what is measured is throughput and not start-up.
                extract(cluster, tool, source, output + "-warm", "--partition-size", "300000").communicate()
                before = {pid: spent(pid) for parent in pids for pid in (parent, *children(parent))}
                start = time.time()
                said = extract(cluster, tool, source, output, "--partition-size", "200000").communicate()[1]
                written = sorted(os.stat(part).st_mtime for part in partitions(output))
                # From the first partition written to the last: without the driver's own start.
                rate = len(copies) * (len(written) - 1) / len(written) / (written[-1] - written[0])
                rates.setdefault(workers, []).append(rate)
                print("     %d workers: %.0f releases/s (whole command %.1f s), load %.1f" % (workers, rate, time.time() - start, os.getloadavg()[0]), flush=True)
                total = sum(spent(pid) - before.get(pid, 0) for parent in pids for pid in (parent, *children(parent)))
                print("       %.0f releases per second of processor" % (len(copies) / total), flush=True)
                for pid in pids:
                    for child in children(pid):
                        print("       worker %.0f MB and %.2f s of processor, its filter %.0f MB and %.2f s" % (
                            memory(pid), spent(pid) - before[pid], memory(child), spent(child) - before.get(child, 0)), flush=True)
            finally:
                cluster.close()
    best = {workers: max(all_of) for workers, all_of in rates.items()}
    print("     best rates: %s; ratio 2:1 workers %.2f" % (best, best[2] / best[1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tool", default=newest_tool(), help="the built tool (default: the newest under src/PressParse.Cli/bin)")
    parser.add_argument("--measure", type=int, metavar="TURNS", help="measure throughput and memory instead, this many times")
    args = parser.parse_args()
    if not args.tool or not shutil.which(args.tool):
        sys.exit("no built tool: dotnet build src/PressParse.Cli, or --tool PATH")
    tool = os.path.abspath(shutil.which(args.tool))
    documents = corpus(RELEASES)
    with tempfile.TemporaryDirectory(prefix="pressparse-loopback-") as folder:
        if args.measure:
            measure(tool, documents, folder, args.measure)
            return 0
        test_filter(tool, documents)
        test_flat_memory(tool, documents)
        test_restart(tool, documents, folder)
        test_partitions(folder)
        test_places(tool, documents, folder)
        test_spark_parts(tool, documents)
        test_cluster(tool, documents, folder)
    print("%d passed, %d failed" % (len(passed), len(failed)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
