#!/usr/bin/env python3
"""Damaged copies of the examples: each gives a record or a clear error, in bounded time and memory.

    damage.py --sitrep PROGRAM --examples DIR [--count N] [--seconds S] [--megabytes M] [--keep DIR]

The damage: files cut, bytes flipped, stretches spliced in from another file, doubled, NULs, lone
surrogates, right-to-left marks; and always, whatever the count: nesting 100,000 deep, gzip bombs,
lines of 50 MB, a million quotes. Each copy is made from its number alone, so a finding can be made again:
`--only N`. Prints the slowest and the largest; exits 1 when a copy crashed, hung, grew, printed what
is no JSON, or failed without a word.

S bounds processor time (2 s is what users are promised of a Release build; tests of slower builds
say more), M the resident memory.
"""
import argparse
import concurrent.futures
import gzip
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile


def gzip_bomb():
    """A gigabyte of blanks in a megabyte, packed twice more."""
    inner = gzip.compress(b" " * (1 << 28), 9) * 4
    return gzip.compress(inner, 9)


# One sentence in each of ten other languages.
LANGUAGES = (
    "Zwei Menschen wurden am Montag bei Kalmar getötet, teilte die Polizei mit.",
    "Deux personnes ont été tuées lundi près de Kalmar, selon la police.",
    "Dos personas murieron el lunes cerca de Kalmar, informó la policía.",
    "Двое человек погибли в понедельник под Кальмаром, сообщила полиция.",
    "قُتل شخصان يوم الاثنين قرب كالمار، بحسب الشرطة.",
    "周一在卡尔马附近有两人被打死，警方说。",
    "月曜日にカルマル近郊で二人が殺害されたと警察が発表した。",
    "पुलिस ने कहा कि सोमवार को काल्मार के पास दो लोग मारे गए।",
    "שני בני אדם נהרגו ביום שני ליד קלמר, מסרה המשטרה.",
    "Polise göre pazartesi günü Kalmar yakınlarında iki kişi öldürüldü.",
)

