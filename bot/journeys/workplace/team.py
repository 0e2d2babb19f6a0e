"""The course as one learner gets it: with the words of their own team's workplaces, and of no other's."""

from bot.catalogue.course import Course
from bot.store import Store, workplaces
from bot.store.tables import Learner


def course_of(store: Store, course: Course, learner: Learner) -> Course:
    """Return the course of a learner. A team is asked for only where some team has words of a workplace."""
    return course.of_team(workplaces.team_of(store, learner)) if course.workplaces else course
