"""Starts `kith serve` several times; prints the median time to its first answer and its memory then."""

import os
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ADDRESS = "127.0.0.1:18473"
TIMES = 7


def once(kith):
    start = time.perf_counter()
    server = subprocess.Popen([kith, "serve", "--listen", ADDRESS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://{ADDRESS}/", timeout=5).read()
                break
            except urllib.error.URLError:
                if server.poll() is not None or time.perf_counter() - start > 30:
                    sys.exit("kith serve did not answer")
                time.sleep(0.001)
        took = time.perf_counter() - start
        # The machine may be busy: what the server itself used of it says what an idle one would take.
        ticks = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
        used = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
        for page in ("/councils", "/law", "/glossary"):
            try:
                urllib.request.urlopen(f"http://{ADDRESS}{page}", timeout=5).read()
            except urllib.error.HTTPError:
                pass
        words = Path(f"/proc/{server.pid}/status").read_text().split()
        return took, used, int(words[words.index("VmHWM:") + 1]) / 1024
    finally:
        server.terminate()
        server.wait()


def main():
    runs = [once(sys.argv[1]) for _ in range(TIMES)]
    took = statistics.median(run[0] for run in runs)
    used = statistics.median(run[1] for run in runs)
    memory = max(run[2] for run in runs)
    print("| what | goal | measured | times the goal |\n|---|---|---|---|")
    print(f"| server from start to first answer | 0.5 s | {took * 1000:.0f} ms, {used * 1000:.0f} ms of it work | {0.5 / took:.1f} |")
    print(f"| server's memory after a few pages | 100 MB | {memory:.0f} MB | {100 / memory:.1f} |")


main()
