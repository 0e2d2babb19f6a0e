"""What the learner of a preview can say: what is tapped, or typed as an answer. Nothing reads free text."""

from collections.abc import Callable, Mapping

from bot.journeys import guard, path, practice, skills, smalltalk, tip
from bot.journeys.preview import opening
from bot.journeys.preview.subject import Subject
from bot.journeys.turn import Turn, current_turn
from bot.journeys.understanding import NOT_READ, Understood


class PreviewBrain:
    """The ``Brain`` of a preview. Whatever is no answer to what is open shows the form at hand once more."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject

    async def read(self, text: str) -> Understood:
        """No free text is understood."""
        return NOT_READ

    async def act(self, understood: Understood, expects: str, chat_id: int) -> None:
        """Call the use case of the open question."""
        turn = current_turn()
        if understood.intent == "danger":
            guard.answer_danger(turn, understood.named("flag") or "")
        elif understood.intent == "answer" and expects in ANSWERS:
            ANSWERS[expects](turn, understood)
        else:
            opening.show(turn, self._subject)


def _choice(said: Understood) -> str:
    return said.named("choice") or ""


ANSWERS: Mapping[str, Callable[[Turn, Understood], None]] = {
    "practice": lambda turn, said: practice.answer(turn, said.named("asked"), said.named("choice")),
    "tip": lambda turn, said: tip.answer(turn, _choice(said)),
    "skills": lambda turn, said: skills.answer(turn, said.named("choice")),
    "path": lambda turn, said: path.answer(turn, _choice(said)),
    "guard": lambda turn, said: guard.answer(turn, said.named("asked"), _choice(said)),
    "smalltalk": lambda turn, said: smalltalk.answer(turn, _choice(said)),
}
"""The journeys that a preview comes to, by the question that is open."""
