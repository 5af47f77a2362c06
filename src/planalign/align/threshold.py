"""Numbers that pick out those who are meant (常住人口5万人以上的乡镇), told from bounds (2名以上安全员)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planalign.text.pattern import compiled

if TYPE_CHECKING:
    from planalign.model.facts import Target

_MORE = "以上"
_BEHIND = compiled(r"\s*及?以上(?P<of>的)?(?=[\u4e00-\u9fff]{2})(?!完成|达标|通过|实现)", signs=(_MORE,))
_STOPS = "，。；：！？、（）()"
_REACH = 16
"""How many characters before the number say whether it is provided or describes."""
# 人口5万人以上, 投资500万元以上: the number says how large the thing is that is meant.
_SIZE = compiled(
    r"(?:人口|人员|员工|职工|面积|投资额?|规模|产值|营收|收入|高度|床位数?|库容|长度|跨度|层数|年龄|海拔|功率|吨位|住户|户数|容量|降雨量?|风力|烈度"
    r"|储量|载重|发生|出现|累计|连续)(?:达到?|在|超过)?$"
)
_PROVIDED = compiled(
    r"(?:配备|配置|配齐|配强|配有|建设|建成|建有|新建|改建|新增|培训|组织|储备|储存|达到|招募|落实|明确|设置|设立|组建|开展|购置|采购|安装|完成|举办|引进"
    r"|培育|保有|安排|评选|选树|打造|创建|选派|聘用|抽调|派出|整治|改造|不少于|不低于|至少|最少|配|设(?![施备计])|建(?!筑)|有(?![关效]))(?P<object>[^，。；、]{0,8})$"
)
# People and sizes say how large a thing is; what is counted by its own measure word (2名, 3处) is provided.
_SIZES = frozenset(
    {"人", "户", "米", "平方米", "立方米", "公里", "层", "吨", "元", "千瓦", "升", "级", "度", "毫米", "岁", "年"}
)
_HOLDER = compiled(
    r"[一-龥]{0,6}?(?:乡镇|镇街|街道|村|社区|小区|企业|单位|场所|学校|医院|机构|建筑|水库|车辆|船舶|客车|地区|区域|工程|项目)"
)
# 2起以上事故的企业: what follows describes as well.
_CLAUSE = compiled(r"[一-龥]{1,8}的(?=[一-龥]{2})")


def picks_out(text: str, start: int, number: Target) -> bool:
    """Say whether the number that begins at a place of a text picks out those who are meant: the lower, the more."""
    end = start + len(number.text)
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    before = _before(text, start)
    if _SIZE.search(before):
        return True
    sized = number.unit in _SIZES
    provided = _PROVIDED.search(before)
    if provided is not None:
        # 组织50人以上企业 speaks of the firms, 配备5名以上的队员 of the five.
        return sized and not provided["object"] and _HOLDER.match(text, behind.end()) is not None
    return sized or behind["of"] is not None or _CLAUSE.match(text, behind.end()) is not None


def _before(text: str, start: int) -> str:
    """Return the words of the segment before a place."""
    near = text[max(0, start - _REACH) : start]
    return near[max(near.rfind(stop) for stop in _STOPS) + 1 :].rstrip()
