"""Chinese for the sentences that readers and parser write in English: reasons of skipped parts, errors and hints."""

from __future__ import annotations

import re
from functools import cache

from planalign.model.chinese_corpus import CORPUS
from planalign.model.chinese_options import OPTIONS
from planalign.model.chinese_review import REVIEW
from planalign.model.chinese_settings import SETTINGS

SENTENCES = {
    # What was set aside.
    "the part {} of the package is damaged and was left out": "文件包中的 {} 已损坏，未读取",
    "elements are nested too deeply; what stands below 256 levels was not read": "页面嵌套过深，256 层以下的内容未读取",
    "{} characters of the page cannot be read in its encoding": "页面中有 {} 个字符按其编码无法识别",
    "cells beyond the columns of the table were left out": "表格中超出表头列数的单元格未读取",
    "{} control characters were removed from the text": "文本中有 {} 个控制字符已去除",
    "{} characters of the text are damaged and cannot be read": "文本中有 {} 个字符已损坏，无法识别",
    "an embedded object was not read": "嵌入的对象未读取",
    "an inserted file (altChunk) was not read": "插入的文件（altChunk）未读取",
    "too many ruling lines: no tables were searched on this page, its text was read as paragraphs": (
        "本页线条过多，未识别表格，文字按段落读取"
    ),
    "the page goes on on further pages, which were not read": "网页还有后续分页，未读取",
    "{} rows of a table with too many cells were left out": "表格单元格过多，有 {} 行未读取",
    "page {} is a picture: {}": "第 {} 页是图片：{}",
    "it was not recognised, for there are too many pictures": "图片过多，未做文字识别",
    "its recognition failed ({})": "文字识别失败（{}）",
    "no text was recognised on it": "没有识别出文字",
    "recognised on a picture: {}": "由图片识别：{}",
    "‰ and % are easily mistaken for each other": "‰ 与 % 容易混淆",
    "a letter stands among figures": "数字中夹有字母",
    "a ratio may be misread": "比值可能识别有误",
    "a year is written in mixed characters": "年份混用了不同的数字写法",
    "a figure was hard to read": "数字不够清楚",
    "the line was hard to read": "整行不够清楚",
    "its characters stand one below the other": "文字为竖排",
    "too faint or too small to be recognised: it was left out of the text": "字迹过淡或过小，识别不可靠，未计入正文",
    "page {} is an image without text: it needs OCR": "第 {} 页是图片，没有文字，需先做文字识别（OCR）",
    "page {} is drawn without text: it needs OCR": "第 {} 页画有内容，但没有文字，需先做文字识别（OCR）",
    "page {} is missing from the file": "文件中缺少第 {} 页",
    "page {} is damaged: a part of it may be missing": "第 {} 页已损坏，内容可能不全",
    "an image covers {} of page {}: text inside it is not read": "图片占该页的 {}（第 {} 页），图中文字未读取",
    "{} of {} characters of page {} have no meaning outside their font: its text may be wrong, and needs OCR": (
        "{} 个字符（共 {} 个，第 {} 页）只在原字体中有意义，文字可能有误，需做文字识别（OCR）"
    ),
    "{} of {} characters of page {} have no meaning outside their font": (
        "{} 个字符（共 {} 个，第 {} 页）只在原字体中有意义"
    ),
    "a caption or a note to a table": "表格的标题或注释",
    "text of an annex without a table": "附件中不在表格里的文字",
    "a table of one row or one column: layout or a note, no annex rows": "只有一行或一列的表格，用于排版或说明",
    "a line above the column headings": "表头上方的一行",
    "a heading over the whole width of the table": "横贯全表的小标题",
    "a question and its answer, no task": "问答，不是任务",
    "a table flattened to one cell a line, without a column of numbers: its rows cannot be told apart": (
        "表格变成了一格一行，又没有序号列，无法还原各行"
    ),
    "the heading of a table that goes on from above": "上表续表的标题",
    "not a work plan: its text was not taken for tasks": "不是工作计划，正文未按任务解析",
    "a plan by its title, but without numbered items: no task can be told apart": (
        "标题是工作计划，但正文没有编号，无法划分任务"
    ),
    "a date or document number that lost digits or brackets: it is not guessed": "日期或发文字号缺数字或括号，不作猜测",
    "a numbered item of the notice, above the plan itself: not taken for a task of the plan": (
        "通知中的编号事项，在计划正文之前，不算任务"
    ),
    "a last line that is neither a sentence nor a heading": "文末一行，既不是句子也不是标题",
    "a remark on the draft": "文稿上的说明，不属于正文",
    "duties of single offices, no tasks": "各单位的职责分工，不是任务",
    "a number without text": "只有编号，没有文字",
    # What went wrong.
    "this is the lock file of an open document": "这是文档打开时的锁定文件",
    "there is no such file": "没有这个文件",
    "this is a folder, not a document": "这是文件夹，不是文件",
    "this is no regular file": "这不是普通文件",
    "the file has {} bytes, more than {}": "文件有 {} 字节，超过上限 {}",
    "the file cannot be read: {}": "文件无法读取：{}",
    "its name is not valid": "文件名无效",
    "the file is empty": "文件是空的",
    "the file holds no text": "文件中没有文字",
    "the file is damaged or unusual and could not be read ({})": "文件已损坏或格式异常，无法读取（{}）",
    "part of the document was not read, so the analysis is incomplete: {}": "文件有一部分未读取，分析不完整：{}",
    "and {} more": "另有 {} 处",
    "this is no work plan, so there is nothing to compare": "这不是工作计划，没有可比对的内容",
    "no task was found": "没有找到任务",
    "the folder holds no file": "文件夹中没有文件",
    "the folder cannot be read: {}": "文件夹无法读取：{}",
    "the pages could not be drawn ({})": "页面无法绘制（{}）",
    "reading took too long and was stopped": "读取时间过长，已中止",
    "reading took too much memory and was stopped": "读取占用内存过多，已中止",
    "reading broke down ({})": "读取过程崩溃（{}）",
    "the document could not be understood ({})": "文件未能解析（{}）",
    "leave out --debug-layout": "可去掉 --debug-layout 再试",
    "a workbook is nothing to show in a terminal": "终端中无法显示 Excel 文件",
    "-o NAME.xlsx": "请用 -o 文件名.xlsx 另存",
    "a sheet of a workbook cannot hold so many rows": "一张工作表放不下这么多行",
    "use -f jsonl": "请改用 -f jsonl",
    "this is a binary file of an unknown kind, not a text": "这是未知的二进制文件，不是文本",
    "the text is neither UTF-8, UTF-16 nor GB18030 (byte {})": "文本不是 UTF-8、UTF-16 或 GB18030 编码（第 {} 字节）",
    "this is an RTF document": "这是 RTF 文档",
    "this is a {} image": "这是 {} 图片",
    "this is an image of a page: it needs OCR": "这是页面图片，需做文字识别（OCR）",
    "this image is damaged": "图片已损坏",
    "this image has {} pixels, more than can be read": "图片有 {} 像素，过大，无法读取",
    "no text was recognised on this image": "图片中没有识别出文字",
    "no text was recognised on the pages of this PDF": "这个 PDF 的页面上没有识别出文字",
    "this is a {} archive": "这是 {} 压缩包",
    "this is an Excel workbook": "这是 Excel 工作簿",
    "this is a PowerPoint presentation": "这是 PowerPoint 演示文稿",
    "this is an OpenDocument file, but no text (.ods, .odp)": "这是 OpenDocument 文件，但不是文本（.ods、.odp）",
    "this is a zip archive, not a document": "这是 zip 压缩包，不是文档",
    "this Office document is encrypted": "这个 Office 文档已加密",
    "this is a Word 6 or Word 95 document": "这是 Word 6 或 Word 95 文档",
    "this is an old Office file (OLE)": "这是旧版 Office 文件（OLE）",
    "this old Office file is damaged: a part of it is missing": "这个旧版 Office 文件已损坏，缺少一部分",
    "this is a web archive (MHTML)": "这是网页存档（MHTML）",
    "this is a Word 2003 XML document": "这是 Word 2003 XML 文档",
    "this {} is empty: nothing is drawn on its pages": "这个 {} 是空的，页面上没有内容",
    "this {} is a scan: its pages are images without text": "这个 {} 是扫描件，页面是图片，没有文字",
    "this {} has no text: its letters are drawn as outlines or pictures": "这个 {} 没有文字，字是用轮廓或图片画的",
    "this OFD is damaged: it names no document that is there": "这个 OFD 已损坏，找不到其中的文档",
    "this OFD has {} pages, more than {}": "这个 OFD 有 {} 页，超过上限 {}",
    "this OFD has more than {} characters": "这个 OFD 的字数超过 {}",
    "this OFD draws far too much": "这个 OFD 画的内容过多",
    "the parts of this OFD use one another too often": "这个 OFD 的各部分重复引用过多",
    "the tables of this document have more than {} cells": "这份文件的表格单元格超过 {} 个",
    "a page of this OFD draws far too much": "这个 OFD 有一页画的内容过多",
    "this PDF is encrypted and a password is needed": "这个 PDF 已加密，需要密码",
    "this PDF is damaged": "这个 PDF 已损坏",
    "this PDF is damaged: a page cannot be loaded": "这个 PDF 已损坏，有一页无法载入",
    "this PDF has {} pages, more than {}": "这个 PDF 有 {} 页，超过上限 {}",
    "this PDF draws forms inside forms without end": "这个 PDF 的图形无限嵌套",
    "this PDF would unpack to far too much": "这个 PDF 解压后过大",
    "a part of this PDF would unpack to far too much": "这个 PDF 的一部分解压后过大",
    "the web page is damaged": "网页已损坏",
    "the web page is empty": "网页是空的",
    "the web page holds no document, only navigation": "网页中没有正文，只有导航",
    "the web page holds no document, only navigation; {}": "网页中没有正文，只有导航；{}",
    "the Word document is damaged: it has no readable main part": "Word 文档已损坏，没有可读的正文",
    "this OpenDocument text is encrypted": "这个 OpenDocument 文本已加密",
    "the OpenDocument text is damaged: it has no readable content": "OpenDocument 文本已损坏，没有可读的内容",
    "the document holds no text": "文档中没有文字",
    "the Word document is damaged: a part of it is missing": "Word 文档已损坏，缺少一部分",
    "the Word document is damaged: it states an impossible length": "Word 文档已损坏，所记长度不可能",
    "{}, and LibreOffice is not installed": "{}，且未安装 LibreOffice",
    "LibreOffice took more than {} seconds": "LibreOffice 用时超过 {} 秒",
    "LibreOffice could not read the document": "LibreOffice 无法读取该文档",
    "the package is damaged": "文件包已损坏",
    "the package is encrypted": "文件包已加密",
    "the package names a member twice": "文件包中有重名的部分",
    "the package has {} members, more than {}": "文件包有 {} 个部分，超过上限 {}",
    "the package would unpack to {}, more than {}": "文件包解压后为 {}，超过上限 {}",
    "a member of the package would unpack to {}": "文件包的一个部分解压后为 {}",
    "a member of the package expands like a decompression bomb": "文件包的一个部分膨胀异常，像是压缩炸弹",
    "the part {} declares a document type, which no Office program writes": "{} 声明了文档类型，正常的 Office 文件没有",
    "the part {} is damaged": "{} 已损坏",
    "there is no rule {}": "没有规则 {}",
    "the output would overwrite an input": "输出会覆盖输入文件",
    "this is no place for a file": "这里不能存放文件",
    "the ending of {} names no format": "{} 的扩展名不对应任何格式",
    "two outputs have the same name": "两个输出文件同名",
    "the file cannot be written: {}": "文件无法写入：{}",
    "the output cannot be written: {}": "输出无法写入：{}",
    "the report cannot be read": "报告无法读取",
    "this is no comparison record of this version": "这不是本版本 compare 写出的报告",
    "the report holds no {}": "报告中没有 {}",
    "did you mean {}?": "是否指 {}？",
    "ids stand at the end of each finding": "编号写在每个问题的末尾",
    "the folder cannot be made: {}": "文件夹无法建立：{}",
    "no such gold file": "没有这个标注文件",
    "the gold file cannot be read": "标注文件无法读取",
    "the gold file is not in UTF-8": "标注文件不是 UTF-8 编码",
    "this is no alignment gold file": "这不是比对标注文件",
    "this is no alignment gold file: look at {}": "这不是比对标注文件：请查看 {}",
    "not a gold table: {}": "这不是标注表：{}",
    "the gold table lacks the column {}": "标注表缺少 {} 一列",
    "unknown relation {}": "没有 {} 这种关系",
    "the document {} is not found": "找不到文件 {}",
    "no document holds all lead phrases": "没有文件含有全部起首文字",
    "several documents hold all lead phrases": "有几份文件含有全部起首文字",
    "no such folder": "没有这个文件夹",
    "no gold file given": "没有给出标注文件",
    "documents were given for several gold files": "有几个标注文件，不能指定文件",
    "--mutations takes plans only": "--mutations 只接受计划文件",
    # What to do.
    "check the path": "请检查路径",
    "check the path and its permissions": "请检查路径和权限",
    "give the path of a gold file": "请给出标注文件的路径",
    "a gold file names child, parent, child_tasks, parent_tasks and parent_clauses": (
        "标注文件应有 child、parent、child_tasks、parent_tasks 和 parent_clauses"
    ),
    "one of {}": "应为其中之一：{}",
    "name the folder of the documents with --corpora": "请用 --corpora 指明文件所在文件夹",
    "--corpora names the folder of the documents": "--corpora 应为文件所在文件夹",
    "give one gold file with --parent or --child": "用 --parent 或 --child 时只给一个标注文件",
    "leave out --corpora, --parent and --child": "请去掉 --corpora、--parent 和 --child",
    "check its permissions": "请检查权限",
    "check that it is the right file": "请确认是否给对了文件",
    "fetch it again": "请重新获取",
    "fetch it again, or print it to a new PDF": "请重新获取，或另行打印为 PDF",
    "fetch it again, or open it in an OFD program and save it as PDF": "请重新获取，或用 OFD 软件打开后存为 PDF",
    "read the document itself": "请读取文档本身",
    "the file was probably cut off on its way: fetch it again, or open it and save it anew": (
        "文件可能未下载完整，请重新获取，或打开后另存一份"
    ),
    "open it, save it anew or as PDF, and read that": "请打开后另存一份或存为 PDF 再读取",
    "set PLANALIGN_DEBUG=1 for the traceback and report it": "请设置 PLANALIGN_DEBUG=1 查看详情并反馈",
    "open it in a viewer and print it to a new PDF": "请打开后另行打印为 PDF",
    "open it in an editor and save it as UTF-8": "请用编辑器打开并存为 UTF-8",
    "open it and save it anew": "请打开后另存一份",
    "open it with its password and save it without one": "请用密码打开，另存为不加密的文件",
    "save it as .docx or PDF and read that": "请存为 .docx 或 PDF 再读取",
    "allow LibreOffice to convert it (--libreoffice), or save it as .docx or PDF and read that": (
        "可允许用 LibreOffice 转换（--libreoffice），或存为 .docx 或 PDF 再读取"
    ),
    "install LibreOffice Writer (on Debian and Ubuntu the package libreoffice-writer-nogui), "
    "or save the document as .docx or PDF and read that": (
        "请安装 LibreOffice Writer（Debian、Ubuntu 的软件包 libreoffice-writer-nogui），或存为 .docx 或 PDF 再读取"
    ),
    "save it as .docx, PDF or TXT": "请存为 .docx、PDF 或 TXT",
    "save it as PDF and read that": "请存为 PDF 再读取",
    "save it anew from the browser": "请在浏览器中重新保存",
    "save the page as HTML or PDF and read that": "请把网页存为 HTML 或 PDF 再读取",
    "copy the plan into a .docx or PDF": "请把计划复制到 .docx 或 PDF 中",
    "unpack it and read the document inside": "请解压后读取其中的文件",
    "split it and read the part with the plan": "请拆分后读取计划所在部分",
    "pip install 'planalign[ocr]', or recognise its text (OCR) elsewhere and save that as TXT or PDF": (
        "请运行 pip install 'planalign[ocr]' 安装文字识别，或另行识别后存为 TXT 或 PDF"
    ),
    "pip install 'planalign[ocr]' reads scanned pages of PDF files": (
        "安装 pip install 'planalign[ocr]' 后可读取 PDF 中的扫描页"
    ),
    "is it sharp and large enough to be read?": "请确认图片是否足够清晰",
    "are they sharp enough to be read?": "请确认页面是否足够清晰",
    "save it at 300 dots per inch": "请存为 300 dpi 的图片",
    "save it as PNG and read that": "请存为 PNG 再读取",
    "recognise its text (OCR) and save that as TXT or PDF": "请先做文字识别（OCR），存为 TXT 或 PDF",
    "recognise its text first (OCR)": "请先做文字识别（OCR）",
    "it holds pictures only: recognise their text first (OCR)": "其中只有图片，请先做文字识别（OCR）",
    "its text is in an attached or embedded file: download that and read it": "正文在附件或嵌入的文件中，请下载后读取",
    "its text is probably loaded by a script: save the page from the browser as HTML or PDF": (
        "正文可能由脚本载入，请在浏览器中把网页存为 HTML 或 PDF"
    ),
    "`planalign parse` shows what was recognised": "`planalign parse` 可查看识别出的内容",
    "is this the plan itself, not only its notice?": "请确认这是计划本身，而不只是印发通知",
    "look at what was not understood": "请查看未能识别的内容",
    "choose another name": "请换一个名称",
    "name a file in a folder that exists": "请指定已有文件夹中的文件",
    "--format prints it": "用 --format 输出到标准输出",
    "known: {}": "可用：{}",
    "known endings: {}; or KIND:NAME with {}": "可用的扩展名：{}；或写作“格式:文件名”，格式有 {}",
    **CORPUS,
    **REVIEW,
    **SETTINGS,
    **OPTIONS,
}
"""English with {} for what changes, and its Chinese with {} in the same order."""


