"""A developer's machine makes its keys once and keeps them to itself."""

from concurrent.futures import ThreadPoolExecutor

from cryptography.fernet import Fernet

from storybank.config.settings.local_keys import keys_of_this_machine


def test_keys_are_made_at_the_first_start_and_kept(tmp_path):
    first = keys_of_this_machine(tmp_path / "new" / "keys.env")

    assert keys_of_this_machine(tmp_path / "new" / "keys.env") == first
    assert set(first) == {"SECRET_KEY", "FIELD_KEYS", "INDEX_KEY", "STOP_JOURNAL_KEYS"}
    assert Fernet(first["FIELD_KEYS"]).decrypt(Fernet(first["FIELD_KEYS"]).encrypt(b"words")) == b"words"


def test_two_machines_have_different_keys(tmp_path):
    one, other = keys_of_this_machine(tmp_path / "one.env"), keys_of_this_machine(tmp_path / "other.env")

    assert set(one.values()) & set(other.values()) == set()


def test_only_the_owner_may_read_them(tmp_path):
    keys_of_this_machine(tmp_path / "keys.env")

    assert (tmp_path / "keys.env").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["keys.env"]


def test_first_starts_at_the_same_moment_agree_on_the_keys(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(keys_of_this_machine, [tmp_path / "keys.env"] * 8))

    assert made == [made[0]] * 8


def test_a_key_that_an_older_file_lacks_is_added_and_the_others_stay(tmp_path):
    path = tmp_path / "keys.env"
    first = keys_of_this_machine(path)
    path.write_text(
        "".join(f"{name}={value}\n" for name, value in first.items() if name != "STOP_JOURNAL_KEYS")
    )

    second = keys_of_this_machine(path)

    assert second == first | {"STOP_JOURNAL_KEYS": second["STOP_JOURNAL_KEYS"]}
    assert len(second["STOP_JOURNAL_KEYS"]) == 44
    assert keys_of_this_machine(path) == second
