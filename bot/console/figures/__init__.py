"""Figures, drawn as SVG that takes the width there is. Colours come from classes alone, so that they follow the page.

Each has a title and a description; what it shows stands in a table behind it, by the macro ``drawn`` of figures.html.
"""

from bot.console.figures.bars import bars
from bot.console.figures.columns import columns
from bot.console.figures.dots import dots
from bot.console.figures.drawing import About, Drawn, Mark
from bot.console.figures.spark import spark

__all__ = ["About", "Drawn", "Mark", "bars", "columns", "dots", "spark"]
