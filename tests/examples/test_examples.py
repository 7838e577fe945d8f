"""Every example runs as it is, from the top of the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from valuecast.config import parse
from valuecast.simulate import Company, simulate

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_scripts_run(script: Path) -> None:
    """Each says something, warns of nothing and ends well."""
    ran = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", str(script)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()
    assert ran.stderr == ""


def test_the_orders_hold_evidence() -> None:
    """The first example answers its question: it names somebody, with a probability, and says how well it is known."""
    said = subprocess.run(
        [sys.executable, str(EXAMPLES / "orders.py")], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert "evidence: yes" in said
    assert "shop-" in said
    assert "duration_frequency" in said


@pytest.mark.parametrize("notebook", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.name)
def test_notebooks_run(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cells run one after another, each last expression can be shown, and no output is stored."""
    monkeypatch.chdir(ROOT)
    cells = [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert cells
    space: dict[str, object] = {}
    for cell in cells:
        assert cell["outputs"] == [] and cell["execution_count"] is None
        code = "".join(cell["source"])
        *_, last = code.split("\n")
        exec(compile(code, notebook.name, "exec"), space)
        if not last.startswith((" ", ")", "#")) and "=" not in last.split("(")[0]:
            shown = eval(last, space)
            assert (getattr(shown, "_repr_html_", None) or shown.__repr__)()


def test_the_configuration_for_pendo_runs(tmp_path: Path) -> None:
    """It is understood, and suits the tables that its comment makes."""
    told = yaml.safe_load((EXAMPLES / "pendo" / "valuecast.yaml").read_text(encoding="utf-8"))
    simulate(Company(accounts=20, months=3), tmp_path / "tables")
    from valuecast import pipeline

    found = pipeline.audit(parse(told | {"source": str(tmp_path / "tables")}))
    assert found.manifest["kind"] == "pendo"
    assert found.manifest["grain"] == "account"
