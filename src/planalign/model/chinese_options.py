"""Chinese for what Typer says of wrong options and arguments; part of `chinese.SENTENCES`."""

from __future__ import annotations

OPTIONS = {
    "No such option: {} (Possible options: {})": "没有选项 {}，是否指 {}",
    "No such option: {}": "没有选项 {}",
    "No such command {}. Did you mean {}?": "没有命令 {}，是否指 {}？",
    "No such command {}.": "没有命令 {}",
    "Missing argument {}.": "缺少参数 {}",
    "Missing option {}.": "缺少选项 {}",
    "Missing command.": "缺少命令",
    "Option {} requires an argument.": "选项 {} 需要一个值",
    "Option {} does not take a value.": "选项 {} 不带值",
    "Got unexpected extra argument(s) {}": "多余的参数 {}",
    "Invalid value for {}: {}": "{} 的值不正确：{}",
    "Value error, {} is not one of {}.": "{} 不在可选范围内：{}",
    "Value error, {} does not match the formats {}.": "{} 不符合格式 {}",
    "Value error, {} does not match the format {}.": "{} 不符合格式 {}",
}
"""English with {} for what changes, and its Chinese with {} in the same order."""
