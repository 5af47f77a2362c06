"""Why a clause that the child does not carry need not be carried: precise rules, since an exemption hides a gap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planalign.align.commitments import Part
from planalign.model.comparison import Exemption
from planalign.text.pattern import compiled, holds_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planalign.align.features import ClauseEvidence
    from planalign.align.pair import Pair

_LEGISLATION = compiled(
    r"立法|法规制度立改废|《[^》]*(?:条例|办法|规定|规范|标准|细则|基准)》|地方性法规|地方(?:性)?标准|地标|政府规章",
    signs=("立法", "立改废", "》", "法规", "标准", "地标", "规章"),
)
_MAKING = (
    "立改废", "立法", "修订", "制定", "制订", "起草", "出台", "编制", "发布",
)  # fmt: skip
_TITLE = re.compile(r"《([^》]+)》")
_PASSING = compiled(r"^(?:并|按程序)*(?:报|提请).{0,12}(?:审议|审定|批准|同意)", signs=("审议", "审定", "批准", "同意"))
_SLOGAN = compiled(
    r"谱写.{0,40}篇章|开创.{0,40}局面|(?:再上|迈上).{0,40}台阶|贡献.{0,40}(?:力量|智慧)|作出.{0,40}贡献|保驾护航$"
    r"|^让.{0,60}(?:涌流|迸发|竞相)"
    r"|为[^为]{0,30}(?:发展|建设|振兴|现代化|大局)提供[^供]{0,12}(?:坚强|坚实|有力)[^供]{0,12}(?:保障|支撑)$",
    signs=("篇章", "局面", "台阶", "贡献", "保驾护航", "让", "保障", "支撑"),
)
_CALL = r"(?:坚定信心|锚定目标|真抓实干|奋发有为|踔厉奋发|砥砺奋进|勇毅前行|团结奋进|同心协力)"
# What leads up to a slogan; alone it is none.
_RALLY = compiled(
    rf"(?:凝聚|汇聚).{{0,30}}(?:共识|力量|合力|智慧)$|^坚定不移(?:走|沿着).*路$|^以.*(?:姿态|精神|作风|干劲|担当)$"
    rf"|^{_CALL}(?:、{_CALL})*$",
    signs=("凝聚", "汇聚", "坚定", "锚定", "真抓", "奋", "勇毅", "同心", "以"),
)
# Who gives a number, that of a year apart, asks for more than a slogan.
_COUNTED = compiled(r"\d(?![\d年])")
_BEFORE = r"(?:^|[，、；：“（和与及在对由]|支持|推进|推动|完成|建成|建设|实施|启动|加快|协调|组织|指导|开展)"
# Two characters and a rank, such as 青石镇; what stands before the rank in a common noun (乡镇, 园区) is ruled out.
_TOWNSHIP = compiled(
    _BEFORE
    + r"([一-龥][一-龥](?:(?<![乡城村集小古制心点强重各全本])镇|(?<![城下返家入回镇各全本])乡|(?<![各全本镇乡])街道))"
)
_DISTRICT = compiled(
    _BEFORE + r"([一-龥][一-龥](?:"
    r"(?<![园库矿社景小城地辖街片山林校厂港灾牧能范验发税流各全本新老县郊域])区(?!级|域|块|间|内|位|县)"
    r"|(?<![区市各全本郊邻])县(?!级|域|区|城)))"
)
_ALL = compiled(r"[各全所每]|区县|乡镇|镇街")
_NAMED = {"镇": _TOWNSHIP, "乡": _TOWNSHIP, "道": _TOWNSHIP, "区": _DISTRICT, "县": _DISTRICT}
"""By the last character of the child's own place: what places beside it are called."""

# 区融媒体中心要开设专栏 speaks to an office of the parent; 市级部门要 and 市场监管部门要 may speak to the child's.
_OFFICE = compiled(
    r"(?P<rank>[市区县旗])(?![级直县场政])(?P<office>[^，。；、各和及等]{1,12}?(?:部|局|委|办|中心|院|会|队))"
    r"(?:要|应当|负责|牵头|发挥)"
)
_BELOW = compiled(r"[各每]|区县|乡镇|镇街|街道|下级|逐级|层层")

