"""Partitions of a run: what goes into each, how a worker reads, answers and writes one. Used by extract.py, sent to the workers by it.

A partition is written under a temporary name and renamed when it is whole, so that a name that exists is a partition that is done.
"""

import base64
import contextlib
import hashlib
import json
import os
import posixpath
import uuid

import fsspec
from fsspec.core import url_to_fs

import pressparse_filter

RELEASES = (".txt", ".md", ".html", ".htm", ".pdf")
LINES = (".jsonl", ".ndjson")
PACKED = tuple(end + pack for end in LINES for pack in (".gz", ".bz2", ".xz"))
TABLES = (".parquet",)
MOST_FILES = 1000


def parquet_engine():
    """What pandas would read and write Parquet with here, or None."""
    for name in ("pyarrow", "fastparquet"):
        try:
            __import__("pandas")
            __import__(name)
            return name
        except ImportError:
            continue
    return None


def plan(inputs, size):
    """The partitions of the named inputs, in the order of their names: files, folders or bucket paths of releases, JSON lines, Parquet.

    Release files are put together to about `size` bytes, JSON lines are cut at line ends near every `size` bytes (packed ones are not cut),
    each Parquet file is one partition.
    """
    parts, pending, held = [], [], 0

    def add(kind, **what):
        parts.append({"index": len(parts), "kind": kind, **what})

    def flush():
        nonlocal pending, held
        if pending:
            add("files", files=pending)
        pending, held = [], 0

    for name, url, length in _files(inputs):
        low = name.lower()
        if low.endswith(RELEASES):
            if pending and (held + length > size or len(pending) >= MOST_FILES):
                flush()
            pending.append((name, url, length))
            held += length
            continue
        flush()
        if low.endswith(LINES):
            for start in range(0, length, size):
                add("lines", name=name, url=url, start=start, length=min(size, length - start), bytes=length)
        else:
            add("packed" if low.endswith(PACKED) else "table", name=name, url=url, bytes=length)
    flush()
    return parts


def fingerprint(parts, options):
    """A hash of all that decides what stands in which partition."""
    return hashlib.sha256(json.dumps([parts, options], sort_keys=True).encode()).hexdigest()


def _files(inputs):
    for given in inputs:
        fs, root = url_to_fs(given)
        if fs.isfile(root):
            yield given, fs.unstrip_protocol(root), fs.size(root)
            continue
        for path, entry in sorted(fs.find(root, detail=True).items()):
            if path.lower().endswith(RELEASES + LINES + PACKED + TABLES) and not posixpath.basename(path).startswith(("_", ".")):
                yield posixpath.join(given, path[len(root):].lstrip("/")), fs.unstrip_protocol(path), entry["size"]


def rows(part, id_field, text_field):
    """The documents of a partition: (id, line for the filter or None, what is wrong with it or None)."""
    kind = part["kind"]
    if kind == "files":
        for name, url, _ in part["files"]:
            try:
                with fsspec.open(url, "rb") as file:
                    line = json.dumps({"id": name, "base64": base64.b64encode(file.read()).decode("ascii")}).encode()
            except FileNotFoundError:
                yield name, None, "There is no such file any more."
            else:
                yield name, line, None
    elif kind == "table":
        import pandas

        table = pandas.read_parquet(part["url"], engine=parquet_engine())
        for number, row in enumerate(table.to_dict("records")):
            yield pressparse_filter.question(row, "%s#%d" % (part["name"], number), id_field, text_field)
    else:
        for place, line in _lines(part):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as bad:
                yield place, None, "Not valid JSON: %s" % bad
            else:
                yield pressparse_filter.question(row, place, id_field, text_field)


def _lines(part):
    """Lines with the place of each: the name and the byte where it begins (in a packed file: the number of the line)."""
    if part["kind"] == "packed":
        with fsspec.open(part["url"], "rb", compression="infer") as file:
            for number, line in enumerate(file, 1):
                yield "%s#%d" % (part["name"], number), line
        return
    with fsspec.open(part["url"], "rb") as file:
        # From the byte before, so that a line that begins exactly here is this partition's and not the one before.
        at = part["start"]
        if at:
            file.seek(at - 1)
            at += len(file.readline()) - 1
        end = part["start"] + part["length"]
        file.seek(at)
        while at < end:
            line = file.readline()
            if not line:
                break
            yield "%s@%d" % (part["name"], at), line
            at += len(line)


def file_name(part, form):
    """The name of a partition's file; its ending says the form."""
    return "part-%06d.%s" % (part["index"], form)


def run(part, output, form, command, timeout, id_field, text_field):
    """Reads, answers and writes one partition. Returns what was done, for the driver's sum."""
    done = failed = 0

    def answers(child):
        nonlocal done, failed
        for name, line, wrong in rows(part, id_field, text_field):
            answer = pressparse_filter.failure(name, wrong) if line is None else child.ask(name, line)
            error = json.loads(answer).get("error")
            done += 1
            failed += error is not None
            yield name, error, answer

    fs, root = url_to_fs(output)
    name = file_name(part, form)
    partial = "%s/_tmp/%s.%s" % (root, name, uuid.uuid4().hex)
    fs.makedirs(root + "/_tmp", exist_ok=True)
    try:
        with pressparse_filter.borrowed(command, timeout) as child, fs.open(partial, "wb") as file:
            if form == "parquet":
                import pandas

                # One row per release; the record is the tool's own line, whatever its schema grows to.
                table = pandas.DataFrame(list(answers(child)), columns=["id", "error", "record"])
                table["record"] = table["record"].str.decode("utf-8")
                table.to_parquet(file, engine=parquet_engine(), index=False)
            else:
                for _, _, answer in answers(child):
                    file.write(answer + b"\n")
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            fs.rm(partial)
        raise
    _rename(fs, partial, "%s/%s" % (root, name))
    return {"part": part["index"], "done": done, "failed": failed}


def _rename(fs, source, target):
    if "file" in (fs.protocol if isinstance(fs.protocol, (tuple, list)) else (fs.protocol,)):
        os.replace(source, target)
    else:
        # An object store has no rename; its copy shows the target only when it is whole.
        fs.mv(source, target)
