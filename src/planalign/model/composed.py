"""Sentences for the catalogue that stand in one piece nowhere else: put together of parts, or written by Typer."""

from __future__ import annotations

from planalign.model.sentence import english

SENTENCES = (
    english("unknown key {key}, did you mean {near}?"),
    english("unknown key {key}, known: {names}"),
    english("unknown column {column}, did you mean {near}?"),
    english("unknown column {column}, known: {names}"),
    english("there is no rule {rule}, did you mean {near}?"),
    english("there is no rule {rule}, known: {names}"),
    english("there is no level {level}, did you mean {near}?"),
    english("there is no level {level}, known: {names}"),
)
TYPER_ERRORS = (
    english("No such option: {option} (Possible options: {options})"),
    english("No such option: {option}"),
    english("No such command {command}. Did you mean {near}?"),
    english("No such command {command}."),
    english("Missing argument {argument}."),
    english("Missing option {option}."),
    english("Option {option} requires an argument."),
    english("Option {option} does not take a value."),
    english("Got unexpected extra argument(s) {arguments}"),
    english("Invalid value for {parameter}: {problem}"),
    english("Value error, {value} is not one of {choices}."),
)
TYPER_HELP = (
    english("Arguments"),
    english("Commands"),
    english("Options"),
    english("default: {default}"),
    english("required"),
)
