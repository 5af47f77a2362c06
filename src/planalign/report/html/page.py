"""The comparison as one HTML file: opens from a file share, asks nothing of a network, prints well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planalign.model.wording import Lang
from planalign.report import labels
from planalign.report.cautions import cautions
from planalign.report.chapters import chapters
from planalign.report.check_items import verdict
from planalign.report.definitions import definitions
from planalign.report.digest import Digest, plan_title
from planalign.report.drift import drift_sentence
from planalign.report.figures import count_sentences, dropped_tasks, left_out
from planalign.report.html.accepted import accepted, skipped_parts
from planalign.report.html.choices import choices
from planalign.report.html.clauses import clause_rows, task_tables
from planalign.report.html.coverage import shares, status_bar
from planalign.report.html.drift_bars import drift_bars
from planalign.report.html.engine import inline, page, policy, script_data
from planalign.report.html.entries import Entries
from planalign.report.html.facets import Facetted
from planalign.report.html.flow import flow
from planalign.report.html.heat_map import heat_map
from planalign.report.html.opinions import rejected_links
from planalign.report.html.reasons import reasons, rule_texts
from planalign.report.html.targets import target_rows
from planalign.report.html.words import KEYS, PAGE, SCRIPT, named, spoken
from planalign.report.input_facts import FACT_NAMES, input_facts
from planalign.report.origin import origin
from planalign.report.table_clauses import ClauseRows
from planalign.report.table_findings import placed

if TYPE_CHECKING:
    from planalign.model.comparison import Comparison, Finding
    from planalign.report.look import Look

FOLDER = Path(__file__).parent / "template"
"""Where the template, the style sheet and the script lie."""


def render(comparison: Comparison, look: Look) -> str:
    """Return the whole page."""
    lang, digest = look.lang, Digest(comparison)
    style, script = inline(FOLDER, "report.css"), inline(FOLDER, "report.js")
    values: dict[str, object] = {
        "lang": "zh-CN" if lang is Lang.ZH else "en",
        "say": named(PAGE, lang),
        "keys": [(keys, wording.of(lang)) for keys, wording in KEYS],
        "policy": policy(style, script),
        "style": style,
        "script": script,
        **_head(digest, lang),
        **_body(digest, lang),
        "data": script_data(_data(digest, lang)),
    }
    return page(FOLDER, "report.html", values)


def _head(digest: Digest, lang: Lang) -> dict[str, object]:
    """Return what stands above the findings: the documents, the figures in words."""
    comparison = digest.comparison
    plans = (comparison.parent, comparison.child)
    facts = [[fact or "—" for fact in input_facts(plan, lang)] for plan in plans]
    return {
        "notice": labels.NOTICE.of(lang),
        "generator": comparison.generator,
        "upper": digest.upper.of(lang),
        "lower": digest.lower.of(lang),
        "titles": [plan_title(plan, lang) for plan in plans],
        "cautions": cautions(comparison, (digest.upper, digest.lower), lang),
        "facts": list(zip([name.of(lang) for name in FACT_NAMES], *facts, strict=True)),
        "origin": origin(comparison.provenance, lang),
        "gate": verdict(comparison, lang) if comparison.gate else None,
        "summary": comparison.summary,
        "sentences": [*count_sentences(digest, lang), dropped_tasks(digest, lang)[0], *left_out(digest, lang)],
        "drift_sentence": drift_sentence(comparison, lang),
        "definitions": list(definitions(lang)),
    }


def _body(digest: Digest, lang: Lang) -> dict[str, object]:
    """Return pictures, findings, tables and what the filters offer."""
    comparison = digest.comparison
    upper, lower = chapters(comparison.parent, lang), chapters(comparison.child, lang)
    at, _ = placed(comparison)
    facetted = Facetted(digest, upper, at)
    maker = ClauseRows(digest, at, lang, most=None)
    rows = clause_rows(digest, maker)
    entries = Entries(digest, rows, facetted, lang)
    targets, same = target_rows(digest, facetted, lang)
    return {
        "shares": shares(comparison.summary),
        "bar": status_bar(comparison.summary, lang),
        "heat": heat_map(digest, upper, lang),
        "flow": flow(digest, upper, lower, lang),
        "drifts": drift_bars(comparison, lang),
        "groups": entries.groups(),
        "tables": task_tables(digest, maker, rows, facetted, lang),
        "targets": targets,
        "same_targets": same,
        "accepted": accepted(digest, entries, lang),
        "known": [entries.entry(finding) for finding in comparison.known],
        "dismissed": [entries.entry(finding) for finding in comparison.dismissed],
        "rejected": rejected_links(digest, lang),
        "skipped": skipped_parts(digest, lang),
        "choices": choices(comparison, upper, facetted.units(), lang),
        "severities": {severity.value: word.of(lang) for severity, word in labels.SEVERITY.items()},
    }


def _data(digest: Digest, lang: Lang) -> dict[str, object]:
    """Return what the script needs beyond the page."""
    return {
        "words": spoken(SCRIPT, lang),
        "rules": rule_texts((finding.code for finding in _all_findings(digest)), lang),
        "why": reasons(digest, lang),
    }


def _all_findings(digest: Digest) -> list[Finding]:
    comparison = digest.comparison
    return [
        *comparison.findings,
        *comparison.known,
        *comparison.dismissed,
        *(entry.finding for entry in comparison.waived),
    ]
