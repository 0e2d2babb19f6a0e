"""The words of a rich message (Bot API 10.1), which python-telegram-bot does not know yet."""

from typing import Any

BETWEEN = {
    "label": "", "blocks": "\n", "items": "\n", "cells": " ", "summary": "", "text": "", "caption": "", "credit": "",
    "expression": "", "alternative_text": "",
}  # fmt: skip
"""The fields that hold words, and what stands between the parts of a list in them."""


def words_of(piece: Any, between: str = "") -> str:
    """All words of a rich message or a part of it, without its form; empty when there are none."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, list):
        return between.join(words_of(part, between) for part in piece)
    if isinstance(piece, dict):
        return " ".join(filter(None, (words_of(piece.get(name), sign) for name, sign in BETWEEN.items())))
    return ""
