"""Draw the charts that the documentation shows, from a demo run.

Run from the top of the repository: ``python docs/generate_pictures.py [demo/results]``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import vl_convert

FOLDER = Path(__file__).parent / "pictures"
PICTURES = ("methods_r_precision", "work_list")
"""Charts of the report, by name."""


def main(arguments: Sequence[str]) -> int:
    """Draw every picture, at half the size of the report's own; 1 when the run lacks one."""
    charts = Path(arguments[0] if arguments else "demo/results") / "charts"
    missing = [name for name in PICTURES if not (charts / f"{name}.json").is_file()]
    if missing:
        sys.stderr.write(f"not in {charts}: {', '.join(missing)}; run make demo first\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        specification = (charts / f"{name}.json").read_text(encoding="utf-8")
        (FOLDER / f"{name}.png").write_bytes(vl_convert.vegalite_to_png(specification, scale=1.0))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
