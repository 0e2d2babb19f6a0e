"""What is wrong with a file, told so that a coordinator can mend it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """How bad it is: to be mended; to be looked at again because its day has come; or only worth a thought."""

    PROBLEM = "problem"
    DUE = "due"
    ADVICE = "advice"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: in which file and line, of which entry (``where``, may be empty), and what to do."""

    file: str
    line: int
    where: str
    message: str
    kind: Kind = Kind.PROBLEM

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return f"{place}{self.where}: {self.message}" if self.where else f"{place}{self.message}"


class BrokenContent(Exception):
    """The content has problems, so nothing was done with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"The content has {len(problems)} problems; see `werkmaat content check`")
        self.problems = problems


@dataclass
class Notes:
    """The problems found so far in one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, where: str, message: str) -> None:
        self.problems.append(Problem(self.file, line, where, message))