# Made once each, on demand: they are large.
FIXED = {
    "html-deep": lambda: b"<html><body>" + b"<div>" * 100_000 + b"Two people were killed on Monday.",
    "html-deep-formatting": lambda: b"<p>" + b"<b><i><u>" * 100_000 + b"x",
    "html-deep-tables": lambda: b"<table><tr><td>" * 100_000 + b"x",
    "html-attributes": lambda: b"<p " + b"".join(b"a%d=1 " % i for i in range(300_000)) + b">Two were killed.</p>",
    "html-json-ld-deep": lambda: b'<html><script type="application/ld+json">' + b'{"a":[' * 100_000 + b"</script><p>x y z",
    "xml-deep": lambda: b'<rss version="2.0"><channel>' + b"<a>" * 100_000,
    "xml-entities": lambda: b'<!DOCTYPE rss [<!ENTITY a "lol">' + b"".join(
        b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10 if i else b"&a;" * 10) for i in range(12)) +
        b']><rss version="2.0"><channel><item><title>&a11;</title></item></channel></rss>',
    "json-deep": lambda: b"[" * 100_000,
    "json-deep-value": lambda: b'{"text":"A report.","x":' + b'{"a":' * 100_000,
    "gzip-bomb": gzip_bomb,
    "gzip-small-bomb": lambda: gzip.compress(b"Two were killed. " * (1 << 24), 9),
    "line-50mb": lambda: b"Two people were killed on Monday. " * 1_500_000,
    "line-50mb-word": lambda: b"x" * (50 << 20),
    "json-line-50mb": lambda: b'{"text":"' + b"Two were killed. " * 3_000_000 + b'"}\n{"text":"Three were killed."}\n',
    "newlines": lambda: b"\n" * (4 << 20),
    "newlines-million": lambda: b"\n" * 1_000_000,
    "one-word-10mb": lambda: b"killed" * (10_000_000 // 6),
    "one-word-again-10mb": lambda: b"killed " * (10_000_000 // 7),
    "sentences-of-a-word": lambda: b"Fire. " * 200_000,
    "emoji": lambda: "💥🔥👩\u200d👩\u200d👧🇺🇦 ".encode() * 60_000,
    "languages": lambda: "\n".join(LANGUAGES * 300).encode(),
    "language-in-english": lambda: ("Two people were killed on Monday, police said. " + " ".join(LANGUAGES) + "\n").encode() * 40,
    "names": lambda: " ".join(f"Ida Holm{n:04d} of the Kalmar{n % 97} Front met Per Lind{n:04d} in Oskarby{n % 89}." for n in range(2_500)).encode(),
    "number-long": lambda: b"At least " + b"9" * 10_000 + b" people were killed and " + b"1," * 10_000 + b"000 hurt on Monday.",
    "dates-that-are-not": lambda: b"Two were killed on 31 February 2021, on 0 January 0000 and on 2021-13-45 at 25:61. " * 200,
    "coordination": lambda: b"The army attacked " + b"the village and " * 20_000 + b"the town.",
    "nested-clauses": lambda: b"Police said that " + b"witnesses said that " * 5_000 + b"two people were killed.",
    "quotes": lambda: "“".encode() * 1_000_000,
    "straight-quotes": lambda: b'"he said, ' * 400_000,
    "brackets": lambda: b"(Photo: " * 400_000,
    "numbers": lambda: b"killed 12 and 13 or 14 " * 150_000,
    "sentences-of-speech": lambda: b'"We will fight," Ida Holm said on Monday. ' * 90_000,
    "nuls": lambda: b"\0" * (4 << 20),
    "surrogates": lambda: b'{"text":"' + rb"\ud800\udfff\udc00 killed " * 100_000 + b'"}',
    "right-to-left": lambda: ("\u202eTwo were killed\u2066\u200f " * 100_000).encode(),
    "warc-no-end": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    "warc-headers": lambda: b"WARC/1.0\r\n" + b"X: y\r\n" * 1_000_000,
    "empty": lambda: b"",
}


def damaged(number, originals):
    """The bytes of copy `number`, made from it alone."""
    r = random.Random(number)
    name, data = originals[r.randrange(len(originals))]
    data = bytearray(data)
    for _ in range(r.choice((1, 1, 1, 3, 10))):
        size = max(1, len(data))
        at = r.randrange(size)
        how = r.randrange(8)
        if how == 0:
            del data[at:]
        elif how == 1:
            for _ in range(r.choice((1, 10, 200))):
                if data:
                    data[r.randrange(len(data))] = r.randrange(256)
        elif how == 2:
            other = originals[r.randrange(len(originals))][1]
            begin = r.randrange(max(1, len(other)))
            data[at:at + r.randrange(2000)] = other[begin:begin + r.randrange(5000)]
        elif how == 3:
            data[at:at] = b"\0" * r.randrange(1, 300)
        elif how == 4:
            data[at:at] = r.choice((b"\xed\xa0\x80", b"\\ud800", "\u202e".encode(), b"\xff\xfe", "“".encode(), b"<" * 50)) * r.randrange(1, 200)
        elif how == 5:
            data += data[at:at + 100_000]
        elif how == 6:
            del data[at:at + r.randrange(1, 500)]
        else:
            data[at:at] = r.choice((b"<div>", b"<!--", b"<![CDATA[", b'"', b"]]>", b"<script>", b"{", b"&")) * r.randrange(1, 3000)
    return name, bytes(data)


# Starts the program and says how it ended: "STATUS CPU_SECONDS KILOBYTES". A small process of its own,
# since the kernel counts the memory that a process was forked with, and this one grows large.
LAUNCHER = """
import os, signal, sys, time
tell, seconds = int(sys.argv[1]), float(sys.argv[2])
os.set_inheritable(tell, False)
child = os.posix_spawn(sys.argv[3], sys.argv[3:], os.environ)
begin = time.monotonic()
done = 0
while not done:
    done, status, usage = os.wait4(child, os.WNOHANG)
    if not done and time.monotonic() - begin > seconds:
        os.kill(child, signal.SIGALRM)
        done, status, usage = os.wait4(child, 0)
    if not done:
        time.sleep(0.002)
os.write(tell, f"{status} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}".encode())
"""


def run(program, label, data, options):
    with tempfile.NamedTemporaryFile(prefix="damaged-", delete=False) as file:
        file.write(data)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        read_end, write_end = os.pipe()
        command = [sys.executable, "-S", "-E", "-c", LAUNCHER, str(write_end), str(20 * options.seconds),
                   program, "read", "--json", file.name]
        launched = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            status, cpu, kilobytes = pipe.read().split()
        launched.wait()
        status, cpu, megabytes = int(status), float(cpu), int(kilobytes) / 1024
        faults = []
        out.seek(0)
        err.seek(0)
        said = err.read().decode(errors="replace")
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            faults.append("hangs")
        elif os.WIFSIGNALED(status):
            faults.append(f"died of signal {os.WTERMSIG(status)}: {said[-2000:]}")
        elif os.WEXITSTATUS(status) not in (0, 2):
            faults.append(f"exit {os.WEXITSTATUS(status)}: {said[-2000:]}")
        elif os.WEXITSTATUS(status) == 2 and "sitrep:" not in said:
            faults.append("failed without saying why")
        for line in out:
            try:
                json.loads(line)
            except ValueError as error:
                faults.append(f"printed what is no JSON ({error}): {line[:200]!r}")
                break
        if cpu > options.seconds:
            faults.append(f"took {cpu:.1f} s of processor time")
        if megabytes > options.megabytes:
            faults.append(f"took {megabytes:.0f} MB")
    if faults and options.keep:
        os.makedirs(options.keep, exist_ok=True)
        os.replace(file.name, os.path.join(options.keep, label.replace("/", "_")))
    else:
        os.unlink(file.name)
    return label, cpu, megabytes, faults


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--sitrep", required=True)
    args.add_argument("--examples", required=True)
    args.add_argument("--count", type=int, default=2000)
    args.add_argument("--only", type=int)
    args.add_argument("--seconds", type=float, default=2.0)
    args.add_argument("--megabytes", type=float, default=500)
    args.add_argument("--keep", help="folder for the copies that failed")
    options = args.parse_args()
    originals = [(p.name, p.read_bytes()) for p in sorted(pathlib.Path(options.examples).rglob("*"))
                 if p.is_file() and p.suffix not in (".md", ".tsv")]
    if not originals:
        raise SystemExit(f"no examples in {options.examples}")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    numbers = [options.only] if options.only is not None else range(options.count)

    def jobs():
        for name, make in FIXED.items():
            if options.only is None:
                yield "fixed-" + name, make
        for number in numbers:
            yield f"copy-{number}", lambda n=number: damaged(n, originals)[1]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda job: run(options.sitrep, job[0], job[1](), options), jobs()))
    bad = [r for r in results if r[3]]
    for label, _, _, faults in bad:
        print(f"{label}: {'; '.join(faults)}")
    slowest = max(results, key=lambda r: r[1])
    largest = max(results, key=lambda r: r[2])
    print(f"{len(results)} damaged inputs, {len(bad)} failed; slowest {slowest[1]:.2f} s ({slowest[0]}), "
          f"largest {largest[2]:.0f} MB ({largest[0]})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
