"""Pages to print: words and numbers go in, a PDF comes out. Pure but for reading fonts and figures."""

from bot.prints.card import speech_card
from bot.prints.enrolment import enrolment_sheets
from bot.prints.learner import learner_page
from bot.prints.values import Advice, Both, Days, EnrolmentSheet, Figure, LearnerPage, Section, SpeechCard, Step, Week

__all__ = [
    "Advice",
    "Both",
    "Days",
    "EnrolmentSheet",
    "Figure",
    "LearnerPage",
    "Section",
    "SpeechCard",
    "Step",
    "Week",
    "enrolment_sheets",
    "learner_page",
    "speech_card",
]
