"""Chinese for what goes wrong in a review and in its workbook; part of `chinese.SENTENCES`."""

from __future__ import annotations

REVIEW = {
    "planalign review REPORT": "planalign review 报告.json",
    "several reports need a folder to write to": "多份报告须写入文件夹",
    "the decisions cannot be read": "决定文件无法读取",
    "the decisions cannot be written": "决定文件无法写入",
    "{} cannot be said of a {}": "“{}”不适用于 {}",
    "adjust says what holds instead, and nothing else does": "只有“更正”填写更正内容，且必须填写",
    "a decision needs the name of the person who takes it": "决定需要写明复核人姓名",
    "a decision needs a time with its time zone": "决定的时间应带时区",
    "this needs libraries that are not installed": "缺少所需的程序库",
    "pip install 'planalign[review]', or use planalign review --tui": (
        "请运行 pip install 'planalign[review]' 安装，或用 planalign review --tui 在终端中复核"
    ),
    "give reports that compare wrote (.json), or two plans": "请给出 compare 写出的 .json 报告，或上级、下级两份文件",
    "the port {} cannot be used: {}": "端口 {} 无法使用：{}",
    "choose another --port, or leave it out": "请换一个 --port，或不指定",
    "a workbook holds one report": "一个工作簿只放一份报告",
    "export one after the other": "请逐份导出",
    "the workbook ends in .xlsx": "工作簿的扩展名应为 .xlsx",
    "the workbook is too large": "工作簿过大",
    "the workbook cannot be read": "工作簿无法读取",
    "this is no readable workbook": "这不是可读取的工作簿",
    "open it, save it anew as .xlsx, and import that": "请打开后另存为 .xlsx 再导入",
    "the workbook holds no review sheet": "工作簿中没有“待复核”工作表",
    "the review sheet lacks the column {}": "“待复核”工作表缺少“{}”一列",
    "the texts have changed since the sheet was written": "导出之后文字已有变化，请重新导出后再复核",
    "no report given holds this item": "所给报告中没有这一条",
    "there is no decision to take back": "没有可撤销的决定",
    "the word {} is no decision": "{} 不是可填的决定",
    "the word {} cannot be said of this item": "{} 不适用于这一条",
    "nothing is said of what holds instead": "没有填写更正内容",
    "the document {} holds no {}": "{} 中没有 {}",
    "ids look like t3 and t3.c2": "编号形如 t3、t3.c2",
    "the word {} is not known": "没有 {} 这一项",
}
"""English with {} for what changes, and its Chinese with {} in the same order."""
