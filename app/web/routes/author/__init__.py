"""The author's pages: every address below /author asks who is there before anything else."""

from fastapi import APIRouter

from app.web.needs import ForAuthors
from app.web.routes.author import beginning, editing, fares, keys, listing, trying

router = APIRouter(include_in_schema=False, dependencies=[ForAuthors])

for _module in (listing, beginning, keys, editing, trying, fares):
    router.include_router(_module.router)
