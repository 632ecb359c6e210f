"""Take published files away, as a zip."""

from fastapi import APIRouter
from fastapi.responses import Response

from app.web.needs import TheAuthoring

router = APIRouter(prefix="/author")


@router.get("/archive.zip")
def everything(desk: TheAuthoring) -> Response:
    """Everything that is published."""
    return _zip(desk.archive(), "whyboard-content")


def _zip(data: bytes, name: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.zip"',
        "Cache-Control": "no-store",
    }
    return Response(data, media_type="application/zip", headers=headers)


@router.get("/questions/{question_id}/archive.zip")
def one(desk: TheAuthoring, question_id: str) -> Response:
    """One question and its rubric, as they are published."""
    return _zip(desk.archive([question_id]), f"whyboard-{question_id}")
