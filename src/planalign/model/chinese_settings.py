"""Chinese for what is said of files that people edit: settings, waivers, baseline; part of `chinese.SENTENCES`."""

from __future__ import annotations

SETTINGS = {
    "the waivers cannot be read": "豁免文件无法读取",
    "this is no TOML in UTF-8 (byte {})": "这不是 UTF-8 编码的 TOML（第 {} 字节）",
    "this is no TOML: {}": "这不是正确的 TOML：{}",
    "look at line {}, column {}": "请查看第 {} 行第 {} 列",
    "it ends too early": "文件不完整",
    "waivers are written as [[waiver]] tables": "豁免应写成 [[waiver]] 表",
    "line {}: {}": "第 {} 行：{}",
    "waiver {}: {}": "豁免第 {} 条：{}",
    "unknown key {}, did you mean {}?": "没有 {} 这一项，是否指 {}？",
    "unknown key {}, known: {}": "没有 {} 这一项，可用：{}",
    "{} is missing": "缺少 {}",
    "{} is no date such as 2025-12-31": "{} 应为日期，如 2025-12-31",
    "{} is no text in quotation marks": "{} 应为加引号的文字",
    "{} is no list of texts in square brackets": "{} 应为方括号中的文字列表",
    "{} is no table with document and quote": "{} 应为含 document 和 quote 的表",
    "{} cannot be read": "{} 无法读取",
    "there is no rule {}, did you mean {}?": "没有规则 {}，是否指 {}？",
    "there is no rule {}, known: {}": "没有规则 {}，可用：{}",
    "it needs a quote of the parent or of the child": "须有上级或下级的引文（quote）",
    "the quote {} is too short to tell one clause from another": "引文 {} 太短，无法确定是哪一条",
    "waivers need the day to judge them by": "使用豁免需要给出判断有效期的日期",
    "the settings cannot be read": "设置文件无法读取",
    "{} begins neither with section: nor with task:": "{} 应以 section: 或 task: 开头",
    "{} does not lie between 0 and 1": "{} 应在 0 和 1 之间",
    "{} is neither true nor false": "{} 应为 true 或 false",
    "{} is no table": "{} 应为表",
    "{} is no number": "{} 应为数字",
    "{} is no whole number": "{} 应为整数",
    "{} is not more than 0": "{} 应大于 0",
    "{} is no list in square brackets": "{} 应为方括号中的列表",
    "{} may be {}, not {}": "{} 可以是 {}，不能是 {}",
    "{}: there is no such file: {}": "{}：没有这个文件：{}",
    "the level {} stands twice": "层级 {} 重复",
    "the level {} stands above itself": "层级 {} 以自身为上级",
    "there is no level {}, did you mean {}?": "没有层级 {}，是否指 {}？",
    "there is no level {}, known: {}": "没有层级 {}，可用：{}",
    "the shares cannot be read": "分解表无法读取",
    "this is no CSV in UTF-8 (byte {})": "这不是 UTF-8 编码的 CSV（第 {} 字节）",
    "save it as CSV in UTF-8": "请另存为 UTF-8 编码的 CSV",
    "a quotation mark is out of place": "引号位置不对",
    "unknown column {}, did you mean {}?": "没有 {} 这一列，是否指 {}？",
    "unknown column {}, known: {}": "没有 {} 这一列，可用：{}",
    "the column {} stands twice": "{} 一列重复",
    "the column {} is missing": "缺少 {} 一列",
    "it has {} cells, the heading has {}": "该行有 {} 格，表头有 {} 格",
    "the words {} are too short to tell one clause from another": "上级事项 {} 太短，无法确定是哪一条",
    "it names no child": "没有写下级",
    "{} has two shares of {}": "{} 对 {} 有两个分解数",
    "the baseline cannot be read": "基线文件无法读取",
    "this is no baseline of this version": "这不是本版本的基线文件",
    "there is no baseline": "没有基线文件",
    "a file is asked for, not standard output": "应给出文件名，不能写到标准输出",
    "this command does not write this format": "这个命令不能写出这种格式",
    "a chain has two plans at least": "逐级比对至少要两份文件",
    "fewer than two plans are left, so there is nothing to compare": "可比对的文件不足两份",
    "the parent or all children are missing, so there is nothing to compare": (
        "缺少上级文件或全部下级文件，没有可比对的内容"
    ),
    "open it, save it anew as .docx and read that": "请打开后另存为 .docx 再读取",
    "a smaller or simpler document, or more time: `seconds` under [limits] in planalign.toml": (
        "请拆小或简化文件，或在 planalign.toml 的 [limits] 中加大 seconds"
    ),
    "a smaller or simpler document, or more memory: `memory` under [limits] in planalign.toml": (
        "请拆小或简化文件，或在 planalign.toml 的 [limits] 中加大 memory"
    ),
    "add --as-of YYYY-MM-DD, or as_of under [project] in planalign.toml": (
        "请加上 --as-of YYYY-MM-DD，或在 planalign.toml 的 [project] 中写 as_of"
    ),
}
"""English with {} for what changes, and its Chinese with {} in the same order."""
