"""The author's pages: every address below /author asks who is there before anything else."""

from fastapi import APIRouter

from app.web.needs import ForAuthors
from app.web.routes.author import (
    beginning,
    changes,
    downloading,
    editing,
    fares,
    keys,
    listing,
    publishing,
    removing,
    restoring,
    trials,
    trying,
    uploading,
    versions,
)

router = APIRouter(include_in_schema=False, dependencies=[ForAuthors])

for _module in (
    listing,
    beginning,
    uploading,
    downloading,
    publishing,
    restoring,
    keys,
    editing,
    trying,
    trials,
    changes,
    versions,
    fares,
    removing,
):
    router.include_router(_module.router)
