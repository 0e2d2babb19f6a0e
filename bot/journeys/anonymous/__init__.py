"""The anonymous report on a period: for those who pay, and for policy. It counts people, and names nobody."""

from bot.journeys.anonymous.counting import report
from bot.journeys.anonymous.found import Report
from bot.journeys.anonymous.period import Period, last_months, months, period
from bot.journeys.anonymous.tables import Number, Table, tables

__all__ = ["Number", "Period", "Report", "Table", "last_months", "months", "period", "report", "tables"]
