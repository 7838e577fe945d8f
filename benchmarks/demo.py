"""What `make demo` costs: wall time, processor time and peak memory of `valuecast demo` as a whole process.

Run with: .venv/bin/python benchmarks/demo.py
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Run the demo once in a temporary folder and print its cost."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "valuecast", "demo", "--quiet", "--out", str(Path(folder) / "demo")]
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"wall time:      {wall:.0f} s")
    print(f"processor time: {used.ru_utime + used.ru_stime:.0f} s on {os.cpu_count()} cores")
    print(f"peak memory:    {used.ru_maxrss / 2**20:.2f} GiB")


if __name__ == "__main__":
    main()
