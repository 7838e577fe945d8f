"""What is installed from the built wheel works without the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what git knows."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (source / name).write_bytes((ROOT / name).read_bytes())
    for file in (ROOT / "src" / "valuecast").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            target = source / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(out),
        ".",
    ]
    subprocess.run(command, cwd=source, check=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_what_the_package_reads(wheel: Path) -> None:
    """Every module and every file beside them is in it, with the licence, the entry points and the mark of types."""
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    package = ROOT / "src"
    needed = {p.relative_to(package).as_posix() for p in package.glob("valuecast/**/*") if p.is_file()}
    needed = {name for name in needed if "__pycache__" not in name}
    assert needed <= names
    assert "valuecast/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("entry_points.txt") for name in names)


def test_the_installed_wheel_runs(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own: version, simulation and a run with its report, away from the repository."""
    place = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(packages), str(wheel)],
        check=True,
    )
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*words: str, code: int = 0) -> str:
        command = [str(place / "bin" / "python"), "-m", "valuecast", *words]
        ran = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
        assert ran.returncode == code, ran.stderr
        return ran.stdout

    where = [str(place / "bin" / "python"), "-c", "import valuecast; print(valuecast.__file__)"]
    used = subprocess.run(where, cwd=tmp_path, env=alone, capture_output=True, text=True, check=True).stdout
    assert used.startswith(str(packages))
    assert run("--version").startswith("valuecast ")
    run("simulate", "--out", "company", "--accounts", "12", "--months", "3", "--visitors", "60", "--quiet")
    run("run", "--source", "company", "--out", "results", "--quiet", code=3)
    assert "<html" in (tmp_path / "results" / "report.html").read_text(encoding="utf-8")
