"""type_word: the learner types a word or a sentence."""

from bot.learning.items._typed import TypedType


class TypeWord(TypedType):
    """The situation asks for it; nothing else is shown."""

    name = "type_word"


TYPE = TypeWord()
