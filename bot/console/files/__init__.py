"""Tables as files: CSV and XLSX, written piece by piece, and harmless to whoever opens them."""

from bot.console.files.answers import csv_answer, xlsx_answer
from bot.console.files.sheet import Sheet

__all__ = ["Sheet", "csv_answer", "xlsx_answer"]
