#!/usr/bin/env python3
"""pressparse extract on Apache Spark.

    spark-submit deploy/spark/extract.py s3a://bucket/releases/*.jsonl -o s3a://bucket/records
    spark-submit deploy/spark/extract.py s3a://bucket/releases.parquet -o s3a://bucket/records.parquet

JSON lines go through the tool's filter by RDD.pipe and come out as JSON lines; Parquet goes through it by DataFrame.mapInPandas and comes
out as Parquet (id, error, record), one row per release; files of releases come out as Parquet too. Spark schedules and repeats.

NOT TESTED ON SPARK: written to PySpark's documented interface (3.4 and later) on a machine without Spark. What is tested without it: the
command line given to pipe, in the environment given to it, and the function given to mapInPandas, over pandas frames.
"""

import argparse
import base64
import os
import shlex
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# Beside this file's folder, or wherever --py-files put it.
sys.path.append(os.path.dirname(HERE))

import pressparse_filter

COLUMNS = ["id", "error", "record"]
SCHEMA = "id string, error string, record string"


def pipe_command(tool, reference_date=None):
    """The command for RDD.pipe(…, checkCode=True).

    The filter ends with 1 when some documents failed, which their lines say; any other end lost answers, and must fail the task.
    """
    line = " ".join(shlex.quote(word) for word in pressparse_filter.command(tool, reference_date))
    return "sh -c " + shlex.quote(line + " || [ $? -eq 1 ]")


def pipe_environment():
    """RDD.pipe starts its command in an empty environment; these the tool's runtime needs."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "DOTNET_ROOT", "TMPDIR") if name in os.environ}


def answering(command, timeout=300, id_field="id", text_field=None):
    """The function for mapInPandas: frames of releases in, frames of COLUMNS out. The filter stays for the Python worker's life."""

    def answers(frames):
        import json

        import pandas
        import pressparse_filter

        with pressparse_filter.borrowed(command, timeout) as child:
            for frame in frames:
                rows = []
                for row in frame.to_dict("records"):
                    name, line, wrong = pressparse_filter.question(row, "row without %s" % id_field, id_field, text_field)
                    answer = pressparse_filter.failure(name, wrong) if line is None else child.ask(name, line)
                    rows.append((name, json.loads(answer).get("error"), answer.decode()))
                yield pandas.DataFrame(rows, columns=COLUMNS)

    return answers


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("input", help="path or pattern that Spark reads")
    parser.add_argument("-o", "--output", required=True, help="folder or bucket path")
    parser.add_argument("--input-format", choices=["jsonl", "parquet", "files"], help="default: parquet where the input's name ends so, else jsonl")
    parser.add_argument("--tool", default="pressparse", help="the tool as the executors find it (default: pressparse)")
    parser.add_argument("--reference-date", help="YYYY-MM-DD, as in pressparse extract")
    parser.add_argument("--id-field", default="id", help="column with the id, Parquet only (default: id)")
    parser.add_argument("--text-field", help="column with the release, Parquet only (default: text, html or base64, whichever is there)")
    parser.add_argument("--partitions", type=int, help="partitions to work in (default: as Spark reads the input)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds that one release may take, not for JSON lines (default: 300)")
    return parser.parse_args()


def main():
    args = arguments()
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("pressparse").getOrCreate()
    kind = args.input_format or ("parquet" if args.input.rstrip("/").endswith(".parquet") else "jsonl")
    if kind == "jsonl":
        # An empty line has no answer.
        lines = spark.sparkContext.textFile(args.input, args.partitions).filter(lambda line: line.strip())
        lines.pipe(pipe_command(args.tool, args.reference_date), env=pipe_environment(), checkCode=True).saveAsTextFile(args.output)
        return 0

    spark.sparkContext.addPyFile(pressparse_filter.__file__)
    if kind == "parquet":
        releases = spark.read.parquet(args.input)
    else:
        files = spark.sparkContext.binaryFiles(args.input, args.partitions)
        releases = files.map(lambda file: (file[0], base64.b64encode(file[1]).decode("ascii"))).toDF("id string, base64 string")
        args.id_field, args.text_field = "id", "base64"
    if args.partitions:
        releases = releases.repartition(args.partitions)
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(args.output)
    if path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(path):
        # What has a record from an earlier run is not read again.
        done = spark.read.schema(SCHEMA).parquet(args.output).select("id")
        releases = releases.join(done, releases[args.id_field].cast("string") == done["id"], "left_anti")
    command = pressparse_filter.command(args.tool, args.reference_date)
    releases.mapInPandas(answering(command, args.timeout, args.id_field, args.text_field), SCHEMA).write.mode("append").parquet(args.output)
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
