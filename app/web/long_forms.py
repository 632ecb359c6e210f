"""Routes whose forms hold whole content files: fields as long as the guards let through.

Why: Starlette refuses a field of more than 1 MiB, counted as it is sent; a file of 1 MiB takes
three times that, and six for the ends of its lines.
"""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from app.web.security import EDITOR_LIMIT


class LongForms(APIRoute):
    """For `route_class` of a router: its forms may hold fields of up to `EDITOR_LIMIT` bytes."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own handler, after the form was read; it finds what was read then."""
        answer = super().get_route_handler()

        async def read_first(request: Request) -> Response:
            if request.method == "POST":
                await request.form(max_part_size=EDITOR_LIMIT)
            return await answer(request)

        return read_first
