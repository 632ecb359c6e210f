"""Settings: what is read, what the defaults are, and how a bad one is named."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.settings import VARIABLES, BadSetting, Settings


def settings(tmp_path: Path, **env: str) -> Settings:
    return Settings.from_env({"WHYBOARD_DATA": str(tmp_path / "data"), **env})


def test_without_any_variable_it_listens_to_this_machine_alone() -> None:
    found = Settings.from_env({})
    assert (found.host, found.port) == ("127.0.0.1", 8000)
    assert "localhost" in found.allowed_hosts


def test_the_root_is_the_checkout_unless_set() -> None:
    assert (Settings.from_env({}).root / "pyproject.toml").exists()


def test_a_root_can_be_set(tmp_path: Path) -> None:
    assert settings(tmp_path, WHYBOARD_ROOT=str(tmp_path)).root == tmp_path


def test_the_database_lies_in_the_data_folder_unless_set(tmp_path: Path) -> None:
    assert settings(tmp_path).database_url == f"sqlite:///{tmp_path}/data/whyboard.db"


def test_a_postgresql_database_can_be_set(tmp_path: Path) -> None:
    url = "postgresql+psycopg://me@localhost/whyboard"
    assert settings(tmp_path, WHYBOARD_DATABASE_URL=url).database_url == url


def test_allowed_hosts_are_separated_by_commas(tmp_path: Path) -> None:
    found = settings(tmp_path, WHYBOARD_ALLOWED_HOSTS="study.example.org, localhost")
    assert found.allowed_hosts == ("study.example.org", "localhost")


def test_an_empty_variable_is_as_good_as_none(tmp_path: Path) -> None:
    assert settings(tmp_path, WHYBOARD_PORT="").port == 8000


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("ROOT", "/no/such/folder", "must be a folder that exists, not '/no/such/folder'"),
        ("PORT", "lots", "must be a whole number from 0 to 65535, not 'lots'"),
        ("PORT", "70000", "must be a whole number from 0 to 65535, not '70000'"),
        ("ALLOWED_HOSTS", " , ", "must be host names with commas between them"),
    ],
)
def test_a_bad_setting_is_named(tmp_path: Path, variable: str, value: str, told: str) -> None:
    with pytest.raises(BadSetting, match=f"WHYBOARD_{variable} {told}"):
        settings(tmp_path, **{f"WHYBOARD_{variable}": value})


def test_a_bad_database_url_is_named_and_its_password_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="WHYBOARD_DATABASE_URL must begin") as told:
        settings(tmp_path, WHYBOARD_DATABASE_URL="mysql://me:hunter2@localhost/x")
    assert "hunter2" not in str(told.value)


def test_every_variable_sets_a_field() -> None:
    assert set(VARIABLES.values()) <= set(Settings.model_fields)


def test_reading_settings_creates_nothing(tmp_path: Path) -> None:
    settings(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    first = settings(tmp_path).secret()
    assert len(first) == 64
    assert settings(tmp_path).secret() == first


def test_only_its_owner_may_read_the_secret(tmp_path: Path) -> None:
    found = settings(tmp_path)
    found.secret()
    (kept,) = found.data_folder.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_of_many_who_make_the_secret_at_once_all_get_the_same(tmp_path: Path) -> None:
    found = settings(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: found.secret(), range(40)))) == 1


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    found = settings(tmp_path, WHYBOARD_DATA=str(tmp_path / "file"))
    with pytest.raises(BadSetting, match="WHYBOARD_DATA must be a folder that can be written"):
        found.secret()
