"""Runs a program on a terminal of its own, and types answers when their questions appear.

Reads {"command": [...], "folder": "...", "answers": [["question", "keys"], ...]} from standard input.
Prints {"code": 0, "screen": "..."}.
"""
import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

task = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(task["folder"])
    os.environ["TERM"] = "xterm"
    os.execvp(task["command"][0], task["command"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))


def read():
    """Returns what the program printed, or None when it has ended."""
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        return None


seen = b""
for question, keys in task["answers"]:
    end = time.time() + 30
    while question.encode() not in seen and time.time() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            piece = read()
            if piece is None:
                break
            seen += piece
    os.write(terminal, keys.encode())
while (piece := read()) is not None:
    seen += piece
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
screen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen.decode()).replace("\r", "")
json.dump({"code": code, "screen": screen}, sys.stdout)