# 建成市综合应急物资储备库 and 升级市级平台 build what the parent's own level has; 市政, 市容 and 区块链 are no level.
_FACILITY = compiled(
    r"^(?:.{0,8}[底月]前|年内)?(?:统筹|加快)?(?:建成|建设|新建|完成|升级|扩建|改造|启用)"
    r"(?P<rank>[市区县])(?:本?级|(?=应急|综合|养老|公共|城市|政务服务|食品|疾控|疾病|大数据|人民医院|消防|防汛|气象|数字|智慧|社会|融媒体))"
    r"[^，。；、各]{1,18}?(?:中心|大厅|平台|储备库|数据库|底座|资源池|政务云|系统|实验室|检验所|博物馆|医院)"
)
_FITTING = re.compile(r"(?:新增|部署|配套|打通|总投资|由[市区县]级)")


def exemption(pair: Pair, number: int, clause: ClauseEvidence) -> Exemption | None:
    """Return why a dropped parent clause binds the child to nothing; none where it should have been carried."""
    actions = _actions(clause)
    if all(map(_makes_law, actions)):
        return Exemption.LEGISLATION
    if _is_slogan(actions, [entry.commitment.text for entry in clause.judged]):
        return Exemption.SLOGAN
    text = pair.parent.clauses[number].text
    if _is_for_an_office(pair, text):
        return Exemption.OFFICE
    if _builds_for_its_own(pair, actions) and not _BELOW.search(text):
        return Exemption.FACILITY
    return Exemption.ELSEWHERE if _is_elsewhere(pair, text, actions[0]) else None


def law_of_another(pair: Pair, clause: ClauseEvidence) -> Exemption | None:
    """Return that a clause makes law which the child at most applies: it makes none, and names no title of it."""
    actions = _actions(clause)
    # Few clauses make law, and every one that the child carries is asked.
    if not all(map(_makes_law, actions)):
        return None
    titles = [title for action in actions for title in _TITLE.findall(action)]
    texts = (pair.child.clauses[child].text for child in clause.order)
    is_taken_up = any(_makes_law(text) or any(title in text for title in titles) for text in texts)
    return None if is_taken_up else Exemption.LEGISLATION


def _actions(clause: ClauseEvidence) -> list[str]:
    return [entry.commitment.text for entry in clause.judged if entry.commitment.part is Part.ACTION]


def _makes_law(action: str) -> bool:
    return bool(_PASSING.match(action) or (_LEGISLATION.search(action) and holds_any(action, _MAKING)))


def _is_slogan(actions: Sequence[str], parts: Sequence[str]) -> bool:
    """Return whether a part of the clause is a slogan, and every action one or a word that leads up to it."""
    if not any(_SLOGAN.search(text) for text in parts):
        return False
    return all((_SLOGAN.search(text) or _RALLY.search(text)) and not _COUNTED.search(text) for text in actions)


def _is_for_an_office(pair: Pair, text: str) -> bool:
    """Return whether a clause speaks to an office of the parent's own rank, and to none below it."""
    addressed = _OFFICE.match(text)
    if addressed is None or _BELOW.search(text) or addressed["rank"] != pair.parent.own_place[-1:]:
        return False
    return addressed["office"] not in (pair.child.plan.masthead.issuer or "")


def _builds_for_its_own(pair: Pair, actions: Sequence[str]) -> bool:
    """Return whether all that a clause asks for is to build a facility of the parent's own level and to fit it out."""
    built = _FACILITY.search(actions[0])
    if built is None or not built["rank"] == pair.parent.own_place[-1:] != pair.child.own_place[-1:]:
        return False
    return all(_FACILITY.search(action) or _FITTING.match(action) for action in actions[1:])


def _is_elsewhere(pair: Pair, text: str, first: str) -> bool:
    """Return whether a clause is about named places of the child's level, and only other ones.

    Its first action must name them: the others (避险搬迁280人) follow from it.
    """
    own = pair.child.own_place
    named = _NAMED.get(own[-1:])
    if named is None or own in text or _ALL.search(text):
        return False
    return named.search(first) is not None and not any(place in pair.parent.places for place in named.findall(text))
