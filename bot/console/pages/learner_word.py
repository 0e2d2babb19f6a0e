"""/learners/{learner}/words: a counsellor adds a word of the learner's workplace, with a photo and how it is said."""

from starlette.responses import Response

from bot.console.page import COUNSELLING, Page
from bot.console.pages.learner import page_of
from bot.console.visit import Visit
from bot.journeys import work_word
from bot.journeys.work_word import FromWork
from bot.pictures import NotDrawable
from bot.pictures.sheet import photograph
from bot.speech import recorded

LONGEST, LONGEST_MEANING = 100, 300
"""Characters."""

MOST = 16 * 1024 * 1024
"""Bytes of a form: a photo as a phone takes it, and a recording."""


def add(visit: Visit) -> Response:
    """Keep the word: it waits for a coordinator, as those do that learners send."""
    learner = visit.learner()
    try:
        word = _word(visit)
    except NotDrawable:
        return page_of(visit, learner, visit.words("console.learner.no_picture"))
    except recorded.NotHeard:
        return page_of(visit, learner, visit.words("console.learner.no_sound", seconds=recorded.LONGEST))
    if not word.text:
        return page_of(visit, learner, visit.words("console.learner.no_word"))
    visit.detail.update(picture=word.picture is not None, sound=word.sound is not None)
    done = work_word.add(visit.desk.store, visit.member, learner, word, visit.now, visit.desk.random)
    return visit.go(f"/learners/{learner.id}", told="word_added" if done else "nothing_changed")


def _word(visit: Visit) -> FromWork:
    """What was sent. Raises NotDrawable and NotHeard for a file that is none."""
    picture, sound = visit.file("picture"), visit.file("sound")
    return FromWork(
        text=visit.field("text")[:LONGEST],
        meaning=visit.field("meaning")[:LONGEST_MEANING],
        picture=photograph(picture) if picture else None,
        sound=recorded.voice_message(sound) if sound else None,
    )


PAGES = (Page("/learners/{learner}/words", add, may=COUNSELLING, noted="learner.word_added", method="POST", most=MOST),)
