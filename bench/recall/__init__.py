"""Recall: what a scheduler costs a learner, and how well it knows what is remembered."""

from bench.recall.finding import measure

__all__ = ["measure"]
