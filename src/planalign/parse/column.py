"""Columns of annex tables: what a heading such as 2025年目标（内容） means."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from planalign.text.pattern import compiled
from planalign.text.width import normalise

if TYPE_CHECKING:
    import re
    from collections.abc import Collection


class Role(StrEnum):
    """What a column holds."""

    SEQ = "seq"
    NAME = "name"
    TARGET = "target"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    REMARK = "remark"
    TERM = "term"
    MEASURE = "measure"
    OTHER = "other"


_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.SEQ, compiled(r"序号?|编号|No\.?")),
    (Role.REMARK, compiled(r"备注|说明|备考")),
    (
        Role.TERM,
        compiled(r"(?:完成|办结|时间|整改|进度)?(?:时限|时间|节点|期限|进度)(?:要求|安排|节点)?"),
    ),
    (Role.OTHER, compiled(r"责任(?:领导|人)|联系人|参考文件|依据")),
    (Role.LEAD, compiled(r"(?:市级|区级|县级)?牵头(?:责任)?(?:单位|部门|科室|处室)?(?:（.*）)?")),
    (
        Role.RESPONSIBLE,
        compiled(
            r"(?:责任|配合|参与|协同|协办|实施|落实|参加|主责|承办|负责)(?:单位|部门|主体|科室|处室)(?:（.*）)?|责任分工"
        ),
    ),
    (
        Role.TARGET,
        compiled(
            r"(?:\d{4}年|年度|本年)?(?:工作|任务|绩效)?目标(?:任务|值|要求)?(?:（.*）)?"
            r"|(?:工作|重点|主要|任务|具体|建设|整治|目标)?(?:内容|措施|举措)(?:[及与和](?:建设|工作|具体|主要)?(?:规模|目标(?:要求|任务)?|要求|标准))?(?:（.*）)?|(?:建设|改造|整治|年度)任务|工作要求|目标要求|任务要求|具体任务"
        ),
    ),
    (
        Role.NAME,
        compiled(
            r"名称|(?:指标|项目|任务|文件|应用|平台|事项|工作)名称|(?:重点|主要|工作|核心|考核|绩效)?(?:任务|指标|事项|项目|工作)"
            r"|(?:任务|工作|指标|项目)?(?:类型|类别|领域)|一级指标|工程名称"
        ),
    ),
)


def role_of(heading: str) -> Role:
    """Return what a column with this heading holds."""
    word = normalise(heading)
    return next((role for role, pattern in _WORDS if pattern.fullmatch(word)), Role.OTHER)


def role_of_parts(heading: str) -> Role:
    """Read the lower part of a heading over two rows (责任分工 牵头单位); 序 号 is one word."""
    whole = role_of(heading)
    return whole if whole is not Role.OTHER else role_of(heading.rsplit(" ", 1)[-1])


def is_header_word(text: str) -> bool:
    """Say whether text is a usual column heading."""
    word = normalise(text)
    return len(word) <= 20 and any(pattern.fullmatch(word) for _, pattern in _WORDS)


def roles_of(headings: tuple[str, ...], measures: Collection[int] = ()) -> tuple[Role, ...]:
    """Return the roles of all columns, `measures` those of units of measure.

    Where no heading says name, the first column left over is the name.
    """
    roles = [Role.MEASURE if at in measures else role_of_parts(heading) for at, heading in enumerate(headings)]
    if Role.NAME not in roles:
        for index, role in enumerate(roles):
            if role is Role.OTHER or (role is Role.TARGET and roles.count(Role.TARGET) > 1):
                roles[index] = Role.NAME
                break
    for index, role in enumerate(roles):
        if role is Role.NAME and index > roles.index(Role.NAME):
            # 任务 beside 项目名称: the second one says what is to be done.
            roles[index] = Role.OTHER if Role.TARGET in roles else Role.TARGET
    return tuple(roles)
