"""fpdf2 as our lines need it."""

from collections.abc import Sequence

from fpdf import FPDF
from fpdf.line_break import Fragment


class OneRun(FPDF):
    """fpdf2 that takes words as one run: ours know their font and direction.

    By itself it cuts words where a mark follows a letter, and Arabic letters then no longer join.
    """

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:
        if self.text_shaping:
            for whose in ("paragraph_direction", "fragment_direction"):
                self.text_shaping[whose] = self.text_shaping["direction"]
        return (Fragment(text, self._get_current_graphics_state(), self.k),)
