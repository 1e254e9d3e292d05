"""The pressparse filter as a child process, for workers of a distributed engine.

`pressparse extract - --input-format jsonl` answers each line of {"id", "text"|"html"|"base64"} with one line, in order, at once. This
module keeps such children in a worker process, one for each task at work at a time, asks it one document at a time, and starts it anew when it dies. Only the
standard library is used. POSIX only (it waits for the child's answer with select).
"""

import atexit
import contextlib
import json
import os
import select
import subprocess
import sys
import threading

SCHEMA = "pressparse/1"
FIELDS = ("text", "html", "base64")

# Two deaths on one document are the document's fault, one may be an accident (a kill, memory short for a moment).
ATTEMPTS = 2


def failure(name, error):
    """The line that stands for a document that could not be read, as the tool writes it, without its end."""
    return json.dumps({"schema": SCHEMA, "source": {"path": name}, "error": error}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def question(row, place, id_field="id", text_field=None):
    """What the filter is asked about a row (a dictionary): (id, line, error). The line is None where the row is no document; the error says why.

    The id is always a string: that of the row, or `place` (where the row stands) when it has none. `text_field` names the field with the
    document; without it the first of text, html, base64 that is a string is taken.
    """
    name = row.get(id_field) if isinstance(row, dict) else None
    if name is None or name != name:
        name = place
    elif not isinstance(name, str):
        name = str(name)
    name = name.encode("utf-8", "replace").decode("utf-8")
    if not isinstance(row, dict):
        return name, None, "Not a JSON object."
    for field in (text_field,) if text_field else FIELDS:
        if isinstance(row.get(field), str):
            asked = field if field in FIELDS else "text"
            return name, json.dumps({"id": name, asked: row[field]}).encode(), None
    return name, None, "Has no string in %s." % " or ".join((text_field,) if text_field else FIELDS)


class Filter:
    """One child process, started at the first question. Not safe to share between threads."""

    def __init__(self, command, timeout=300):
        """`command`: the tool and its arguments, a list. `timeout`: seconds that one document may take."""
        self.command = list(command)
        self.timeout = timeout
        self.starts = 0
        self._child = None

    @property
    def pid(self):
        """The child's process id, or None while there is none."""
        return self._child.pid if self._child else None

    def ask(self, name, line):
        """The answer to a line of input, without its end. A document on which the child dies or hangs twice is answered by a failure line."""
        why = ""
        for _ in range(ATTEMPTS):
            if self._child is None or self._child.poll() is not None:
                self._start()
            try:
                answer = self._exchange(line)
            except (EOFError, TimeoutError, BrokenPipeError, ConnectionError) as ended:
                why = self._stop(ended)
                continue
            if json.loads(answer)["source"]["path"] != name:
                self._stop()
                raise RuntimeError("The filter answered %r with a line for another document: %r" % (name, answer[:200]))
            return answer
        return failure(name, "The tool ended on this document %d times: %s" % (ATTEMPTS, why))

    def close(self):
        """Ends the child."""
        self._stop()

    def _start(self):
        self._stop()
        try:
            self._child = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise RuntimeError("The tool cannot be started: %s: %s" % (self.command[0], error)) from error
        self.starts += 1
        try:
            # A tool that cannot run at all must fail the run, not turn every document into a failure.
            self._exchange(b'{"id":"start","text":"Start"}')
        except (EOFError, TimeoutError, BrokenPipeError) as ended:
            raise RuntimeError("The tool does not answer (%s): %s" % (self._stop(ended), " ".join(self.command))) from ended

    def _exchange(self, line):
        self._child.stdin.write(line + b"\n")
        self._child.stdin.flush()
        if not select.select([self._child.stdout], [], [], self.timeout)[0]:
            raise TimeoutError("no answer within %s seconds" % self.timeout)
        answer = self._child.stdout.readline()
        if not answer.endswith(b"\n"):
            raise EOFError("its output ended")
        return answer[:-1]

    def _stop(self, ended=None):
        child, self._child = self._child, None
        if child is None:
            return ""
        if isinstance(ended, TimeoutError):
            child.kill()
        for pipe in (child.stdin, child.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        try:
            code = child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
        return str(ended) if isinstance(ended, TimeoutError) else "exit code %d" % code if code >= 0 else "signal %d" % -code


def command(tool, reference_date=None):
    """The filter's command line. One thread, because the engine's workers are the parallelism."""
    line = [tool, "extract", "-", "--input-format", "jsonl", "--workers", "1"]
    return line + ["--reference-date", reference_date] if reference_date else line


# Children that wait for their next task. Kept when an engine loads this module again for its next run.
_idle = globals().get("_idle", [])
_door = threading.Lock()


@contextlib.contextmanager
def borrowed(line, timeout=300):
    """A filter for a command line: one that waits, or a new one; afterwards it waits again. So start-up is paid once per task slot."""
    line = list(line)
    with _door:
        others = [kept for kept in _idle if kept.command != line]
        _idle[:] = [kept for kept in _idle if kept.command == line]
        child = _idle.pop() if _idle else Filter(line)
    for kept in others:
        kept.close()
    child.timeout = timeout
    try:
        yield child
    except BaseException:
        # It may have been left in the midst of an answer.
        child.close()
        raise
    finally:
        with _door:
            _idle.append(child)


@atexit.register
def _close():
    for kept in _idle:
        kept.close()


if __name__ == "__main__":
    sys.exit("%s is a module of deploy/dask/extract.py and deploy/spark/extract.py." % os.path.basename(__file__))
