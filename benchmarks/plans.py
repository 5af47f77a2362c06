"""Generate plans of a tree of three levels, with the truth about what was dropped and lowered.

Usage: python -m benchmarks.plans FOLDER [--documents N] [--formats txt:70,docx:25,pdf:5] [--tasks N] [--seed N]
One plan of 江城市 a year, 40 districts below it, 25 townships below each: 1,041 documents a year, as many years as
needed. Everything is invented. The same arguments give the same bytes; `truth.jsonl` has a line for each child.
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.plan_files import WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DISTRICTS, TOWNSHIPS = 40, 25
FIRST_YEAR = 2025
DROPPED, LOWERED = 0.12, 0.1
"""Shares of the tasks that a child drops, and of the numbers that it lowers."""
OBJECTS = (
    "老旧小区消防设施", "农村公路临水路段", "燃气老旧管网", "病险水库", "山洪灾害危险区", "森林防火通道", "学校食堂",
    "电动自行车充电设施", "高层建筑消防车通道", "建筑施工起重机械", "尾矿库", "危险化学品仓库", "养老机构电气线路",
    "渡口渡船", "烟花爆竹零售点", "城市易涝积水点", "农村自建房", "地质灾害隐患点", "应急避难场所", "抗旱应急水源",
    "河道行洪障碍", "企业有限空间", "特种设备", "旅游景区索道", "商业综合体疏散通道", "镇级污水处理站", "供水加压泵房",
    "公交场站", "物流园区冷库", "粉尘涉爆企业", "电梯困人救援站", "基层消防站", "应急广播终端", "防汛物资储备点",
    "气象预警信息", "燃气餐饮用户", "港口装卸设备", "校车接送站点", "民宿客栈", "桥梁隧道监测点",
)  # fmt: skip
TITLES = ("排查整治{}隐患", "加强{}管理", "推进{}改造提升", "规范{}运行")
CLAUSES = (
    "完成{name}改造{number}处，{month}月底前投入使用。",
    "组织{name}专项检查，每季度不少于{few}次。",
    "{name}问题按期整改率达到{share}%以上。",
    "修订{name}应急预案，全年开展演练{few}场。",
    "建立{name}动态台账，逐项明确责任单位和完成时限。",
    "培训{name}管理人员{number}人次，考核合格后上岗。",
    "安装{name}智能监测设备{number}套，接入统一监管平台。",
)
SECTIONS = ("压实安全责任", "防控重点风险", "夯实基层基础", "提升应急能力")
_HAN = "〇一二三四五六七八九十"
_PLACES = ("临江", "望山", "北湖", "东渡", "南浦", "西岭", "云溪", "白沙", "石桥", "清河")
_SUFFIXES = ("城", "岭", "湾", "川")
_TOWNS = ("清渡", "枫林", "松岭", "竹溪", "桃园")
_TOWN_SUFFIXES = ("镇", "乡", "街道", "口镇", "坝镇")


class Clause(NamedTuple):
    """A clause with its number apart, so that a child can lower it."""

    wording: str
    number: int


class Task(NamedTuple):
    """A task."""

    title: str
    clauses: tuple[Clause, ...]


class Plan(NamedTuple):
    """A generated plan."""

    path: str
    parent: str | None
    place: str
    word: str
    """全市, 全区 or 全镇."""
    number: str
    cited: str
    year: int
    tasks: tuple[Task, ...]
    dropped: tuple[str, ...] = ()
    """Titles of the parent tasks that it leaves out."""
    lowered: int = 0
    """How many numbers of the parent it lowers."""

    def lines(self) -> Iterator[str]:
        """Yield the paragraphs of the document."""
        title = f"{self.year}年{self.word}安全生产工作要点"
        yield f"{self.place}人民政府文件"
        yield self.number
        yield f"{self.place}人民政府关于印发《{title}》的通知"
        yield f"{title}"
        basis = f"为贯彻{self.cited}精神，" if self.cited else ""
        yield f"{basis}扎实做好{self.year}年{self.word}安全生产工作，制定本要点。"
        size = -(-len(self.tasks) // len(SECTIONS))
        for place, section in enumerate(SECTIONS):
            yield f"{_HAN[place + 1]}、{section}"
            for number, task in enumerate(self.tasks[place * size : (place + 1) * size], start=place * size + 1):
                body = "".join(clause.wording.format(clause.number) for clause in task.clauses)
                yield f"{number}.{task.title}。{body}"


def main() -> None:
    """Write the plans and the truth."""
    parser = argparse.ArgumentParser(description="Generate plans of a tree of three levels.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--formats", default="txt:70,docx:25,pdf:5", help="kinds and their shares in percent")
    parser.add_argument("--tasks", type=int, default=25, help="tasks of a city plan")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.documents, shares(arguments.formats), arguments.tasks, arguments.seed)


def generate(folder: Path, documents: int, formats: Sequence[str], tasks: int = 25, seed: int = 1) -> None:
    """Write so many plans, their formats drawn from a list, and the truth."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)  # noqa: S311 - the same numbers every time are wanted
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        files: dict[str, str] = {}
        for plan in islice(plans(tasks, seed), documents):
            kind = draw.choice(formats)
            files[plan.path] = f"{plan.path}.{kind}"
            target = folder / files[plan.path]
            target.parent.mkdir(parents=True, exist_ok=True)
            WRITERS[kind](target, list(plan.lines()))
            entry: dict[str, object] = {"path": files[plan.path], "parent": files.get(plan.parent or "")}
            entry |= {"dropped": plan.dropped, "lowered": plan.lowered}
            truth.write(json.dumps(entry, ensure_ascii=False) + "\n")