def chinese(sentence: str) -> str | None:
    """Return the Chinese of a sentence; of several, in lines or joined by semicolons, one by one.

    Nothing where one joined by semicolons is unknown.
    """
    if "\n" in sentence:
        return "；".join(_whole(line) or line for line in sentence.split("\n"))
    found = _whole(sentence)
    if found is not None or "; " not in sentence:
        return found
    parts = [_whole(part) for part in sentence.split("; ")]
    return "；".join(part for part in parts if part) if all(parts) else None


def _whole(sentence: str) -> str | None:
    if sentence in SENTENCES:
        return SENTENCES[sentence]
    for pattern, translated in _patterns():
        match = pattern.fullmatch(sentence)
        if match and not any(_is_untold(value) for value in match.groups()):
            return translated.format(*(chinese(value) or value for value in match.groups()))
    return None


def _is_untold(value: str) -> bool:
    """Say whether a place was filled with sentences beyond its own that have no Chinese."""
    return "; " in value and chinese(value) is None


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Return the sentences with places that change, the most literal first: one that begins with a place takes all."""
    open_ones = sorted(
        (english for english in SENTENCES if "{}" in english),
        key=lambda text: (text.startswith("{}"), -len(text), text),
    )
    return [(re.compile(re.escape(text).replace(r"\{\}", "(.+?)"), re.DOTALL), SENTENCES[text]) for text in open_ones]
