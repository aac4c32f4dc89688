"""Asks a running `letters --serve` for the same kind of letter, each time with other words; prints how long one took."""

import json
import os
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path

LETTERS = 300
GOAL = 50


def exchange(program, letter):
    body = json.dumps(letter).encode()
    start = time.perf_counter()
    program.stdin.write(struct.pack(">I", len(body)) + body)
    program.stdin.flush()
    mark, length = struct.unpack(">cI", program.stdout.read(5))
    answer = program.stdout.read(length)
    took = (time.perf_counter() - start) * 1000
    if mark != b"+" or not answer.startswith(b"%PDF-"):
        sys.exit(f"letters did not write the letter: {answer[:200]!r}")
    return took


def used(program):
    """Processor time so far, in milliseconds: the machine may be busy, and this says what an idle one would take."""
    ticks = Path(f"/proc/{program.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(ticks[11]) + int(ticks[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def with_other_words(letter, number):
    """The letter with other names, dates and wishes in it, so that nothing kept from the last one helps."""
    for block in letter["blocks"]:
        for place, line in enumerate(block.get("lines", [])):
            block["lines"][place] = f"{line} {number}"
        for text in [block["text"]] if isinstance(block.get("text"), list) else block.get("items", []):
            for span in text:
                span["words"] += f" {number * 7919 % 10007}"
    return letter


def main():
    command, sample = sys.argv[1:]
    start = time.perf_counter()
    program = subprocess.Popen([command, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    fresh = Path(sample).read_text()
    exchange(program, json.loads(fresh))
    first = (time.perf_counter() - start) * 1000
    before = used(program)
    times = sorted(exchange(program, with_other_words(json.loads(fresh), number)) for number in range(LETTERS))
    work = (used(program) - before) / LETTERS
    words = Path(f"/proc/{program.pid}/status").read_text().split()
    memory = int(words[words.index("VmHWM:") + 1]) / 1024
    program.stdin.close()
    program.wait()
    median = statistics.median(times)
    nine_in_ten = times[len(times) * 9 // 10]
    print("| what | goal | measured | times the goal |\n|---|---|---|---|")
    print(
        f"| one letter as a PDF, the program running | {GOAL} ms | {median:.1f} ms median, {nine_in_ten:.1f} nine in ten, "
        f"{times[-1]:.1f} worst; {work:.1f} ms of it work | {GOAL / median:.1f} |"
    )
    print(f"| the first letter, with the program's start | – | {first:.0f} ms | – |")
    print(f"| the program's memory after {LETTERS} letters | – | {memory:.0f} MB | – |")


main()
