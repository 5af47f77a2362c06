"""The queue of a review in the terminal: one item after the other, one key and Enter for each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.prompt import Prompt
from rich.table import Table
from rich.text import Text

from planalign.cli.language import said, told
from planalign.cli.output import tell
from planalign.errors import PlanalignError, UsageError
from planalign.model.review import ReviewState, Verdict
from planalign.report.punctuation import colon
from planalign.report.ratios import percent
from planalign.report.review_sheet import WORDS
from planalign.report.review_words import KINDS, VERDICTS
from planalign.report.scrub import one_line
from planalign.review.card import card, opinion
from planalign.review.choices import Wish, likely, named_end, outcome, verdicts
from planalign.review.queue import Filter, chosen
from planalign.review.words import KEYS
from planalign.review.words import WORDS as PAGE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planalign.model.decision import Item, Outcome
    from planalign.review.desk import Desk
    from planalign.review.queue import Entry
    from planalign.review.sight import Passage

SKIP, BACK, UNDO, QUIT = "s", "b", "u", "q"
_LOST, _NEW = "red strike", "blue underline"


def review_in_terminal(desk: Desk, console: Console | None = None) -> None:
    """Go through the open items of all reports until the last one, until q, or until the input ends.

    Raises UsageError where the input is no terminal and holds nothing.
    """
    session = _Session(desk, console or Console(file=sys.stdout, highlight=False, emoji=False))
    try:
        session.run()
    except (EOFError, KeyboardInterrupt):
        session.say("")
    tell(said("已结束，决定均已保存"))


class _Session:
    """One walk through the queue."""

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk, self._console = desk, console
        self._lang = desk.lang
        self._skipped: list[tuple[int, str]] = []

    def run(self) -> None:
        """Ask for the name once, then go through each report."""
        while not self._desk.reviewer:
            self._desk.reviewer = self._asked(said("复核人姓名"))
        for number in range(len(self._desk)):
            self.say(self._desk.titles[number], "bold")
            while entry := self._next(number):
                if not self._one(number, entry):
                    return
        self.say(said("没有待处理的内容"))

    def say(self, text: str, style: str = "") -> None:
        """Print a line; words of documents are no markup."""
        self._console.print(Text(text, style=style), soft_wrap=False)

    def _next(self, number: int) -> Entry | None:
        shelf = self._desk.shelf(number)
        open_ones = chosen(shelf.entries, shelf.reviews, Filter())
        return next((entry for entry in open_ones if (number, entry.item.id) not in self._skipped), None)

    def _one(self, number: int, entry: Entry) -> bool:
        """Show an item and do what is asked; false ends the walk."""
        self._show(number, entry)
        keys = {KEYS[verdict].lower(): verdict for verdict in verdicts(entry.item)}
        review = self._desk.shelf(number).reviews.get(entry.item.id)
        shown = review.decision if review else ""
        while True:
            asked = self._asked(self._menu(keys), [*keys, SKIP, BACK, UNDO, QUIT])
            if asked == QUIT:
                return False
            if asked == SKIP:
                self._skipped.append((number, entry.item.id))
                return True
            if asked == BACK:
                self._skipped = self._skipped[:-1]
                return True
            if asked == UNDO:
                self._undo()
                return True
            if self._decided(number, entry.item, keys[asked], shown):
                return True

    def _decided(self, number: int, item: Item, verdict: Verdict, shown: str) -> bool:
        """Write a decision; false where it cannot be taken, which is said."""
        try:
            instead = self._instead(number, item) if verdict is Verdict.ADJUST else None
            reason = self._asked(said("理由（可不填）"))
            self._desk.require_seen(number, item.id, shown)
            self._desk.decide(number, item.id, verdict, reason=reason, instead=instead)
        except UsageError as error:
            self.say(told(error), "red")
            return False
        self._effect()
        return True

    def _undo(self) -> None:
        try:
            undone = self._desk.undo()
        except PlanalignError as error:
            self.say(told(error), "red")
            return
        self.say(said("没有可撤销的决定") if undone is None else said("已撤销"))

    def _effect(self) -> None:
        effect = self._desk.effect
        if effect is not None:
            after = effect.after
            rate = percent(after.covered, after.applicable)
            figures = f"{effect.before.covered} → {after.covered}/{after.applicable} ({rate})"
            self.say(f"{PAGE_WORDS['coverage'].of(self._lang)} {figures}", "green")

    def _instead(self, number: int, item: Item) -> Outcome:
        """Ask what holds instead: a word of the list, another end, or both."""
        shelf, words = self._desk.shelf(number), {}
        for field, wordings in WORDS[item.kind].items():
            values = {wording.of(self._lang): str(value) for value, wording in wordings.items()}
            label = PAGE_WORDS[field].of(self._lang)
            word = self._asked(f"{label} [{' / '.join(values)}]", [*values, ""])
            words[field] = values.get(word, "")
        ends = likely(item, shelf.base_digest)
        for place, end in enumerate(ends, start=1):
            self.say(f"  {place}. {end.id}  {end.text}")
        typed = self._asked(said("另一任务或条款的编号（可不填）"))
        chosen_end = ends[int(typed) - 1].id if typed.isdecimal() and 0 < int(typed) <= len(ends) else named_end(typed)
        wish = Wish(parent=chosen_end, children=(chosen_end,) if chosen_end else (), **words)
        return outcome(wish, item, shelf.items)

    def _show(self, number: int, entry: Entry) -> None:
        """Print both texts beside each other, what the program says, and what was said before."""
        shelf, lang = self._desk.shelf(number), self._lang
        told_of = card(entry, shelf.base_digest, lang)
        figures = shelf.figures
        self._console.rule(
            Text(f"{figures.decided}/{figures.wanted}  {KINDS[entry.item.kind].of(lang)}  {entry.item.id}")
        )
        self.say(f"{one_line(told_of.title)}  {told_of.proposed}", "bold")
        for found in told_of.findings:
            self.say(f"{found.weight}{colon(lang)}{found.message}", "yellow")
        review = shelf.reviews.get(entry.item.id)
        if review is not None and review.state is ReviewState.SUSPECT:
            word = opinion(review, self._desk.seen(review), entry.item, lang)
            self.say(
                f"{PAGE_WORDS['suspect'].of(lang)}{colon(lang)}{word.changed} ({word.verdict} {word.by})", "bold yellow"
            )
        sight = shelf.sights.of(entry.item)
        table = Table(expand=True, show_lines=False)
        for name in (shelf.base_digest.upper, shelf.base_digest.lower):
            table.add_column(name.of(lang), ratio=1, overflow="fold")
        table.add_row(_side(sight.upper, _LOST), _side(sight.lower, _NEW))
        self._console.print(table)

    def _menu(self, keys: dict[str, Verdict]) -> str:
        words = [f"{key} {VERDICTS[verdict].of(self._lang)}" for key, verdict in keys.items()]
        others = said("s 跳过  b 上一条  u 撤销  q 结束")
        return f"{'  '.join(words)}  {others}"

    def _asked(self, question: str, choices: list[str] | None = None) -> str:
        prompt = Prompt(
            Text(question), console=self._console, choices=choices, show_choices=False, show_default=False,
            case_sensitive=False,
        )  # fmt: skip
        prompt.illegal_choice_message = Text(said("没有这个选项，请重新输入"), style="red")  # type: ignore[assignment] # printed as it is
        return prompt(default="").strip()


def _side(passages: Iterable[Passage], style: str) -> Text:
    """Return the words of one side with what differs marked."""
    text = Text()
    for passage in passages:
        text.append("\n" if text else "")
        for line in filter(None, (passage.note, passage.lead)):
            text.append(f"{one_line(line)}\n", style="dim")
        for piece in passage.pieces:
            text.append(one_line(piece.text), style=style if piece.changed else "dim" if passage.faint else "")
    return text
