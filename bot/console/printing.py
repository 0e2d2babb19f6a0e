"""Giving pages on paper: a PDF to keep or to print."""

from starlette.responses import Response


def as_file(pdf: bytes, name: str) -> Response:
    """A PDF under this name, which names nobody: a file lies about for longer than a sheet of paper."""
    return Response(
        pdf, media_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    )
