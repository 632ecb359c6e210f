"""A site without pages: what guards, forms and the API can be tested on alone."""

from fastapi import FastAPI, Request, Response
from starlette.responses import PlainTextResponse

from app.web.refusals import REFUSED, FormExpired, as_json, refusal, wants_json


async def _answer(request: Request, error: Exception) -> Response:
    refused = refusal(error)
    if wants_json(request):
        return as_json(refused)
    kept = (await request.form()).get("text", "") if isinstance(error, FormExpired) else ""
    return PlainTextResponse(f"{refused.message} {kept}", refused.status)


def answer_refusals(app: FastAPI) -> None:
    """Answer every refusal with JSON below the API, elsewhere in plain words with the text sent."""
    for kind in REFUSED:
        app.add_exception_handler(kind, _answer)
