"""Units of measure as plans print them: those that any numeral may stand before, and those that figures alone count."""

from __future__ import annotations

from planalign.text.amounts import half_width
from planalign.text.pattern import compiled

SCALE = r"万亿|千万|百万|[万亿千百]"
"""The words that multiply a number."""
PLAIN_UNIT = (
    r"(?:吨|人·?)公里|(?:人|工)[天日](?!常)|(?:毫克|微克)每(?:立方米|升)|[兆千]瓦时|[兆千]伏安|毫秒|个?自然日"
    r"|/(?:10|十)?万|个百分点|百分点|平方公里|平方千米|平方米|平方|立方米|公里|千米|海里|毫米|厘米|公顷|公斤|千克|毫克|微克|千瓦时?|兆瓦|兆帕|分贝"
    r"|个?小时|分钟|个?学时|个?工作日|个月|[kKmMcC]?m(?![A-Za-z])|hm|[kK]g|[kM]W|[人家场户件架车班批台项艘列针趟]次(?![数要])|标准煤|吨标准煤|公升|街道|社区|小区|企业|人年"
    r"|学分|课时|人份|剂次|千伏|毫升"
    r"|[%‰㎡㎞㎥秒元米亩吨升度户家所座处条部台套辆艘架只件项个名人位次场期批轮类种起例宗天日周岁级支片张份栋幢间层株头口道块眼克册篇班倍点组对床村镇款单"
    r"笔根盏颗粒遍回兆棵枚趟幅羽斤帧筐捆]"
    # Measure words that begin other words too: 500面 but 5面向, 3本 but 3本级.
    r"|门(?![户类诊店口])|面(?![向对临积貌试板料粉谈审部])|本(?![级地区市县省镇乡村行科年月周日质报次身着人])|把(?![握关控手守脉住])"
    r"|包(?![括含保联干抓案装围容村户])|双(?![方向随重创拥控减语休层报])|副(?![省市县区镇乡局处书主职])|队(?![伍员列形长])|盘(?![活点查])"
    r"|瓶(?![装颈组])|桶(?!装)|箱(?![变体涵式])|袋(?!装)|杆(?!线)|顶(?![层部板尖级])|扇(?![区形])|具(?![有体备])|罐(?![装区车])|卷(?![帘积烟])"
    r"|盒(?![装饭])|柜(?!台)|挂(?![牌靠图钩职点号账])|列(?![入为出支席举])|尾(?![矿水气款砂])|匹(?!配)|孔(?!板)|页(?![岩面])|节(?![约能水点日假目气])"
    r"|堂(?!食)|集(?![中体团成聚镇市群装约合])|针(?!对)|桌(?![面椅])"
)
"""Units behind any numeral."""
LATIN = r"(?:[KMGTPE]i?B|[KMGT]bps|[MGTPEZ](?:FLOPS|Flops)|[kMG]Wh)"
"""Units of stores, lines, computers and currents in letters."""
# 建设四路 and 十分 are no counts, and 4核心, 3分类, 2方面, 35路公交 begin other words.
_FIGURE_UNIT = (
    rf"{LATIN}(?![A-Za-z])|P(?=算力|以上|[，。；、）)]|$)"
    r"|分(?=以[上下内]|及以|左右|[\s，。；、,;）)和与或且至到]|$)"
    r"|核(?![心准查实定发验减酸电能桃武辐燃磁]|算(?!力))|路(?![公口段网面径线由灯标政局车总站])"
    r"|方(?=以[上下内]|左右|[，。；、）)]|$)|标准立方米|标准箱|标箱|标方|平米|吨标煤|[美欧港日]元"
    r"|(?:标准)?机架|停?车位|泊位|学位|席位|标段|剂(?![量型次])|讲(?![话座解述授求评究])"
)
_PER = r"(?:/(?:立方米|平方米|平方公里|公里|小时|[升年月日天人亩户吨次村]))?"
UNIT = rf"(?:{_FIGURE_UNIT}|{PLAIN_UNIT}){_PER}"
"""Units behind figures, also a quotient."""
_MEASURE = compiled(rf"(?:{SCALE})?(?:{UNIT})")
_SIGNS = {
    "平米": "平方米",
    "个自然日": "自然日",
    "微克每立方米": "微克/立方米",
    "毫克每升": "毫克/升",
    "吨标煤": "吨",
    "㎡": "平方米",
    "km": "公里",
    "千米": "公里",
    "㎞": "公里",
    "㎥": "立方米",
    "平方千米": "平方公里",
    "平方": "平方米",
    "个小时": "小时",
    "个工作日": "工作日",
    "个学时": "学时",
    "m": "米",
    "kg": "公斤",
    "千克": "公斤",
    "吨标准煤": "吨",
}


def is_measure(word: str) -> bool:
    """Say whether a word is a unit of measure: %, 万人, 亿元, 公里."""
    return _MEASURE.fullmatch(half_width(word.strip())) is not None


def as_counted(unit: str) -> str:
    """Return a unit under the one name of its synonyms: 平方米 for ㎡."""
    return _SIGNS.get(unit, unit)
