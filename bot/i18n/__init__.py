"""Everything a person reads: words kept as keys and values, said in the own language when shown."""

from bot.i18n.catalogues import Catalogues
from bot.i18n.loading import BrokenLocales
from bot.i18n.parts import Content, Part, Text, Value, Verbatim, from_json, to_json

__all__ = ["BrokenLocales", "Catalogues", "Content", "Part", "Text", "Value", "Verbatim", "from_json", "to_json"]
