"""The result page of one family beside the same bytes served as a file by nginx; then the size of every page."""

import http.cookiejar
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

KITH = "127.0.0.1:18474"
NGINX = "127.0.0.1:18475"
CONNECTIONS, SECONDS, ROUNDS = 32, 4, 5
# A grandmother in Southwark: every support is held against her, and every line of the council's offer.
FAMILY = {
    "carer_relation": "grandparent",
    "child_dob": (2018, 5, 1),
    "child_looked_after_now": "no",
    "order_type": "none",
    "council_involvement_at_start": "asked_carer",
    "arrangement_start": (2026, 9, 1),
    "uc_household": "yes",
    "child_disabled": "no",
}
NGINX_CONF = """
worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; default_type text/html;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen {address}; root {folder}/www; }} }}
"""


def fetch(opener, path, fields=None):
    body = urllib.parse.urlencode(fields).encode() if fields else None
    try:
        return opener.open(f"http://{KITH}{path}", body, timeout=30).read()
    except urllib.error.HTTPError as answer:
        # A page that says something is not there is a page too.
        return answer.read()


def wait(opener):
    for _ in range(10_000):
        try:
            return fetch(opener, "/")
        except urllib.error.URLError:
            time.sleep(0.002)
    sys.exit("kith serve did not answer")


def tell(opener):
    fetch(opener, "/", {"postcode": "SE15 5EB"})
    for fact, value in FAMILY.items():
        fields = {"fact": fact, "then": "result"}
        if isinstance(value, tuple):
            fields |= dict(zip(("year", "month", "day"), map(str, value)))
        else:
            fields["value"] = value
        fetch(opener, "/find/question", fields)


def load(address, path, cookie):
    """Requests a second, and the time within which 99 in 100 were answered, in milliseconds."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", f"http://{address}{path}"]
    text = subprocess.run(command + (["-H", f"Cookie: {cookie}"] if cookie else []), capture_output=True, text=True).stdout
    if "Non-2xx" in text or "Requests/sec" not in text:
        sys.exit(f"wrk met something else than the page:\n{text}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    late = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), late


def sizes(opener, table):
    """The bytes of every page that the table of routes names, before compression."""
    examples = re.findall(r'\b(?:get|public)\(\s*"[^"]+",\s*"([^"]+)"', Path(table).read_text())
    found = {path: len(fetch(opener, path)) for path in examples if path != "/find/exit"}
    start = fetch(opener, "/").decode()
    linked = re.findall(r'(?:href|src)="(/static/[^"]+)"', start)
    return found, len(start) + sum(len(fetch(opener, path)) for path in set(linked))


def main():
    command, table = sys.argv[1:]
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "www").mkdir()
        server = subprocess.Popen([command, "serve", "--listen", KITH], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        conf = Path(folder) / "nginx.conf"
        conf.write_text(NGINX_CONF.format(folder=folder, address=NGINX))
        nginx = None
        try:
            wait(opener)
            tell(opener)
            page = fetch(opener, "/find/answer")
            (Path(folder) / "www" / "answer.html").write_bytes(page)
            Path(folder).chmod(0o755)
            nginx = subprocess.Popen(["nginx", "-c", str(conf)], stderr=subprocess.DEVNULL)
            time.sleep(1)
            cookie = "; ".join(f"{one.name}={one.value}" for one in jar)
            rounds = [(load(KITH, "/find/answer", cookie), load(NGINX, "/answer.html", None)) for _ in range(ROUNDS)]
            found, first = sizes(opener, table)
        finally:
            for process in (server, nginx):
                if process:
                    process.terminate()
                    process.wait()
    mine, late = (statistics.median(kith[place] for kith, _ in rounds) for place in (0, 1))
    theirs, theirs_late = (statistics.median(other[place] for _, other in rounds) for place in (0, 1))
    ratio = statistics.median(kith[0] / other[0] for kith, other in rounds)
    largest = sorted(found.items(), key=lambda item: -item[1])[:6]
    print("| what | goal | measured | times the goal |\n|---|---|---|---|")
    print(
        f"| result page of {len(page) / 1024:.0f} KB, {CONNECTIONS} connections | half of nginx | {mine:.0f} a second, "
        f"{ratio:.3f} × nginx ({theirs:.0f}) | {ratio / 0.5:.2f} |"
    )
    print(f"| 99 in 100 of them within | 10 ms | {late:.1f} ms (nginx {theirs_late:.1f}) | {10 / late:.2f} |")
    print(f"| first page with all it brings | 60 KB | {first / 1024:.1f} KB | {60 * 1024 / first:.1f} |")
    for path, size in largest:
        print(f"| `{path}` | 100 KB | {size / 1024:.1f} KB | {100 * 1024 / size:.1f} |")


main()