def plans(tasks: int, seed: int) -> Iterator[Plan]:
    """Yield plans without end: city, district, its townships, the next district; then the year before."""
    draw = random.Random(seed)  # noqa: S311 - the same
    year = FIRST_YEAR
    while True:
        city = Plan(
            f"{year}/city", None, "江城市", "全市", f"江府发〔{year}〕1号", "", year, tuple(_tasks(tasks, draw))
        )
        yield city
        for district in range(DISTRICTS):
            yield from _district(city, district, draw)
        year -= 1


def _district(city: Plan, number: int, draw: random.Random) -> Iterator[Plan]:
    name = _PLACES[number % len(_PLACES)] + (_SUFFIXES[number // len(_PLACES)] if number >= len(_PLACES) else "")
    own = Plan(
        f"{city.year}/{number:02}/district", city.path, f"江城市{name}区", "全区",
        f"{name}府发〔{city.year}〕{number + 2}号", _citation(city), city.year, (),
    )  # fmt: skip
    district = _derived(own, city, draw)
    yield district
    for town in range(TOWNSHIPS):
        word = _TOWNS[town // len(_TOWN_SUFFIXES)] + _TOWN_SUFFIXES[town % len(_TOWN_SUFFIXES)]
        below = Plan(
            f"{city.year}/{number:02}/town-{town:02}", district.path, f"江城市{name}区{word}", "全镇",
            f"{name}{word[0]}府发〔{city.year}〕{town + 1}号", _citation(district), city.year, (),
        )  # fmt: skip
        yield _derived(below, district, draw)


def _citation(plan: Plan) -> str:
    title = f"{plan.year}年{plan.word}安全生产工作要点"
    return f"《{plan.place}人民政府关于印发〈{title}〉的通知》（{plan.number}）"


def _tasks(count: int, draw: random.Random) -> Iterator[Task]:
    """Yield the tasks of a city, each about another object."""
    for name in draw.sample(OBJECTS, min(count, len(OBJECTS))):
        wordings = draw.sample(CLAUSES, draw.randint(3, 5))
        values = [
            wording.format(name=name, month=draw.randint(4, 11), number="{}", few="{}", share="{}")
            for wording in wordings
        ]
        clauses = (Clause(value, _number(wording, draw)) for wording, value in zip(wordings, values, strict=True))
        yield Task(draw.choice(TITLES).format(name), tuple(clauses))


def _number(wording: str, draw: random.Random) -> int:
    if "{share}" in wording:
        return draw.choice((90, 95, 98, 100))
    return draw.randint(3, 9) if "{few}" in wording else draw.randint(20, 200)


def _derived(own: Plan, parent: Plan, draw: random.Random) -> Plan:
    """Return a plan with the tasks of its parent: some dropped, some numbers lowered."""
    kept = [task for task in parent.tasks if draw.random() >= DROPPED]
    dropped = [task.title for task in parent.tasks if task not in kept]
    lowered = 0
    tasks = []
    for task in kept:
        clauses = [
            _lower(clause) if "{}" in clause.wording and draw.random() < LOWERED else clause for clause in task.clauses
        ]
        lowered += sum(new is not old for new, old in zip(clauses, task.clauses, strict=True))
        tasks.append(Task(task.title, tuple(clauses)))
    return own._replace(tasks=tuple(tasks), dropped=tuple(dropped), lowered=lowered)


def _lower(clause: Clause) -> Clause:
    return clause._replace(number=max(1, clause.number * 4 // 5))


def shares(formats: str) -> list[str]:
    """Return the kinds of `txt:70,docx:25`, each as often as its share says."""
    parts = (part.partition(":") for part in formats.split(","))
    return [name for kind, _, share in parts for name in [kind] * int(share or 1)]


if __name__ == "__main__":
    main()
