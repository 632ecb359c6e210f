"""The static files, own and from wheels; the address of each changes with its content."""

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

OWN = Path(__file__).parent / "static"

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
"""Media types by ending; a file with another ending is not served."""


@dataclass(frozen=True)
class Asset:
    """One static file, read once."""

    content: bytes
    media_type: str

    @property
    def version(self) -> str:
        """A short digest of its content."""
        return sha256(self.content).hexdigest()[:12]


def load_assets() -> dict[str, Asset]:
    """Every static file by name."""
    sources: dict[str, Traversable] = {path.name: path for path in sorted(OWN.iterdir())}
    sources["htmx.min.js"] = files("js_lib_htmx") / "static" / "htmx" / "htmx.min.js"
    swagger = files("fastapi_swagger") / "resources"
    for name in ("swagger-ui-bundle.js", "swagger-ui.css"):
        sources[name] = swagger / name
    return {
        name: Asset(source.read_bytes(), TYPES[ending])
        for name, source in sources.items()
        if (ending := name.rpartition(".")[2]) in TYPES
    }
