"""What can be set from outside; nothing else reads the environment, which is an argument here.

Why not a settings library: six variables in a mapping need none, and a mapping is easy to test.
"""

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

PREFIX = "WHYBOARD_"

CHECKOUT = Path(__file__).resolve().parent.parent
"""The folder that holds questions/, rubrics/ and templates/ when run from a checkout."""

BUNDLED = Path(__file__).resolve().parent / "_bundled"
"""The same inside an installed wheel; read-only."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts that lead each machine to itself."""

SECRET_BYTES = 32
"""As many as the HMAC-SHA256 behind the session cookie can use."""


class BadSetting(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """A variable is present but unusable; the message names it and says what it must be."""


def _names(value: object) -> object:
    if not isinstance(value, str):
        return value
    return tuple(name.strip() for name in value.split(",") if name.strip())


class Settings(BaseModel):
    """Where things are and how they are served.

    Attributes:
        root: folder that holds questions/ and rubrics/.
        data_folder: where the database and the session secret live.
        database_url: as SQLAlchemy reads it; SQLite in the data folder unless set.
        host: the address to listen at; the default is this machine alone.
        port: 1-65535; 0 lets the system choose.
        allowed_hosts: names a request may be addressed to: a page from elsewhere that has its name
            resolve to this machine gets nothing. A `*` at the front stands for any subdomain.
        mode: personal is one learner who need not sign in; shared is for several, each with an
            account.
        answer_limit: longest answer accepted, in code points. Not to be set: offsets in the
            database and the engine's bounds on time rely on it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    root: Path
    data_folder: Path
    database_url: Annotated[str, Field(pattern=r"^(sqlite|postgresql)(\+\w+)?://")]
    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65_535)] = 8000
    allowed_hosts: Annotated[tuple[str, ...], BeforeValidator(_names), Field(min_length=1)] = (
        "127.0.0.1",
        "localhost",
        "[::1]",
    )
    mode: Literal["personal", "shared"] = "personal"
    answer_limit: int = 20_000

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Read WHYBOARD_ROOT, _DATA, _DATABASE_URL, _HOST, _PORT, _ALLOWED_HOSTS and _MODE.

        Nothing is created: the data folder may not exist yet.

        Raises:
            BadSetting: a variable is present but unusable.
        """
        given: dict[str, Any] = {
            field: env[variable] for variable, field in VARIABLES.items() if env.get(variable)
        }
        root = _folder(given.get("root", default_root()))
        data = _absolute(given.get("data_folder", platformdirs.user_data_path("whyboard")))
        given |= {"root": root, "data_folder": data}
        given.setdefault("database_url", f"sqlite:///{data / 'whyboard.db'}")
        try:
            return cls.model_validate(given)
        except ValidationError as invalid:
            raise BadSetting(_sentence(invalid)) from invalid

    @property
    def open_to_others(self) -> bool:
        """Whether other machines can reach the address it listens at."""
        return self.host not in LOOPBACK

    def secret(self) -> str:
        """The key that signs sessions: made once, kept in the data folder, for its owner only.

        Raises:
            BadSetting: the data folder cannot be written, or read.
        """
        path = self.data_folder / "session-secret"
        try:
            if not path.exists():
                _write_once(path, secrets.token_hex(SECRET_BYTES))
            return path.read_text(encoding="ascii").strip()
        except OSError as error:
            told = f"must be a folder that can be written, not '{self.data_folder}'"
            raise BadSetting(f"{PREFIX}DATA {told} ({error.strerror})") from error


VARIABLES = {
    f"{PREFIX}ROOT": "root",
    f"{PREFIX}DATA": "data_folder",
    f"{PREFIX}DATABASE_URL": "database_url",
    f"{PREFIX}HOST": "host",
    f"{PREFIX}PORT": "port",
    f"{PREFIX}ALLOWED_HOSTS": "allowed_hosts",
    f"{PREFIX}MODE": "mode",
}
"""Every variable that is read, with the field it sets."""

_MUST_BE = {
    "database_url": "must begin with sqlite:// or postgresql://",
    "host": "must be an address to listen at",
    "port": "must be a whole number from 0 to 65535",
    "allowed_hosts": "must be host names with commas between them",
    "mode": "must be personal or shared",
}


def default_root() -> Path:
    """The checkout this file lies in, or what the wheel brought along."""
    return BUNDLED if BUNDLED.is_dir() else CHECKOUT


def _folder(path: str | Path) -> Path:
    root = _absolute(path)
    if not root.is_dir():
        raise BadSetting(f"{PREFIX}ROOT must be a folder that exists, not '{path}'")
    return root


def _absolute(path: str | Path) -> Path:
    return Path(path).expanduser().absolute()


def _sentence(invalid: ValidationError) -> str:
    error = invalid.errors()[0]
    field = str(error["loc"][0])
    variable = next(name for name, of in VARIABLES.items() if of == field)
    if field == "database_url":  # it may hold a password
        return f"{variable} {_MUST_BE[field]}"
    return f"{variable} {_MUST_BE[field]}, not '{error['input']}'"


def _write_once(path: Path, text: str) -> None:
    """Write a file for its owner only; whoever comes first wins, and nobody reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(text)
        os.link(temporary, path)
    except FileExistsError:
        pass  # another process was quicker: its secret counts
    finally:
        Path(temporary).unlink()
