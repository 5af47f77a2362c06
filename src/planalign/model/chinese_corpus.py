"""Chinese for what is said of many documents at once; part of `chinese.SENTENCES`."""

from __future__ import annotations

CORPUS = {
    "the disk is full: what was finished is kept, and the next run goes on from there": (
        "磁盘已满；已完成的部分已保存，下次运行接着做"
    ),
    "the quota of the disk is used up: what was finished is kept, and the next run goes on from there": (
        "磁盘配额已用完；已完成的部分已保存，下次运行接着做"
    ),
    "the folder cannot be written to (read-only file system)": "文件夹无法写入（只读文件系统）",
    "the folder cannot be written to (no permission)": "文件夹无法写入（没有权限）",
    "the results cannot be written: {}": "结果无法写入：{}",
    "free some space, or name another folder with --store": "请腾出空间，或用 --store 指定其他文件夹",
    "another run is at work in this folder": "另一个运行正在使用这个文件夹",
    "wait for it to end, or name another folder with --store": "请等它结束，或用 --store 指定其他文件夹",
    "the engine ray is not installed": "没有安装 ray 引擎",
    "the Ray cluster cannot be used: {}": "无法使用 Ray 集群：{}",
    "RAY_ADDRESS and the token of the cluster; docs/scale.md": "请检查 RAY_ADDRESS 和集群令牌，见 docs/scale.md",
    "the tables cannot be written: {}": "结果表无法写入：{}",
    "more memory: `memory` under [limits] in planalign.toml": "请加大 planalign.toml 中 [limits] 的 memory",
    "the results cannot be read back": "写入的结果无法读回",
    "check the disk, then run again": "请检查磁盘后重新运行",
    "the settings of the run are not in its folder": "结果文件夹中缺少本次运行的设置",
    "run again": "请重新运行",
    "the tables of a corpus need pyarrow and duckdb": "结果表格需要 pyarrow 和 duckdb",
    "the question cannot be answered: {}": "无法回答这个查询：{}",
    "tables: {}; docs/corpus.md lists their columns": "可用的表：{}；各列见 docs/corpus.zh.md",
    "one SELECT is asked for": "只接受一条 SELECT 语句",
    "there are no results yet": "还没有结果",
    "there is no such folder": "没有这个文件夹",
    "the folder holds no document": "文件夹中没有文件",
    "check the path and corpus.toml": "请检查路径和 corpus.toml",
    "the file changed during the run": "文件在运行期间有改动",
    "the file is there already": "文件已存在",
    "remove it first, or edit it": "请先删除，或直接修改它",
    "either a SELECT or --ready is asked for": "请给出一条 SELECT 语句，或用 --ready 选一个现成的问题",
    "--ready list lists the ready-made questions": "--ready list 列出现成的问题",
    "there is no question {}": "没有名为 {} 的问题",
    "{} is no shard": "{} 不是分片",
    "--shard 1/4 is the first of four": "--shard 1/4 表示四份中的第一份",
    "the settings of the corpus cannot be read": "corpus.toml 无法读取",
    "it took too long and was stopped": "用时过长，已停止",
    "it took too much memory and was stopped": "占用内存过多，已停止",
    "it broke down ({})": "处理中断（{}）",
}
