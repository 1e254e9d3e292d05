#!/usr/bin/env python3
"""pressparse extract on a Dask cluster.

    python3 deploy/dask/extract.py releases/ -o records/ --scheduler tcp://head:8786
    python3 deploy/dask/extract.py s3://bucket/releases.jsonl -o s3://bucket/records --workers 8

Reads files of releases, JSON lines or Parquet from a folder or a bucket path, runs the tool's filter as a child of each worker process and
writes one file per partition. Partitions that are there are skipped, so the same command goes on after any interruption. Dask schedules,
repeats what a lost worker had, and shows progress in its own dashboard. docs/scale.md tells the rest.
"""

import argparse
import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = [os.path.join(os.path.dirname(HERE), "pressparse_filter.py"), os.path.join(HERE, "pressparse_partitions.py")]
sys.path[:0] = [os.path.dirname(module) for module in MODULES]

from dask.utils import parse_bytes
from distributed import Client, as_completed
from distributed.diagnostics.plugin import UploadFile
from fsspec.core import url_to_fs

import pressparse_filter
import pressparse_partitions


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", nargs="+", help="file, folder or bucket path of releases, JSON lines (.jsonl, .ndjson, also .gz .bz2 .xz) or .parquet")
    parser.add_argument("-o", "--output", required=True, help="folder or bucket path, reached by every worker under this name")
    parser.add_argument("--tool", default="pressparse", help="the tool as the workers find it (default: pressparse)")
    parser.add_argument("--format", choices=["parquet", "jsonl"], help="default: parquet where pandas and pyarrow (or fastparquet) are here, else jsonl")
    parser.add_argument("--reference-date", help="YYYY-MM-DD, as in pressparse extract")
    parser.add_argument("--id-field", default="id", help="field or column with the id (default: id)")
    parser.add_argument("--text-field", help="field or column with the release (default: text, html or base64, whichever is there)")
    parser.add_argument("--partition-size", default="8MiB", help="bytes of input per partition (default: 8MiB)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds that one release may take (default: 300)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--scheduler", help="address of the cluster's scheduler, tcp://HOST:PORT")
    where.add_argument("--workers", type=int, help="worker processes on this machine (default: its processors)")
    return parser.parse_args()


def connect(args):
    if args.scheduler:
        return Client(args.scheduler)
    return Client(n_workers=args.workers or os.cpu_count(), threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0")


def wrong(message):
    print("extract.py: " + message, file=sys.stderr)
    return 2


def main():
    args = arguments()
    engine = pressparse_partitions.parquet_engine()
    form = args.format or ("parquet" if engine else "jsonl")
    if form == "parquet" and not engine:
        return wrong("--format parquet needs pandas and pyarrow (or fastparquet), here and on the workers. Without them: --format jsonl.")
    if not args.scheduler and os.sep in args.tool:
        args.tool = os.path.abspath(args.tool)
    try:
        parts = pressparse_partitions.plan(args.input, parse_bytes(args.partition_size))
    except FileNotFoundError as missing:
        return wrong("there is no %s." % (missing.filename or missing))
    if not parts:
        return wrong("no release, JSON lines or Parquet file in %s." % ", ".join(args.input))
    if not engine and any(part["kind"] == "table" for part in parts):
        return wrong("the input holds Parquet; reading it needs pandas and pyarrow (or fastparquet), here and on the workers.")

    # A worker may run elsewhere than here: the output's name must not depend on the folder this was started in.
    fs, root = url_to_fs(args.output)
    output = fs.unstrip_protocol(root)
    fs.makedirs(root, exist_ok=True)
    print_of_plan = pressparse_partitions.fingerprint(parts, [form, args.reference_date, args.id_field, args.text_field])
    if fs.exists(root + "/_plan.json"):
        with fs.open(root + "/_plan.json") as file:
            if json.load(file)["fingerprint"] != print_of_plan:
                return wrong("%s was begun with other inputs or options. Give these another -o, or repeat the former ones." % args.output)
    else:
        fs.pipe_file(root + "/_plan.json", json.dumps({"fingerprint": print_of_plan, "partitions": len(parts), "inputs": args.input}).encode())

    there = {path.rsplit("/", 1)[-1] for path in fs.ls(root, detail=False)}
    todo = [part for part in parts if pressparse_partitions.file_name(part, form) not in there]
    print("%d partitions, %d of them done before, written as %s" % (len(parts), len(parts) - len(todo), form), file=sys.stderr)
    if not todo:
        return 0

    with connect(args) as client:
        print("dashboard: %s" % client.dashboard_link, file=sys.stderr)
        for module in MODULES:
            with open(module, "rb") as file:
                name = "%s-%s" % (os.path.basename(module), hashlib.sha256(file.read()).hexdigest()[:12])
            client.register_worker_plugin(UploadFile(module), name=name)
        command = pressparse_filter.command(args.tool, args.reference_date)
        futures = client.map(
            pressparse_partitions.run, todo, output=output, form=form, command=command, timeout=args.timeout,
            id_field=args.id_field, text_field=args.text_field, pure=False, retries=1, key="pressparse")
        done, failed, lost = 0, 0, []
        names = {future.key: part["index"] for future, part in zip(futures, todo)}
        for future in as_completed(futures):
            if future.status == "finished":
                result = future.result()
                done += result["done"]
                failed += result["failed"]
            else:
                lost.append(names[future.key])
                print("partition %d: %s" % (lost[-1], future.exception()), file=sys.stderr)
            future.release()
        if not lost and fs.exists(root + "/_tmp"):
            # What workers that were killed left behind.
            fs.rm(root + "/_tmp", recursive=True)
    print("%d releases, %d of them failed%s" % (done, failed, "; %d partitions failed: the same command does them again" % len(lost) if lost else ""), file=sys.stderr)
    return 1 if failed or lost else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("interrupted; the partitions that are there are whole. The same command goes on.", file=sys.stderr)
        sys.exit(130)
